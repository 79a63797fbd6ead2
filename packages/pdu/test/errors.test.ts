import { expect, describe as group, it } from 'vitest';
import {
  choice,
  cstring,
  describe,
  type Field,
  layout,
  list,
  octets,
  PduError,
  tlvs,
  u8,
  u16,
  u32,
  u64,
} from '../src/index.js';
import { failureOf, warned } from './attempt.js';
import { fromHex } from './hex.js';
import { protocol } from './protocol.js';

const writing = (field: Field, value: unknown): string =>
  failureOf(() => layout('record', { value: field }).encode({ value } as never)).message;
const reading = (field: Field, hex: string): string =>
  failureOf(() => layout('record', { value: field, after: u8 }).decode(fromHex(hex))).message;

group('errors', () => {
  it('are told by name and code, and are data', () => {
    const error = new PduError({ code: 'end', command: 'a', path: 'b', offset: 1, message: 'c', degree: 'pdu' });
    expect(error).toBeInstanceOf(Error);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'PduError',
      code: 'end',
      command: 'a',
      path: 'b',
      offset: 1,
      degree: 'pdu',
    });
    expect(String(error)).toBe('PduError: a.b at 1: c');
  });

  it.each([
    [u8, 256, 'an integer from 0 to 255 is wanted, not 256'],
    [u16, '5', "an integer from 0 to 65535 is wanted, not the string '5'"],
    [u32, 5n, 'an integer from 0 to 4294967295 is wanted, not the bigint 5'],
    [u32, null, 'an integer from 0 to 4294967295 is wanted, not null'],
    [u64, 5, 'a bigint from 0 to 2^64-1 is wanted, not 5'],
    [cstring(6), 'abcdef', '6 characters, where at most 5 fit'],
    [cstring(6), 5, 'a string is wanted, not 5'],
    [cstring(6), 'ab€', 'character 2, € (U+20AC), is not in Latin-1'],
    [cstring(6), '😀', 'character 0, 😀 (U+1F600), is not in Latin-1'],
    [cstring(6), 'a\0', 'character 1 is a NUL, which ends the string on the wire'],
    [octets(2), new Uint8Array(3), '3 octets, where 2 belong'],
    [octets(u8, 5), new Uint8Array(6), '6 octets, where 0 to 5 fit'],
    [octets(u8), 'text', "a Uint8Array is wanted, not the string 'text': encode the text first"],
    [
      octets(u8),
      'a very long text that nobody wants to read',
      "a Uint8Array is wanted, not the string 'a very long text tha…': encode the text first",
    ],
    [list(u8, u8, 2), [1, 2, 3], '3 items, where at most 2 fit'],
    [list(u8, u8), {}, 'an array is wanted, not an object'],
  ])('of encoding say what was wanted and what was there (%#)', (field, value, sentence) => {
    expect(writing(field, value)).toBe(`record.value at 0: ${sentence}`);
  });

  it('of encoding never repeat the source of a function', () => {
    expect(writing(u8, () => 1)).toBe('record.value at 0: an integer from 0 to 255 is wanted, not a function');
  });

  it.each([
    [u32, '01 02', '4 octets wanted, 2 left'],
    [u64, '01 02 03 04 05', '8 octets wanted, 5 left'],
    [octets(u8), '05 01', '5 octets wanted, 1 left', 1],
    [cstring(21), '61 62', 'no NUL within 21 octets'],
  ])('of decoding say what was wanted and what was left (%#)', (field, hex, sentence, offset = 0) => {
    expect(reading(field, hex)).toBe(`record.value at ${offset}: ${sentence}`);
  });

  it('name the field by its whole path', () => {
    const nested = list(u8, choice('kind', u8, { 1: { inner: list(u8, { text: cstring(3) }) } }));
    expect(reading(nested, '02 01 00 01 02 61 00 62')).toBe(
      'record.value[1].inner[1].text at 7: no NUL within 3 octets',
    );
    expect(writing(nested, [{ kind: 2 }])).toBe('record.value[0].kind at 1: one of 1 is wanted, not 2');
    expect(reading(nested, '01 09')).toBe('record.value[0].kind at 1: 9 is none of 1');
  });

  it('name commands that they cannot find, and the way out', () => {
    expect(failureOf(() => protocol().encode({ command: 'sned' })).message).toBe(
      "at 0: no command 'sned'; another id is written as '0x00010200' with a body",
    );
    expect(failureOf(() => protocol().encode({ command: 'ping', tlvs: { prot: 1 } })).message).toBe(
      "ping.tlvs.prot at 16: no TLV has this name; raw octets go under the tag in four lower-case digits, as in '0x14ab'",
    );
  });
});

group('describe', () => {
  it('puts a warning into a sentence for a log', () => {
    const octets = fromHex('00 00 00 10 00 00 00 01 00 00 00 00 00 00 00 00');
    const { warnings } = warned((onWarning) => protocol().decode(octets, { onWarning }));
    expect(warnings.map(describe)).toEqual(['ping.number at 12: 0 is not from 1 to 2147483647']);
  });
});

group('names that no field has', () => {
  const fields = { level: u8 };
  it('are refused under strict, in both engines, and pass over without it', () => {
    for (const compile of [true, false]) {
      const strict = layout('ping', fields, { strict: true, compile });
      expect(() => strict.encode({ level: 1, levle: 2 } as never)).toThrow(
        expect.objectContaining({ code: 'unknown_field', path: 'levle' }),
      );
      expect(layout('ping', fields, { compile }).encode({ level: 1, levle: 2 } as never)).toEqual(Uint8Array.of(1));
    }
  });
});

group('tables that cannot be', () => {
  it('are refused where they are declared', () => {
    expect(() => tlvs({ a: { tag: 0x10000, value: u8 } })).toThrow('a: 65536 is no tag of 16 bits');
    expect(() => tlvs({ a: { tag: 1, value: u8 }, b: { tag: 1, value: u8 } })).toThrow('a and b have the same tag, 1');
    expect(() => tlvs({ a: { tag: 1 } as never })).toThrow('a: its value must be a field');
  });

  it('are refused for names that an object cannot carry', () => {
    const named = (name: string) => Object.fromEntries([[name, u8]]);
    for (const name of ['__proto__', 'constructor', 'toString', 'trailing']) {
      const sentence = `no field can be called ${name}`;
      expect(() => layout('ping', named(name))).toThrow(sentence);
      expect(() => list(u8, named(name))).toThrow(sentence);
      expect(() => choice('tag', u8, { 1: named(name) })).toThrow(sentence);
      expect(() => tlvs(Object.fromEntries([[name, { tag: 1, value: u8 }]]))).toThrow(sentence);
    }
  });
});
