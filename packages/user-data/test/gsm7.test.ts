import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockingLookup, singleLookup, VACANT } from '../src/gsm7/lookup.js';
import { gsm7, type NationalLanguage, nationalLanguages } from '../src/index.js';

const shifts = [undefined, ...nationalLanguages];
const lockings = shifts.filter((language) => language !== 'spanish');
const identifier = (language: NationalLanguage | undefined) => shifts.indexOf(language);
const cells = (units: Uint16Array) => [...units].flatMap((unit) => (unit === VACANT ? [] : String.fromCharCode(unit)));
const locking = (language: NationalLanguage | undefined) => cells(lockingLookup(identifier(language)).units);
const single = (language: NationalLanguage | undefined) => cells(singleLookup(identifier(language)).units);
const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex');
const unhex = (digits: string) => new Uint8Array(Buffer.from(digits, 'hex'));

describe('the tables', () => {
  it.each(lockings)('read back every character they write: locking %s', (language) => {
    for (const other of shifts) {
      const text = [...locking(language), ...single(other)].join('');
      const tables = { locking: language, single: other };
      expect(gsm7.decode(gsm7.encode(text, tables), { ...tables, strict: true })).toBe(text);
    }
  });

  it.each(lockings)('read and write again every septet with a character: locking %s', (language) => {
    const { units } = lockingLookup(identifier(language));
    const septets = Uint8Array.from(units.keys()).filter((septet) => units[septet] !== VACANT);
    const tables = { locking: language };
    expect(gsm7.encode(gsm7.decode(septets, tables), tables)).toEqual(septets);
  });

  it('have as many characters as the standard: 2431 in all', () => {
    const all = [...lockings.flatMap(locking), ...shifts.flatMap(single)];
    expect(all.length).toBe(2431);
    expect(locking(undefined).length).toBe(127);
    expect(single(undefined).length).toBe(10);
  });

  it('are those that were compared cell by cell with four transcriptions of the standard', () => {
    const all = shifts.map((_, id) => [...lockingLookup(id).units, ...singleLookup(id).units].join());
    expect(createHash('sha256').update(all.join()).digest('hex').slice(0, 16)).toBe('d9a62ed9e0502581');
  });

  it.each(lockings)('have no character twice: locking %s', (language) => {
    expect(new Set(locking(language)).size).toBe(locking(language).length);
  });

  it.each(shifts)('have the page break, the brackets and the euro of the default extension: single %s', (language) => {
    const { units, septets } = singleLookup(identifier(language));
    for (const character of '\f^{}\\[~]|€') {
      const septet = singleLookup(0).septets[character.charCodeAt(0)] as number;
      expect(units[septet]).toBe(character.charCodeAt(0));
      expect(septets[character.charCodeAt(0)]).toBe(septet);
    }
  });

  it.each(nationalLanguages.slice(3))('write the lower of two septets for * and ¡: single %s', (language) => {
    const { units } = singleLookup(identifier(language));
    expect([units[0x0b], units[0x18], units[0x13], units[0x15]]).toEqual([0x2a, 0x2a, 0xa1, 0xa1]);
    expect(hex(gsm7.encode('*¡', { single: language, locking: language }))).toBe('1b0b1b13');
  });

  it.each(nationalLanguages.slice(3))('have the parentheses swapped and no Latin capitals: locking %s', (language) => {
    expect(hex(gsm7.encode('()', { locking: language }))).toBe('2928');
    expect(hex(gsm7.encode('az', { locking: language }))).toBe('617a');
    expect(hex(gsm7.encode('AZ', { locking: language, single: language }))).toBe('1b411b5a');
    expect(() => gsm7.encode('A', { locking: language })).toThrow(expect.objectContaining({ code: 'unencodable' }));
  });

  it('have the cells that other tables get wrong', () => {
    expect(hex(gsm7.encode('Ç'))).toBe('09');
    expect(() => gsm7.encode('ç')).toThrow(expect.objectContaining({ code: 'unencodable', character: 'ç', index: 0 }));
    expect(hex(gsm7.encode('€ç', { locking: 'turkish' }))).toBe('0460');
    expect(hex(gsm7.encode('^\\|~`', { locking: 'portuguese' }))).toBe('16171a607d');
    expect(hex(gsm7.encode('\u0901\u0902\u0903', { locking: 'hindi' }))).toBe('000102');
    expect(hex(gsm7.encode('\u0ca1', { locking: 'kannada' }))).toBe('24');
    expect(hex(gsm7.encode('Ê', { single: 'portuguese' }))).toBe('1b1f');
  });

  it('are named by language or by identifier', () => {
    expect(gsm7.encode('ş', { single: 1 })).toEqual(gsm7.encode('ş', { single: 'turkish' }));
    expect(gsm7.decode(unhex('00'), { locking: 13 })).toBe('\u0627');
    expect(gsm7.encode('@', { single: 0, locking: 0 })).toEqual(unhex('00'));
  });

  it.each([
    { locking: 'spanish' as const },
    { locking: 14 },
    { single: 255 },
    { single: 1.5 },
    { single: 'klingon' as never },
    { locking: '__proto__' as never },
  ])('refuse to write with %o and are read as the default ones', (tables) => {
    expect(() => gsm7.encode('a', tables)).toThrow(expect.objectContaining({ code: 'language' }));
    const warnings: string[] = [];
    expect(gsm7.decode(unhex('0061'), { ...tables, onWarning: ({ code }) => warnings.push(code) })).toBe('@a');
    expect(warnings).toEqual(['language']);
  });
});

