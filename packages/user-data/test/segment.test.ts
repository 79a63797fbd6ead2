import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSegments, decodeUdh, gsm7, readHeader, type SegmentOptions, segment, ucs2 } from '../src/index.js';
import { capacity } from '../src/segment/limits.js';

const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex');
const failure = (code: string) => expect.objectContaining({ name: 'UserDataError', code });
const sizes = (text: string | Uint8Array, options: SegmentOptions) =>
  segment(text, options).parts.map(({ payload }) => payload.length);

describe('limits', () => {
  // The table of reference budgets: [header octets, septets, octets, UCS-2 units].
  it.each([
    [0, 160, 140, 70],
    [4, 155, 136, 68],
    [5, 154, 135, 67],
    [6, 153, 134, 67],
    [7, 152, 133, 66],
    [8, 150, 132, 66],
    [9, 149, 131, 65],
    [10, 148, 130, 65],
    [11, 147, 129, 64],
    [12, 146, 128, 64],
    [13, 145, 127, 63],
    [14, 144, 126, 63],
    [15, 142, 125, 62],
    [16, 141, 124, 62],
    [17, 140, 123, 61],
    [18, 139, 122, 61],
    [19, 138, 121, 60],
  ])('with a header of %s octets leave room for %s septets, %s octets, %s units', (header, septets, octets, units) => {
    expect(capacity('smpp', 'udh', 'gsm7', header)).toBe(septets);
    expect(capacity('smpp', 'udh', 'binary', header)).toBe(octets);
    expect(capacity('smpp', 'udh', 'ucs2', header)).toBe(units * 2);
  });

  it('are CMPP’s for CMPP', () => {
    expect(sizes('a'.repeat(159), { protocol: 'cmpp' })).toEqual([159]);
    expect(sizes('a'.repeat(160), { protocol: 'cmpp', reference: 1 })).toEqual([134, 26]);
    expect(sizes('中'.repeat(70), { protocol: 'cmpp' })).toEqual([140]);
    expect(sizes('中'.repeat(71), { protocol: 'cmpp' })).toEqual([134, 8]);
    expect(sizes('中'.repeat(71), { protocol: 'cmpp', referenceWidth: 16 })).toEqual([132, 10]);
    expect(sizes(new Uint8Array(141), { protocol: 'cmpp' })).toEqual([134, 7]);
  });
});

