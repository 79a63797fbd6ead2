import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as smpp from '../src/index.js';

type Table = smpp.Names<string>;
const { priorityFlag, ...rest } = smpp;
const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && 'values' in value && 'read' in value;
const exported: [string, unknown][] = Object.entries({ ...rest, ...priorityFlag });
const tables = exported.filter((entry): entry is [string, Table] => isTable(entry[1]));

describe('every table of names', () => {
  it('is among these tests', () => {
    expect(tables.length).toBeGreaterThanOrEqual(29);
  });

  it.each(tables)('%s: names and values are one to one, and read and written', (_, table) => {
    const entries = Object.entries(table.values);
    expect(new Set(entries.map(([, value]) => value)).size).toBe(entries.length);
    for (const [name, value] of entries) {
      expect(table.read(value)).toBe(name);
      expect(table.write(name)).toBe(value);
    }
  });

  it.each(tables)('%s: a number without a name goes through as it is', (_, table) => {
    fc.assert(fc.property(fc.nat({ max: 0xff }), (value) => table.write(table.read(value)) === value));
  });

  it.each(tables)('%s: refuses a name it has not, and what is no octet', (_, table) => {
    for (const value of ['', 'toString', '__proto__', -1, 1.5, 256, Number.NaN]) {
      expect(() => table.write(value)).toThrow(expect.objectContaining({ name: 'PduError', code: 'range' }));
    }
  });
});

describe('the names', () => {
  it('of TON, NPI and data_coding have the numbers of the standard', () => {
    expect(smpp.ton.values).toEqual({
      unknown: 0,
      international: 1,
      national: 2,
      networkSpecific: 3,
      subscriber: 4,
      alphanumeric: 5,
      abbreviated: 6,
    });
    expect(smpp.npi.values).toMatchObject({ isdn: 1, data: 3, telex: 4, landMobile: 6, national: 8, private: 9 });
    expect(smpp.npi.values).toMatchObject({ ermes: 10, internet: 14, wapClientId: 18 });
    expect(smpp.dataCoding.values).toMatchObject({ mcDefault: 0, ascii: 1, latin1: 3, ucs2: 8, ksC5601: 14 });
    expectTypeOf(smpp.ton.values.international).toEqualTypeOf<1>();
  });

  it('of the priorities go by network', () => {
    expect(priorityFlag.ansi136.read(0)).toBe('bulk');
    expect(priorityFlag.is95.read(3)).toBe('emergency');
    expect(priorityFlag.gsmCbs.read(4)).toBe('priorityBackground');
    expect(priorityFlag.gsm.read(4)).toBe(4);
  });

  it.each([
    [0x00, '3.3'],
    [0x31, '3.3'],
    [0x33, '3.3'],
    [0x34, '3.4'],
    [0x35, '3.4'],
    [0x50, '5.0'],
    [0x51, '5.0'],
  ])('of the version that %s amounts to is %s', (octet, version) => {
    expect(smpp.versionOf(octet)).toBe(version);
  });

  it('of congestion follow the bands of 5.0', () => {
    const states = [0, 1, 29, 30, 49, 50, 79, 80, 90, 91, 99, 100, 101];
    expect(states.map(smpp.congestionLevel)).toEqual([
      'idle',
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'optimum',
      'optimum',
      'nearing',
      'nearing',
      'congested',
      undefined,
    ]);
  });
});

describe('messageState', () => {
  it.each([
    [0, 'SCHEDULED', 'SCHEDLD', false],
    [1, 'ENROUTE', 'ENROUTE', false],
    [2, 'DELIVERED', 'DELIVRD', true],
    [3, 'EXPIRED', 'EXPIRED', true],
    [4, 'DELETED', 'DELETED', true],
    [5, 'UNDELIVERABLE', 'UNDELIV', true],
    [6, 'ACCEPTED', 'ACCEPTD', false],
    [7, 'UNKNOWN', 'UNKNOWN', false],
    [8, 'REJECTED', 'REJECTD', true],
    [9, 'SKIPPED', 'SKIPPED', true],
  ])('%s is %s, in a receipt %s, final: %s', (state, name, word, final) => {
    const { messageState } = smpp;
    expect(messageState.read(state)).toBe(name);
    expect(messageState.word(state)).toBe(word);
    expect(messageState.fromWord(word)).toBe(state);
    expect(messageState.fromWord(name.toLowerCase())).toBe(state);
    expect(messageState.isFinal(state)).toBe(final);
  });

  it('knows the words of the field, and what the caller adds or overrules', () => {
    const state = smpp.messageState;
    expect(['ACKED', 'BUFFRED', 'BUFFERD', 'FAILED'].map((stat) => state.fromWord(stat))).toEqual([1, 1, 1, 5]);
    expect(state.fromWord('NOROUTE')).toBeUndefined();
    expect(state.fromWord('constructor')).toBeUndefined();
    expect(state.fromWord('noroute', { NOROUTE: 5 })).toBe(5);
    expect(state.fromWord('FAILED', { FAILED: 8 })).toBe(8);
    expect([state.word(77), state.isFinal(77)]).toEqual(['UNKNOWN', false]);
  });
});