describe('gsm7.encode', () => {
  it('names the character it cannot write and its index', () => {
    expect(() => gsm7.encode('ab😀')).toThrow(
      expect.objectContaining({ name: 'UserDataError', code: 'unencodable', character: '😀', index: 2, offset: 2 }),
    );
    expect(() => gsm7.encode('a\u0000')).toThrow(/U\+0000/);
    expect(() => gsm7.encode('\ud800')).toThrow(/lone surrogate/);
  });

  it('replaces or transliterates where asked', () => {
    const text = '“Ça”… șă łódź – 😀✓ ναι\u00a0№5';
    expect(gsm7.decode(gsm7.encode('a😀b✓', { unencodable: 'replace' }))).toBe('a?b?');
    expect(gsm7.decode(gsm7.encode('a😀', { unencodable: 'replace', replacement: '[]' }))).toBe('a[]');
    expect(gsm7.decode(gsm7.encode(text, { unencodable: 'transliterate' }))).toBe('"Ça"... sa lodz - ?? NAI No5');
    expect(gsm7.decode(gsm7.encode('ά ﬃ ΐ Å\u0327 中', { unencodable: 'transliterate' }))).toBe('A ffi I Å ?');
    expect(() => gsm7.encode('✓', { unencodable: 'replace', replacement: '✗' })).toThrow(/replacement.*✗/);
  });

  it('leaves what it can write alone when it transliterates', () => {
    expect(gsm7.decode(gsm7.encode('€ñÄ ç', { unencodable: 'transliterate' }))).toBe('€ñÄ c');
    const tables = { single: 'turkish' as const };
    expect(gsm7.decode(gsm7.encode('ç â', { unencodable: 'transliterate', ...tables }), tables)).toBe('ç a');
  });

  it('writes texts longer than its scratch', () => {
    const text = 'a€'.repeat(3000);
    expect(gsm7.decode(gsm7.encode(text))).toBe(text);
  });
});

describe('gsm7.decode', () => {
  it.each([
    ['1b1b41', ' A', 'an escape after an escape as a space'],
    ['411b', 'A ', 'an escape at the end as a space'],
    ['1b41', 'A', 'an escape before a septet without a meaning as that septet'],
    ['1b0d', '\r', 'an escape before the reserved control as a carriage return'],
    ['41ff', 'A\ufffd', 'what is no septet as U+FFFD'],
    ['1bff41', '\ufffdA', 'an escape before what is no septet as U+FFFD'],
  ])('reads %s as %j: %s', (octets, text) => {
    const warnings: string[] = [];
    expect(gsm7.decode(unhex(octets), { onWarning: ({ code }) => warnings.push(code) })).toBe(text);
    expect(warnings).toEqual(['undecodable']);
    expect(() => gsm7.decode(unhex(octets), { strict: true })).toThrow(
      expect.objectContaining({ code: 'undecodable' }),
    );
  });

  it('reads a cell without a character as U+FFFD and says where', () => {
    const warnings: unknown[] = [];
    expect(gsm7.decode(unhex('610c'), { locking: 'bengali', onWarning: (w) => warnings.push(w) })).toBe('a\ufffd');
    expect(warnings).toEqual([expect.objectContaining({ code: 'undecodable', path: 'gsm7', offset: 1 })]);
  });

  it('reads any octets in any tables, and only strictly throws', () => {
    const language = fc.constantFrom(...shifts);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000, size: 'max' }), language, language, (octets, one, other) => {
        expect(gsm7.decode(octets, { single: one, locking: other }).length).toBeLessThanOrEqual(octets.length);
      }),
    );
  });
});