describe('segment', () => {
  it('leaves what fits one SMS without a header', () => {
    const { alphabet, dataCoding, parts } = segment('a'.repeat(160));
    expect({ alphabet, dataCoding }).toEqual({ alphabet: 'gsm7', dataCoding: 0 });
    expect(parts).toEqual([
      {
        udh: new Uint8Array(0),
        payload: gsm7.encode('a'.repeat(160)),
        userData: gsm7.encode('a'.repeat(160)),
        units: 160,
        sequence: 1,
        total: 1,
      },
    ]);
    expect(segment('').parts.map(({ userData }) => userData.length)).toEqual([0]);
  });

  it('numbers the segments of what does not', () => {
    const { parts } = segment('a'.repeat(161), { reference: 7 });
    expect(parts.map(({ udh, units, sequence, total }) => [hex(udh), units, sequence, total])).toEqual([
      ['050003070201', 153, 1, 2],
      ['050003070202', 8, 2, 2],
    ]);
    const wide = segment('a'.repeat(161), { reference: 0x1234, referenceWidth: 16 });
    expect(wide.parts.map(({ udh, units }) => [hex(udh), units])).toEqual([
      ['06080412340201', 152],
      ['06080412340202', 9],
    ]);
    expect(hex(parts[0]?.userData.subarray(0, 7) as Uint8Array)).toBe('05000307020161');
  });

  it('carries WAP push to its port in two segments', () => {
    const { alphabet, dataCoding, msgFmt, parts } = segment(new Uint8Array(150), {
      ports: { destination: 2948, source: 9200 },
      reference: 7,
    });
    expect({ alphabet, dataCoding, msgFmt }).toEqual({ alphabet: 'binary', dataCoding: 4, msgFmt: 4 });
    expect(parts.map(({ udh, payload }) => [hex(udh), payload.length])).toEqual([
      ['0b05040b8423f00003070201', 128],
      ['0b05040b8423f00003070202', 22],
    ]);
    const { parts: alone } = segment(new Uint8Array(133), { ports: { destination: 2948, source: 9200 } });
    expect(alone.map(({ udh }) => hex(udh))).toEqual(['0605040b8423f0']);
  });

  it('never cuts an escape from its septet or a surrogate from its pair', () => {
    expect(sizes('€'.repeat(81), {})).toEqual([152, 10]);
    expect(sizes(`a${'€'.repeat(81)}`, {})).toEqual([153, 10]);
    expect(sizes('😀'.repeat(36), {})).toEqual([132, 12]);
    expect(sizes(`中${'😀'.repeat(36)}`, {})).toEqual([134, 12]);
    expect(sizes(`中${'a'.repeat(138)}`, { alphabet: 'gb18030', protocol: 'cmpp' })).toEqual([140]);
    expect(sizes(`a${'中'.repeat(70)}`, { alphabet: 'gb18030', protocol: 'cmpp' })).toEqual([133, 8]);
    expect(sizes(`aa${'😀'.repeat(35)}`, { alphabet: 'gb18030' })).toEqual([134, 8]);
    expect(sizes(`aaa${'😀'.repeat(35)}`, { alphabet: 'gb18030' })).toEqual([131, 12]);
  });

  it('keeps graphemes whole when asked, unless one is longer than a segment', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(sizes(`aaa${family.repeat(7)}`, {})).toEqual([134, 26]);
    expect(sizes(`aaa${family.repeat(7)}`, { graphemes: true })).toEqual([116, 44]);
    const flags = `中${'a'.repeat(65)}🇩🇪🇫🇷`;
    const cut = segment(flags, { graphemes: true }).parts.map(({ payload }) => ucs2.decode(payload));
    expect(cut).toEqual([flags.slice(0, 66), '🇩🇪🇫🇷']);
    const zalgo = `a${'\u0301'.repeat(150)}b`;
    expect(sizes(zalgo, { graphemes: true })).toEqual([134, 134, 36]);
    expect(sizes(new Uint8Array(141), { graphemes: true })).toEqual([134, 7]);
  });

  it('takes the cheapest alphabet that carries the text', () => {
    const cheapest = (text: string, options?: SegmentOptions) => segment(text, options).alphabet;
    expect(cheapest('plain €')).toBe('gsm7');
    expect(cheapest('ş')).toBe('ucs2');
    expect(cheapest('ç', { alphabet: ['gsm7', 'latin1', 'ucs2'] })).toBe('latin1');
    expect(cheapest('中文 and more', { alphabet: ['ascii', 'gb18030', 'ucs2'], protocol: 'cmpp' })).toBe('gb18030');
    expect(cheapest('{}'.repeat(30), { alphabet: ['gsm7', 'latin1'] })).toBe('latin1');
    expect(cheapest('plain', { protocol: 'cmpp' })).toBe('ascii');
    expect(cheapest('中文', { protocol: 'cmpp' })).toBe('ucs2');
    expect(cheapest('plain', { alphabet: 'ucs2' })).toBe('ucs2');
  });

  it('uses a national table where it is allowed and pays', () => {
    const text = 'Pijamalı hasta, yağız şoföre çabucak güvendi. '.repeat(3);
    expect(segment(text).parts.length).toBe(3);
    const cut = segment(text, { languages: ['turkish'] });
    expect([cut.alphabet, cut.single, cut.locking, cut.parts.length]).toEqual(['gsm7', undefined, 'turkish', 1]);
    expect(hex(cut.parts[0]?.udh as Uint8Array)).toBe('03250101');
    expect(gsm7.decode(cut.parts[0]?.payload as Uint8Array, { locking: 'turkish', strict: true })).toBe(text);

    const long = segment(text.repeat(2), { languages: 'all', reference: 9 });
    expect(long.parts.map(({ udh, units }) => [hex(udh), units])).toEqual([
      ['082501010003090201', 149],
      ['082501010003090202', 127],
    ]);
    expect(segment('plain', { languages: 'all' })).not.toHaveProperty('locking');
    const both = segment('નમસ્તે ABC '.repeat(8), { languages: ['gujarati'] });
    expect([both.single, both.locking]).toEqual(['gujarati', 'gujarati']);
    expect(readHeader(decodeUdh(both.parts[0]?.udh as Uint8Array))).toEqual({
      single: 'gujarati',
      locking: 'gujarati',
    });
    // Two octets of UCS-2 are fewer than a header and an escape.
    expect(segment('ş', { languages: 'all' }).alphabet).toBe('ucs2');
  });

  it('names what no alphabet carries, or changes it when told', () => {
    expect(() => segment('ab😀', { alphabet: 'gsm7' })).toThrow(
      expect.objectContaining({ code: 'unencodable', index: 2, character: '😀' }),
    );
    expect(() => segment('\ud800')).toThrow(failure('unencodable'));
    const policy = { unencodable: 'transliterate', alphabet: 'gsm7' } as const;
    expect(gsm7.decode(segment('“ş” 😀', policy).parts[0]?.payload as Uint8Array)).toBe('"s" ?');
    const kept = segment('“ş” 😀', { ...policy, languages: ['turkish'] });
    expect(gsm7.decode(kept.parts[0]?.payload as Uint8Array, { locking: kept.locking, single: kept.single })).toBe(
      '"ş" ?',
    );
    expect(segment('😀', { unencodable: 'replace' }).alphabet).toBe('ucs2');
  });

  it('gives the numbers to sar_ TLVs with the limits of the header', () => {
    const options = { carrier: 'sar', reference: 0x1234, ports: { destination: 2948, source: 9200 } } as const;
    const { parts, ports } = segment('a'.repeat(161), options);
    expect(ports).toEqual(options.ports);
    expect(parts.map(({ udh, units, sar }) => [udh.length, units, sar])).toEqual([
      [0, 153, { reference: 0x1234, total: 2, sequence: 1 }],
      [0, 8, { reference: 0x1234, total: 2, sequence: 2 }],
    ]);
    expect(segment('a'.repeat(160), options).parts[0]).not.toHaveProperty('sar');
    expect(sizes('中'.repeat(71), options)).toEqual([134, 8]);
  });

  it('gives message_payload the message whole, up to what it can count', () => {
    const { parts } = segment('a'.repeat(65535), { carrier: 'payload' });
    expect(parts.map(({ udh, payload, total }) => [udh.length, payload.length, total])).toEqual([[0, 65535, 1]]);
    expect(() => segment('a'.repeat(65536), { carrier: 'payload' })).toThrow(failure('segments'));
  });

  it('packs septets behind the header', () => {
    const { parts } = segment('a'.repeat(161), { packed: true });
    expect(parts.map(({ payload, units }) => [payload.length, units])).toEqual([
      [134, 153],
      [8, 8],
    ]);
    expect(sizes('a'.repeat(160), { packed: true })).toEqual([140]);
  });

  it('leaves room for the signature a gateway adds', () => {
    const signed = (length: number, more: SegmentOptions) =>
      sizes('中'.repeat(length), { protocol: 'cmpp', signature: '【签名】', ...more });
    expect(signed(66, {})).toEqual([132]);
    expect(signed(67, {})).toEqual([126, 8]);
    expect(signed(66 + 64, {})).toEqual([126, 134]);
    expect(signed(67, { signatureAt: 'tail' })).toEqual([132, 2]);
    expect(signed(70, { signatureAt: 'tail' })).toEqual([134, 6]);
    expect(segment('plain', { protocol: 'cmpp', signature: '【签名】' }).alphabet).toBe('ucs2');
    expect(sizes('plain', { protocol: 'cmpp', signature: '[us]', signatureAt: 'tail' })).toEqual([5]);
    expect(() => signed(1, { signature: '签'.repeat(70) })).toThrow(failure('length'));
    expect(() => signed(1, { signature: '签'.repeat(70), signatureAt: 'tail' })).toThrow(failure('length'));
  });

  it('refuses more than 255 segments', () => {
    expect(segment(new Uint8Array(255 * 134)).parts.length).toBe(255);
    expect(() => segment(new Uint8Array(255 * 134 + 1))).toThrow(failure('segments'));
    expect(segment('a'.repeat(255 * 153)).parts.at(-1)).toMatchObject({ sequence: 255, total: 255, units: 153 });
    expect(() => segment('a'.repeat(255 * 153 + 1))).toThrow(failure('segments'));
    expect(() => segment('中'.repeat(1e6))).toThrow(failure('segments'));
  });

  it.each<[string, SegmentOptions]>([
    ['range', { reference: 256 }],
    ['range', { reference: -1 }],
    ['range', { reference: 1.5 }],
    ['range', { reference: 0x10000, referenceWidth: 16 }],
    ['range', { reference: 0x10000, carrier: 'sar' }],
    ['range', { ports: { destination: 0x10000, source: 0 } }],
    ['option', { carrier: 'sar', protocol: 'cmpp' }],
    ['option', { carrier: 'payload', languages: 'all' }],
    ['option', { protocol: 'cmpp', languages: ['turkish'] }],
    ['option', { carrier: 'pigeon' as never }],
    ['option', { protocol: 'sgip' as never }],
    ['option', { referenceWidth: 12 as never }],
    ['option', { alphabet: [] }],
    ['alphabet', { alphabet: 'shiftJis' as never }],
    ['language', { languages: ['klingon' as never] }],
  ])('refuses with %s: %o', (code, options) => {
    expect(() => segment('a', options)).toThrow(failure(code));
  });

  it('edits neither the message nor the options', () => {
    const octets = new Uint8Array(200).fill(7);
    const options: SegmentOptions = Object.freeze({
      ports: Object.freeze({ destination: 1, source: 2 }),
      reference: 3,
    });
    for (const { userData } of segment(octets, options).parts) userData.fill(0);
    expect(octets.every((octet) => octet === 7)).toBe(true);
  });

  it('gives every segment a header that reads strictly and at most 140 octets on the air', () => {
    const options = fc.record({
      referenceWidth: fc.constantFrom(8 as const, 16 as const),
      ports: fc.constantFrom(undefined, { destination: 2948, source: 9200 }),
      languages: fc.constantFrom([], 'all' as const),
      reference: fc.integer({ min: 0, max: 255 }),
    });
    const unit = fc.oneof(fc.constantFrom(...Array.from('aZ€{ĞşçãÇ\n')), fc.constantFrom(...Array.from('नमसકણ中😀')));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 600, size: 'max' }), options, (text, chosen) => {
        const { parts, alphabet } = segment(text, chosen);
        for (const { udh, payload, units, sequence, total } of parts) {
          const air =
            alphabet === 'gsm7'
              ? Math.ceil((Math.ceil((udh.length * 8) / 7) + units) * 7) / 8
              : udh.length + payload.length;
          expect(air).toBeLessThanOrEqual(140);
          const header = readHeader(decodeUdh(udh, { strict: true }), { strict: true });
          if (total > 1) expect(header.concatenation).toMatchObject({ reference: chosen.reference, sequence, total });
        }
        expect(countSegments(text, chosen)).toMatchObject({ alphabet, segments: parts.length });
      }),
    );
  });
});
