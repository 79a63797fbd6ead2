import fc from 'fast-check';
import calculator from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { lockingLookup, singleLookup, VACANT } from '../src/gsm7/lookup.js';
import { countSegments, type SegmentOptions } from '../src/index.js';

const { SegmentedMessage } = calculator;

function same(text: string, options?: SegmentOptions): void {
  const theirs = new SegmentedMessage(text);
  const ours = countSegments(text, options);
  expect({ alphabet: ours.alphabet, segments: ours.segments }).toEqual({
    alphabet: theirs.encodingName === 'GSM-7' ? 'gsm7' : 'ucs2',
    segments: theirs.segmentsCount,
  });
}

describe('countSegments', () => {
  it('tells alphabet, units used and left', () => {
    expect(countSegments('')).toEqual({
      alphabet: 'gsm7',
      segments: 1,
      units: 0,
      unitsPerSegment: 160,
      unitsLeft: 160,
    });
    expect(countSegments('Hello €')).toEqual({
      alphabet: 'gsm7',
      segments: 1,
      units: 8,
      unitsPerSegment: 160,
      unitsLeft: 152,
    });
    expect(countSegments('a'.repeat(161))).toMatchObject({
      segments: 2,
      units: 161,
      unitsPerSegment: 153,
      unitsLeft: 145,
    });
    expect(countSegments('中'.repeat(71))).toEqual({
      alphabet: 'ucs2',
      segments: 2,
      units: 71,
      unitsPerSegment: 67,
      unitsLeft: 63,
    });
  });

  it('takes the options of segment', () => {
    expect(countSegments('a'.repeat(150), { protocol: 'cmpp' })).toMatchObject({ alphabet: 'ascii', unitsLeft: 9 });
    expect(countSegments('中', { protocol: 'cmpp', signature: '【签】' })).toMatchObject({ units: 1, unitsLeft: 66 });
    const tail = { protocol: 'cmpp', signature: '【签】', signatureAt: 'tail' } as const;
    expect(countSegments('中'.repeat(71), tail)).toMatchObject({ segments: 2, unitsLeft: 60 });
    expect(countSegments(new Uint8Array(150), { ports: { destination: 2948, source: 9200 } })).toMatchObject({
      alphabet: 'binary',
      segments: 2,
      unitsPerSegment: 128,
      unitsLeft: 106,
    });
  });
});

describe('beside sms-segments-calculator 1.3.0, the counts are equal', () => {
  const table = [...lockingLookup(0).units, ...singleLookup(0).units].filter((unit) => unit !== VACANT);
  const gsm = table.map((unit) => String.fromCharCode(unit));

  it('for each character of the GSM alphabet, around every limit', () => {
    for (const character of gsm) {
      for (const length of [80, 81, 153, 160, 161]) same(character.repeat(length));
    }
  });

  it('for any text of the GSM alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...gsm), maxLength: 700, size: 'max' }), (text) => {
        same(text);
      }),
    );
  });

  it('for any text of characters that stand alone, of two and of four octets', () => {
    const alone = fc.oneof(
      fc.constantFrom(...gsm),
      fc.constantFrom(...Array.from('中文字あЖşقβ—“”')),
      fc.constantFrom('😀', '🚀', '𝒜'),
    );
    fc.assert(
      fc.property(fc.string({ unit: alone, maxLength: 300, size: 'max' }), (text) => {
        same(text);
      }),
    );
  });

  it('for graphemes of several characters, when we are asked to keep them, which it always does', () => {
    const unit = fc.constantFrom('a', '中', 'e\u0301', '👨‍👩‍👧‍👦', '👍🏽', '🇩🇪', '😀');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 300, size: 'max' }), (text) => {
        same(text, { graphemes: true });
      }),
    );
  });
});

describe('beside sms-segments-calculator 1.3.0, the counts differ', () => {
  const theirs = (text: string) => new SegmentedMessage(text).segmentsCount;

  it('where a grapheme stands across a limit and nobody asked for it to be kept', () => {
    const flags = '🇩🇪'.repeat(49);
    expect([theirs(flags), countSegments(flags).segments, countSegments(flags, { graphemes: true }).segments]).toEqual([
      4, 3, 4,
    ]);
  });

  it('where a line break of two characters stands across a limit: it cuts them, Unicode calls them one grapheme', () => {
    const text = `${'a'.repeat(152)}\r\n${'a'.repeat(152)}`;
    expect([theirs(text), countSegments(text).segments, countSegments(text, { graphemes: true }).segments]).toEqual([
      2, 2, 3,
    ]);
  });

  it('where a grapheme is longer than a segment, which it puts into one all the same', () => {
    const text = `a${'\u0301'.repeat(150)}`;
    expect([theirs(text), countSegments(text).segments]).toEqual([2, 3]);
  });
});
