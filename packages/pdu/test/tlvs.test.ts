import { describe, expect, it } from 'vitest';
import { failureOf, warned } from './attempt.js';
import { fromHex, toHex } from './hex.js';
import { protocol } from './protocol.js';

const bytes = (...octets: number[]): Uint8Array => Uint8Array.from(octets);

/** A ping with these octets behind its header. */
function pingWith(hex: string): Uint8Array {
  const tail = fromHex(hex);
  return Uint8Array.from([0, 0, 0, 16 + tail.length, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7, ...tail]);
}

const ping = { command: 'ping', status: 0, number: 7 };

describe.each([
  ['compiled', true],
  ['interpreted', false],
])('TLVs, %s', (_, compile) => {
  const codec = protocol({ compile });
  const strict = protocol({ compile, strict: true });

  it.each([
    [
      'one of every type',
      '00 01 00 02 12 34 00 02 00 03 61 62 00 00 05 00 02 08 09 00 06 00 01 03',
      {
        port: 0x1234,
        note: 'ab',
        data: bytes(8, 9),
        level: 3,
      },
    ],
    ['another order', '00 06 00 01 01 00 01 00 02 00 09', { level: 1, port: 9 }],
    ['repeats in a row', '00 03 00 01 01 00 03 00 01 02 00 01 00 02 00 09', { number: [1, 2], port: 9 }],
    ['a repeatable one alone', '00 03 00 01 01', { number: [1] }],
    ['no octet where none is needed', '00 04 00 00', { flag: null }],
    ['an octet where none is needed', '00 04 00 01 02', { flag: 2 }],
    ['unknown tags', '14 00 00 02 41 42 ff ff 00 00', { '0x1400': bytes(0x41, 0x42), '0xffff': bytes() }],
    ['an unknown tag twice', '14 00 00 01 01 14 00 00 01 02', { '0x1400': [bytes(1), bytes(2)] }],
  ])('are read and written with %s', (_name, hex, tlvs) => {
    const pdu = strict.decode(pingWith(hex));
    expect(pdu).toStrictEqual({ ...ping, tlvs });
    expect(Object.keys(pdu['tlvs'] as object)).toEqual(Object.keys(tlvs));
    expect(toHex(codec.encode(pdu))).toBe(toHex(pingWith(hex)));
  });

  it.each([
    ['tlv_value', 'port', 20, '00 01 00 01 05', { '0x0001': bytes(5) }],
    ['tlv_value', 'port', 20, '00 01 00 00', { '0x0001': bytes() }],
    ['tlv_value', 'port', 20, '00 01 00 03 00 00 01', { '0x0001': bytes(0, 0, 1) }],
    ['tlv_value', 'data', 20, '00 05 00 01 09', { '0x0005': bytes(9) }],
    ['tlv_value', 'data', 20, '00 05 00 05 01 02 03 04 05', { '0x0005': bytes(1, 2, 3, 4, 5) }],
    ['tlv_value', 'note', 20, '00 02 00 03 61 00 62', { '0x0002': bytes(0x61, 0, 0x62) }],
    ['tlv_value', 'number', 25, '00 03 00 01 01 00 03 00 00', { number: [1], '0x0003': bytes() }],
    ['tlv_duplicate', 'level', 21, '00 06 00 01 01 00 06 00 01 02', { level: 1, '0x0006': bytes(2) }],
    ['no_nul', 'note', 20, '00 02 00 02 61 62', { note: 'ab' }],
    ['too_long', 'note', 20, '00 02 00 06 61 62 63 64 65 00', { note: 'abcde' }],
    ['non_ascii', 'note', 20, '00 02 00 02 e9 00', { note: 'é' }],
    ['range', 'level', 20, '00 06 00 01 04', { level: 4 }],
    ['tlv_order', 'number', 27, '00 03 00 01 01 00 01 00 02 00 05 00 03 00 01 02', { number: [1, 2], port: 5 }],
    [
      'tlv_order',
      '0x1400',
      27,
      '14 00 00 01 01 00 01 00 02 00 05 14 00 00 01 02',
      {
        '0x1400': [bytes(1), bytes(2)],
        port: 5,
      },
    ],
  ])('that deviate are read with a warning of %s for %s', (code, name, offset, hex, tlvs) => {
    const { value, warnings } = warned((onWarning) => codec.decode(pingWith(hex), { onWarning }));
    expect(value).toStrictEqual({ ...ping, tlvs });
    expect(warnings).toMatchObject([{ code, command: 'ping', path: `tlvs.${name}`, offset }]);
    expect(failureOf(() => strict.decode(pingWith(hex)))).toMatchObject({
      code,
      path: `tlvs.${name}`,
      offset,
      degree: 'pdu',
    });
  });

  it('whose value did not fit are written back as they came', () => {
    for (const hex of ['00 01 00 01 05', '00 06 00 01 01 00 06 00 01 02', '00 05 00 05 01 02 03 04 05']) {
      expect(toHex(codec.encode(codec.decode(pingWith(hex))))).toBe(toHex(pingWith(hex)));
    }
  });

  it('that run past the end are kept as trailing, with those before them', () => {
    const octets = pingWith('00 06 00 01 01 00 01 00 02 05');
    const { value, warnings } = warned((onWarning) => codec.decode(octets, { onWarning }));
    expect(value).toStrictEqual({ ...ping, tlvs: { level: 1 }, trailing: bytes(0, 1, 0, 2, 5) });
    expect(warnings).toMatchObject([{ code: 'tlv_truncated', path: '', offset: 21 }]);
    expect(toHex(codec.encode(value))).toBe(toHex(octets));
    expect(failureOf(() => strict.decode(octets)).code).toBe('tlv_truncated');
  });

  it.each([
    ['a name that is not in the table', { prot: 1 }, 'unknown_tlv', 'tlvs.prot'],
    ['a tag that is not written as such', { '0x14': bytes(1) }, 'unknown_tlv', 'tlvs.0x14'],
    ['an inherited name', { toString: 1 }, 'unknown_tlv', 'tlvs.toString'],
    ['a single value where several may stand', { number: 1 }, 'type', 'tlvs.number'],
    ['a number out of its range', { port: 65536 }, 'range', 'tlvs.port'],
    ['a bigint', { port: 1n }, 'type', 'tlvs.port'],
    ['null', { port: null }, 'type', 'tlvs.port'],
    ['text where octets belong', { '0x1400': 'abc' }, 'type', 'tlvs.0x1400'],
    ['too few octets', { data: bytes(1) }, 'length', 'tlvs.data'],
    ['too long a text', { note: 'abcde' }, 'length', 'tlvs.note'],
    ['more octets than a length can say', { '0x1400': new Uint8Array(65536) }, 'length', 'tlvs.0x1400'],
    ['no object', 5, 'type', 'tlvs'],
    ['nothing', null, 'type', 'tlvs'],
  ])('are not written with %s', (_name, tlvs, code, path) => {
    expect(failureOf(() => codec.encode({ ...ping, tlvs }))).toMatchObject({ code, path, command: 'ping' });
  });

  it('that are left out are not written', () => {
    expect(codec.encode({ ...ping, tlvs: { port: undefined, number: [] } }).length).toBe(16);
    expect(codec.encode({ ...ping, tlvs: {} }).length).toBe(16);
    expect(codec.decode(codec.encode({ ...ping, tlvs: {} }))).not.toHaveProperty('tlvs');
  });
});
