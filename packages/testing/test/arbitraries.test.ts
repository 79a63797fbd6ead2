import { at, by, choice, command, cstring, layout, list, octets, only, padded, tlvs, u8, u16, u64 } from '@smswire/pdu';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { messageArbitrary, mistaken, mutated, pduArbitrary } from '../src/index.js';
import { type Held, protocol } from './protocol.js';

const sample = <T>(arbitrary: Arbitrary<T>): T[] => fc.sample(arbitrary, { seed: 1, numRuns: 500 });

describe('pduArbitrary', () => {
  const fields = { level: u8, text: cstring(9), list: list(u8, choice('kind', u8, { 1: { a: u16 }, 2: {} })) } as const;

  it('takes a layout or its fields, and is typed by them', () => {
    const made = layout('record', fields);
    expectTypeOf(pduArbitrary(made)).toEqualTypeOf(pduArbitrary(fields));
    type Made = { level: number; text: string; list: ({ kind: 1; a: number } | { kind: 2 })[] };
    expectTypeOf(pduArbitrary(made)).toEqualTypeOf<Arbitrary<Made>>();
    expect(sample(pduArbitrary(made))).toEqual(sample(pduArbitrary(fields)));
    for (const value of sample(pduArbitrary(made))) expect(made.decode(made.encode(value))).toStrictEqual(value);
  });

  it('takes fields whose names are those of a layout', () => {
    const [value] = sample(pduArbitrary({ fields: u8, name: cstring(3), id: u16 }));
    expect(Object.keys(value as object)).toEqual(['fields', 'name', 'id']);
  });

  it('names the command that it takes, and leaves the header to the codec', () => {
    const send = command('send', 2, { to: cstring(6), text: octets(u8) });
    for (const value of sample(pduArbitrary(send))) {
      expect(value.command).toBe('send');
      expect(protocol.decode(protocol.encode(value, 1))).toMatchObject({ ...value, number: 1 });
    }
  });

  it('has lengths from none to the greatest', () => {
    const lengths = new Set(sample(pduArbitrary({ text: cstring(65) })).map(({ text }) => text.length));
    expect(lengths).toContain(0);
    expect(lengths).toContain(64);
    expect(Math.max(...lengths)).toBe(64);
    const counts = new Set(sample(pduArbitrary({ data: octets(u8) })).map(({ data }) => data.length));
    expect(counts).toContain(255);
  });

  it('resolves a version, or what every version can hold', () => {
    const versions = { id: by({ 2: u64, 3: padded(4) }), kind: only(3, u8), to: cstring(5) } as const;
    const keysOf = (arbitrary: Arbitrary<object>) => [
      ...new Set(sample(arbitrary).map((value) => Object.keys(value).join())),
    ];
    expect(keysOf(pduArbitrary(versions, 3))).toEqual(['id,kind,to']);
    expect(keysOf(pduArbitrary(versions))).toEqual(['id,to']);
    expect(sample(pduArbitrary(versions)).every(({ id }) => typeof id === 'bigint')).toBe(true);
    expect(sample(pduArbitrary(at(versions, 3)))).toEqual(sample(pduArbitrary(versions, 3)));
    expect(() => pduArbitrary({ list: list(u8, { a: by({ 2: u8 }) }) })).toThrow(/at\(\) first/);
  });

  it('has TLVs of every kind: none, some, repeated, raw, in any order', () => {
    const table = { port: { tag: 0x1400, value: u16 }, note: { tag: 2, value: cstring(5), repeat: true } } as const;
    const values = sample(pduArbitrary({ tlvs: tlvs(table) }));
    const all = values.map((value) => (value.tlvs ?? {}) as Held);
    expect(values.some((value) => !('tlvs' in value))).toBe(true);
    expect(all.some(({ port, note }) => port !== undefined && Array.isArray(note) && note.length > 1)).toBe(true);
    expect(all.some((held) => Object.keys(held)[0] === 'note' && 'port' in held)).toBe(true);
    expect(all.some((held) => Object.keys(held)[0] === 'port' && 'note' in held)).toBe(true);
    const raw = all.flatMap((held) => Object.entries(held).filter(([key]) => key.startsWith('0x')));
    expect(raw.some(([, value]) => value instanceof Uint8Array)).toBe(true);
    expect(raw.some(([, value]) => Array.isArray(value) && value.length > 1)).toBe(true);
    expect(raw.map(([key]) => key)).not.toContain('0x1400');
    expect(raw.map(([key]) => key)).not.toContain('0x0002');
  });
});

