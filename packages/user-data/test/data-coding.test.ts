import { describe, expect, it } from 'vitest';
import { dataCoding, msgFmt, tpDcs } from '../src/index.js';

const octets = Array.from({ length: 256 }, (_, octet) => octet);
const refused = expect.objectContaining({ name: 'UserDataError', code: 'option' });

describe('tpDcs', () => {
  it('reads every octet, and writes every one that is not reserved as it was', () => {
    const plain = octets.filter((octet) => !tpDcs.decode(octet).reserved);
    for (const octet of plain) expect(tpDcs.encode(tpDcs.decode(octet))).toBe(octet);
    // 128 general ones less those with alphabet 3 or loose low bits, three groups of eight, and eight with a class.
    expect(plain.length).toBe(4 * 3 * (4 + 1) + 3 * 8 + 8);
  });

  it.each([
    [0x00, { group: 'general', alphabet: 'gsm7', compressed: false }],
    [0x04, { group: 'general', alphabet: 'binary', compressed: false }],
    [0x08, { group: 'general', alphabet: 'ucs2', compressed: false }],
    [0x0c, { group: 'general', alphabet: 'gsm7', compressed: false, reserved: true }],
    [0x10, { group: 'general', alphabet: 'gsm7', compressed: false, messageClass: 0 }],
    [0x18, { group: 'general', alphabet: 'ucs2', compressed: false, messageClass: 0 }],
    [0x20, { group: 'general', alphabet: 'gsm7', compressed: true }],
    [0x59, { group: 'general', alphabet: 'ucs2', compressed: false, messageClass: 1, automaticDeletion: true }],
    [0x80, { group: 'reserved', alphabet: 'gsm7', compressed: false, reserved: true }],
    [0xbf, { group: 'reserved', alphabet: 'gsm7', compressed: false, reserved: true }],
    [0xf1, { group: 'messageClass', alphabet: 'gsm7', compressed: false, messageClass: 1 }],
    [0xf6, { group: 'messageClass', alphabet: 'binary', compressed: false, messageClass: 2 }],
    [0xff, { group: 'messageClass', alphabet: 'binary', compressed: false, messageClass: 3, reserved: true }],
  ])('reads 0x%s', (octet, expected) => {
    expect(tpDcs.decode(octet)).toEqual(expected);
  });

  it('reads and writes message waiting', () => {
    expect(tpDcs.decode(0xc8).messageWaiting).toEqual({ active: true, store: false, type: 'voicemail' });
    expect(tpDcs.decode(0xd1).messageWaiting).toEqual({ active: false, store: true, type: 'fax' });
    expect(tpDcs.decode(0xea)).toMatchObject({ alphabet: 'ucs2', messageWaiting: { active: true, type: 'email' } });
    expect(tpDcs.encode({ messageWaiting: { active: true, store: true, type: 'other' } })).toBe(0xdb);
  });

  it('refuses to write what no octet says', () => {
    const waiting = { active: true, store: false, type: 'fax' } as const;
    expect(() => tpDcs.encode({ alphabet: 'ucs2', messageWaiting: waiting })).toThrow(refused);
    expect(() => tpDcs.encode({ alphabet: 'binary', messageWaiting: waiting })).toThrow(refused);
    expect(() => tpDcs.encode({ messageWaiting: { ...waiting, type: 'video' } })).toThrow(refused);
    expect(() => tpDcs.encode({ messageWaiting: { ...waiting, type: 'pager' as never } })).toThrow(refused);
    expect(() => tpDcs.encode({ messageWaiting: waiting, messageClass: 1 })).toThrow(refused);
    expect(() => tpDcs.encode({ group: 'messageClass', alphabet: 'ucs2', messageClass: 1 })).toThrow(refused);
    expect(() => tpDcs.encode({ group: 'messageClass' })).toThrow(refused);
    expect(() => tpDcs.encode({ group: 'reserved' })).toThrow(refused);
    expect(() => tpDcs.encode({ alphabet: 'latin1' as never })).toThrow(refused);
    expect(() => tpDcs.encode({ messageClass: 4 as never })).toThrow(expect.objectContaining({ code: 'range' }));
  });
});