describe('gsm7.pack', () => {
  it('packs eight septets into seven octets', () => {
    expect(hex(gsm7.pack(gsm7.encode('hellohello')))).toBe('e8329bfd4697d9ec37');
    expect(hex(gsm7.pack(gsm7.encode('12345678')))).toBe('31d98c56b3dd70');
    expect(hex(gsm7.pack(gsm7.encode('1')))).toBe('31');
    expect(gsm7.pack(new Uint8Array(0))).toEqual(new Uint8Array(0));
  });

  it('starts on a septet boundary behind a header', () => {
    expect(
      [0, 4, 5, 6, 7, 8, 9, 12].map((length) => gsm7.pack(Uint8Array.of(0x7f), { headerLength: length })[0]),
    ).toEqual([0x7f, 0xf8, 0xfc, 0xfe, 0x7f, 0xc0, 0xe0, 0xfc]);
    expect(gsm7.pack(new Uint8Array(153), { headerLength: 6 }).length).toBe(134);
    expect(gsm7.pack(new Uint8Array(152), { headerLength: 7 }).length).toBe(133);
  });

  it('is undone by unpack, told the number of septets', () => {
    const septets = fc.uint8Array({ max: 0x7f, maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(septets, fc.nat(20), (octets, headerLength) => {
        const packed = gsm7.pack(octets, { headerLength });
        expect(gsm7.unpack(packed, { headerLength, septets: octets.length, strict: true })).toEqual(octets);
      }),
    );
  });

  it('is undone by unpack without the number under the rule of USSD, unless a carriage return ends it', () => {
    const septets = fc
      .uint8Array({ max: 0x7f, maxLength: 200, size: 'max' })
      .filter((octets) => octets.at(-1) !== 0x0d);
    fc.assert(
      fc.property(septets, fc.nat(20), (octets, headerLength) => {
        const options = { headerLength, ussd: true };
        expect(gsm7.unpack(gsm7.pack(octets, options), options)).toEqual(octets);
      }),
    );
  });

  it('fills seven spare bits with a carriage return in USSD, and doubles a real one', () => {
    expect(hex(gsm7.pack(gsm7.encode('1234567'), { ussd: true }))).toBe('31d98c56b3dd1a');
    expect(hex(gsm7.pack(gsm7.encode('1234567')))).toBe('31d98c56b3dd00');
    expect(gsm7.decode(gsm7.unpack(unhex('31d98c56b3dd1a'), { ussd: true }))).toBe('1234567');
    expect(gsm7.decode(gsm7.unpack(unhex('31d98c56b3dd00')))).toBe('1234567@');
    const doubled = gsm7.pack(gsm7.encode('1234567\r'), { ussd: true });
    expect(gsm7.decode(gsm7.unpack(doubled, { ussd: true }))).toBe('1234567\r\r');
  });

  it('refuses an octet that is no septet, and unpack reads no more than there is', () => {
    expect(() => gsm7.pack(Uint8Array.of(1, 0x80))).toThrow(expect.objectContaining({ code: 'range', offset: 1 }));
    for (const septets of [9, -1, 1e9, Number.NaN, 1.5]) {
      const warnings: string[] = [];
      const got = gsm7.unpack(new Uint8Array(7), { septets, onWarning: ({ code }) => warnings.push(code) });
      expect(got.length).toBeLessThanOrEqual(8);
      expect(warnings).toEqual(['length']);
    }
  });
});
