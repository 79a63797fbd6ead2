import { describe, expect, it } from 'vitest';
import { choice, cstring, layout, list, octets, optional, padded, rest, struct, u8, u16 } from '../src/index.js';
import { fromHex } from './hex.js';
import { protocol } from './protocol.js';

/** Rows as `path start-end`. */
const rows = (dissected: readonly { path: string; start: number; end: number }[]): string[] =>
  dissected.map(({ path, start, end }) => `${path} ${start}-${end}`);

describe('dissect', () => {
  it('names every octet of every kind of field', () => {
    const made = layout('record', {
      text: cstring(9),
      width: padded(2),
      data: octets(u8),
      empty: octets(u8),
      inner: struct({ a: u16 }),
      list: list(u8, choice('kind', u8, { 1: { b: u8 } })),
      nothing: octets(0),
      end: optional(rest(1)),
    });
    expect(rows(made.dissect(fromHex('61 62 00 78 00 02 08 09 00 00 05 01 01 07 ff ff')))).toEqual([
      'text 0-3',
      'width 3-5',
      'data.length 5-6',
      'data 6-8',
      'empty.length 8-9',
      'inner.a 9-11',
      'list.count 11-12',
      'list[0].kind 12-13',
      'list[0].b 13-14',
      'end 14-16',
    ]);
  });

  it('gives the header, tags and lengths rows of their own, with their values', () => {
    const ping = '00 00 00 1b 00 00 00 01 00 00 00 00 00 00 00 07 00 02 00 02 61 00 14 00 00 01 09';
    expect(protocol().dissect(fromHex(ping))).toEqual([
      { path: 'commandLength', start: 0, end: 4, value: 27 },
      { path: 'commandId', start: 4, end: 8, value: 1 },
      { path: 'status', start: 8, end: 12, value: 0 },
      { path: 'number', start: 12, end: 16, value: 7 },
      { path: 'tlvs.note.tag', start: 16, end: 18, value: 2 },
      { path: 'tlvs.note.length', start: 18, end: 20, value: 2 },
      { path: 'tlvs.note', start: 20, end: 22, value: 'a' },
      { path: 'tlvs.0x1400.tag', start: 22, end: 24, value: 0x1400 },
      { path: 'tlvs.0x1400.length', start: 24, end: 26, value: 1 },
      { path: 'tlvs.0x1400', start: 26, end: 27, value: Uint8Array.of(9) },
    ]);
  });

  it('leaves what cannot be read as one row', () => {
    const made = layout('record', { a: u8, text: cstring(3), b: u8 });
    expect(made.dissect(fromHex('01 61 62'))).toEqual([
      { path: 'a', start: 0, end: 1, value: 1 },
      { path: 'undecoded', start: 1, end: 3, value: fromHex('61 62') },
    ]);
  });

  it('tells nothing twice of an error response that is read in several ways', () => {
    const hex = '00 00 00 16 80 00 00 02 00 00 00 08 00 00 00 07 00 01 00 02 00 05';
    expect(rows(protocol().dissect(fromHex(hex))).slice(4)).toEqual([
      'tlvs.port.tag 16-18',
      'tlvs.port.length 18-20',
      'tlvs.port 20-22',
    ]);
  });
});
