import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ascii,
  binary,
  type Decoder,
  eucKr,
  gb18030,
  iso2022jp,
  iso88595,
  iso88598,
  latin1,
  shiftJis,
  ucs2,
} from '../src/index.js';

const unhex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'));
const every = Uint8Array.from({ length: 256 }, (_, octet) => octet);

describe('single octets', () => {
  it.each([
    [ascii, 128],
    [latin1, 256],
    [binary, 256],
    [iso88595, 256],
    [iso88598, 220],
  ])('$name reads and writes back every octet with a character', (alphabet, count) => {
    const text = alphabet.decode(every);
    const octets = every.filter((octet) => text[octet] !== '\ufffd');
    expect(octets.length).toBe(count);
    expect(alphabet.encode(alphabet.decode(octets, { strict: true }))).toEqual(octets);
  });

  it.each([
    [iso88595, 'iso-8859-5'],
    [iso88598, 'iso-8859-8'],
  ])('$name agrees with the decoder of the platform', (alphabet, label) => {
    expect(alphabet.decode(every)).toBe(new TextDecoder(label).decode(every));
  });

  it('names what it cannot write, replaces it, and tells of what it cannot read', () => {
    expect(() => latin1.encode('a€')).toThrow(
      expect.objectContaining({ code: 'unencodable', character: '€', index: 1 }),
    );
    expect(latin1.decode(latin1.encode('€😀é', { unencodable: 'transliterate' }))).toBe('EUR?é');
    expect(ascii.decode(ascii.encode('Привет é', { unencodable: 'replace' }))).toBe('?????? ?');
    const warnings: unknown[] = [];
    expect(ascii.decode(unhex('41ff'), { onWarning: (warning) => warnings.push(warning) })).toBe('A\ufffd');
    expect(warnings).toEqual([expect.objectContaining({ code: 'undecodable', path: 'ascii', offset: 1 })]);
    expect(() => ascii.decode(unhex('80'), { strict: true })).toThrow(expect.objectContaining({ code: 'undecodable' }));
  });

  it('reads texts longer than one piece', () => {
    const text = 'Привет, '.repeat(1000);
    expect(iso88595.decode(iso88595.encode(text))).toBe(text);
  });
});

describe('ucs2', () => {
  it('round-trips every unit that is no surrogate, and every text', () => {
    let units = '';
    for (let unit = 0; unit < 0x10000; unit++) if ((unit & 0xf800) !== 0xd800) units += String.fromCharCode(unit);
    expect(ucs2.decode(ucs2.encode(units))).toBe(units);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000, size: 'max' }), (text) => {
        expect(ucs2.decode(ucs2.encode(text), { strict: true })).toBe(text);
      }),
    );
  });

  it('is UTF-16 with the high octet first', () => {
    expect(ucs2.encode('a中😀')).toEqual(unhex('00614e2dd83dde00'));
  });

  it('refuses to write a lone surrogate, and reads it so that halves can be joined', () => {
    expect(() => ucs2.encode('a\ude00')).toThrow(expect.objectContaining({ code: 'unencodable', index: 1 }));
    expect(() => ucs2.encode('\ud83d\ud83d\ude00')).toThrow(expect.objectContaining({ index: 0 }));
    expect(ucs2.decode(ucs2.encode('\ud83da', { unencodable: 'replace', replacement: '\ufffd' }))).toBe('\ufffda');
    expect(ucs2.decode(unhex('d83d')) + ucs2.decode(unhex('de00'))).toBe('😀');
  });

  it('tells of half a unit', () => {
    const warnings: unknown[] = [];
    expect(ucs2.decode(unhex('006100'), { onWarning: (warning) => warnings.push(warning) })).toBe('a\ufffd');
    expect(warnings).toEqual([expect.objectContaining({ code: 'length', offset: 2 })]);
    expect(() => ucs2.decode(unhex('00'), { strict: true })).toThrow(expect.objectContaining({ code: 'length' }));
  });
});

describe('alphabets of the platform', () => {
  it.each([
    [shiftJis, '93fa967b8cea', '日本語'],
    [iso2022jp, '1b2442467c4b5c386c1b2842', '日本語'],
    [eucKr, 'c7d1b1b9beee', '한국어'],
  ])('$name is read', (decoder: Decoder, octets, text) => {
    expect(decoder.decode(unhex(octets), { strict: true })).toBe(text);
  });

  it('say where the octets stop to make sense, again and again', () => {
    for (let i = 0; i < 3; i++) {
      const warnings: unknown[] = [];
      const options = { onWarning: (warning: unknown) => warnings.push(warning) };
      expect(shiftJis.decode(unhex('93fa41ff42'), options)).toBe('日A\ufffdB');
      expect(warnings).toEqual([expect.objectContaining({ code: 'undecodable', path: 'shiftJis', offset: 3 })]);
      expect(() => eucKr.decode(unhex('41c7'), { strict: true })).toThrow(expect.objectContaining({ offset: 2 }));
      expect(shiftJis.decode(unhex('93fa'), { strict: true })).toBe('日');
    }
  });

  it('are a typed error where the platform has none', async () => {
    const { TextDecoder } = globalThis;
    const { platformDecoder } = await import('../src/platform-decoder.js');
    expect(() => platformDecoder('eucKr', 'no-such-label', true)).toThrow(
      expect.objectContaining({ code: 'platform' }),
    );
    try {
      Reflect.deleteProperty(globalThis, 'TextDecoder');
      expect(() => platformDecoder('gb18030', 'gb18030', true)).toThrow(/no TextDecoder for gb18030/);
    } finally {
      globalThis.TextDecoder = TextDecoder;
    }
    expect(gb18030.decode(unhex('d6d0'))).toBe('中');
  });
});