describe('messageArbitrary', () => {
  it('makes whole PDUs of the commands that are named, or of all', () => {
    expectTypeOf(messageArbitrary(protocol, 'ping')).toEqualTypeOf<
      Arbitrary<{ command: 'ping'; status: number; number: number; tlvs?: Held }>
    >();
    expect(new Set(sample(messageArbitrary(protocol, 'ping', 'send')).map((pdu) => pdu.command))).toEqual(
      new Set(['ping', 'send']),
    );
    expect(new Set(sample(messageArbitrary(protocol)).map((pdu) => pdu.command)).size).toBe(3);
  });

  it('makes error responses with a body and without', () => {
    const responses = sample(messageArbitrary(protocol, 'send_resp'));
    expect(responses.some((pdu) => pdu.status !== 0 && pdu.id !== undefined)).toBe(true);
    expect(responses.some((pdu) => pdu.status !== 0 && !('id' in pdu))).toBe(true);
    expect(responses.filter((pdu) => pdu.status === 0).every((pdu) => pdu.id !== undefined)).toBe(true);
  });

  it('makes nothing that the codec’s check forbids', () => {
    const ports = sample(messageArbitrary(protocol, 'ping')).map((pdu) => pdu.tlvs?.['port']);
    expect(ports.some((port) => typeof port === 'number')).toBe(true);
    expect(ports).not.toContain(0);
  });

  it('refuses a command that the codec does not have', () => {
    expect(() => messageArbitrary(protocol, 'pong' as 'ping')).toThrow(
      new TypeError("the codec has no command 'pong'"),
    );
  });
});

describe('mutated', () => {
  const frame = protocol.encode({ command: 'send', to: 'abc', text: new Uint8Array(20) }, 1);
  const before = frame.slice();
  const all = sample(mutated(fc.constant(frame)));

  it('leaves the good frames as they were, and few like them', () => {
    expect(frame).toEqual(before);
    expect(all.filter((bytes) => Buffer.compare(bytes, frame) === 0).length).toBeLessThan(25);
  });

  it('makes frames shorter, longer and of the same length', () => {
    for (const sign of [-1, 0, 1]) {
      expect(all.filter(({ length }) => Math.sign(length - frame.length) === sign).length).toBeGreaterThan(50);
    }
  });

  it('leaves most lengths right, and some wrong', () => {
    const right = all.filter((bytes) => bytes.length >= 4 && new DataView(bytes.buffer).getUint32(0) === bytes.length);
    expect(right.length).toBeGreaterThan(400);
    expect(right.length).toBeLessThan(500);
  });

  it('mends no frame of less than four octets', () => {
    expect(sample(mutated(fc.constant(new Uint8Array(0)))).some(({ length }) => length === 0)).toBe(true);
  });
});

describe('mistaken', () => {
  it('makes values that are refused, leaves the right ones as they were, and most of each alone', () => {
    const value = Object.freeze({
      command: 'send',
      to: 'abc',
      text: new Uint8Array(2),
      tlvs: Object.freeze({ port: 1 }),
    });
    const wrong = sample(mistaken(fc.constant<Held>(value)));
    expect(value).toEqual({ command: 'send', to: 'abc', text: new Uint8Array(2), tlvs: { port: 1 } });
    const refusals = new Set<string>();
    for (const each of wrong) {
      try {
        protocol.encode(each, 1);
      } catch (error) {
        refusals.add((error as { code: string }).code);
      }
    }
    expect([...refusals]).toEqual(
      expect.arrayContaining(['type', 'range', 'length', 'charset', 'nul', 'unknown_command']),
    );
    expect(wrong.filter(({ command: name }) => name === 'send').length).toBeGreaterThan(200);
  });
});