describe('dataCoding', () => {
  it.each([
    [0x01, 'ascii'],
    [0x02, 'binary'],
    [0x03, 'latin1'],
    [0x04, 'binary'],
    [0x05, 'shiftJis'],
    [0x06, 'iso88595'],
    [0x07, 'iso88598'],
    [0x08, 'ucs2'],
    [0x09, undefined],
    [0x0a, 'iso2022jp'],
    [0x0b, undefined],
    [0x0d, undefined],
    [0x0e, 'eucKr'],
    [0x0f, 'gsm7'],
    [0x15, 'binary'],
    [0x18, 'ucs2'],
    [0xc8, 'gsm7'],
    [0xe0, 'ucs2'],
    [0xf0, 'gsm7'],
    [0xf5, 'binary'],
  ])('reads 0x%s as %s', (octet, alphabet) => {
    expect(dataCoding.decode(octet).alphabet).toBe(alphabet);
  });

  it('takes the alphabet of 0 from the connection, and guesses none', () => {
    expect(dataCoding.decode(0)).toEqual({ group: 'smpp', compressed: false });
    expect(dataCoding.decode(0, { defaultAlphabet: 'latin1' }).alphabet).toBe('latin1');
    expect(dataCoding.decode(0xf1, { defaultAlphabet: 'latin1' })).toMatchObject({ alphabet: 'gsm7', messageClass: 1 });
  });

  it('reads every octet as something', () => {
    for (const octet of octets) expect(dataCoding.decode(octet).compressed).toBeTypeOf('boolean');
  });

  it('writes what it reads back', () => {
    expect(dataCoding.encode({ alphabet: 'gsm7' })).toBe(0);
    expect(dataCoding.encode({ alphabet: 'latin1' }, { defaultAlphabet: 'latin1' })).toBe(0);
    expect(dataCoding.encode({ alphabet: 'latin1' })).toBe(3);
    expect(dataCoding.encode({ alphabet: 'binary' })).toBe(4);
    expect(dataCoding.encode({ alphabet: 'eucKr' })).toBe(0x0e);
    expect(dataCoding.encode({ alphabet: 'gsm7', messageClass: 0 })).toBe(0xf0);
    expect(dataCoding.encode({ alphabet: 'binary', messageClass: 1 })).toBe(0xf5);
    expect(dataCoding.encode({ alphabet: 'ucs2', messageClass: 0 })).toBe(0x18);
    const messageWaiting = { active: true, store: true, type: 'voicemail' } as const;
    expect(dataCoding.encode({ alphabet: 'ucs2', messageWaiting })).toBe(0xe8);
  });

  it('refuses what it has no code for', () => {
    expect(() => dataCoding.encode({ alphabet: 'gb18030' })).toThrow(refused);
    expect(() => dataCoding.encode({ alphabet: 'latin1', messageClass: 0 })).toThrow(refused);
    expect(() => dataCoding.encode({ alphabet: 'gsm7' }, { defaultAlphabet: 'latin1' })).toThrow(refused);
  });
});

describe('msgFmt', () => {
  it.each([
    [0, { group: 'ascii', alphabet: 'ascii' }],
    [3, { group: 'simWrite', alphabet: 'binary' }],
    [4, { group: 'binary', alphabet: 'binary' }],
    [8, { group: 'ucs2', alphabet: 'ucs2' }],
    [15, { group: 'gb', alphabet: 'gb18030' }],
    [9, { group: 'other', alphabet: 'ucs2' }],
    [25, { group: 'other', alphabet: 'ucs2', messageClass: 1 }],
    [0xf5, { group: 'other', alphabet: 'binary', messageClass: 1 }],
    [0xf6, { group: 'other', alphabet: 'binary', messageClass: 2 }],
    [0x80, { group: 'other' }],
  ])('reads %s', (value, expected) => {
    expect(msgFmt.decode(value)).toEqual(expected);
  });

  it('takes codes of a gateway, its own and others of the table', () => {
    const vendor = { 0: 'latin1', 128: 'gb18030' } as const;
    expect(msgFmt.decode(128, { vendor }).alphabet).toBe('gb18030');
    expect(msgFmt.decode(0, { vendor })).toEqual({ group: 'ascii', alphabet: 'latin1' });
    expect(msgFmt.encode('latin1', { vendor })).toBe(0);
    for (const octet of octets) expect(msgFmt.decode(octet).group).toBeTypeOf('string');
  });

  it('writes the alphabets it has', () => {
    expect(['ascii', 'binary', 'ucs2', 'gb18030', 'gbk'].map((name) => msgFmt.encode(name as 'gbk'))).toEqual([
      0, 4, 8, 15, 15,
    ]);
    expect(() => msgFmt.encode('gsm7')).toThrow(refused);
  });
});
