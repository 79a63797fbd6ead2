import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAbsoluteTime,
  formatQueryDate,
  formatReportTime,
  parseAbsoluteTime,
  parseQueryDate,
  parseReportTime,
  stripCountryCode,
} from '../src/index.js';

const start = Date.UTC(2000, 0, 2);
const end = Date.UTC(2099, 11, 30);
const dateBy = (ms: number): fc.Arbitrary<Date> =>
  fc.integer({ min: start / ms, max: Math.floor(end / ms) }).map((count) => new Date(count * ms));

describe('report times', () => {
  it('are minutes in Beijing', () => {
    expect(parseReportTime('2611051429')).toEqual(new Date('2026-11-05T06:29:00Z'));
    expect(formatReportTime(new Date('2026-12-31T16:00:59Z'))).toBe('2701010000');
    fc.assert(
      fc.property(dateBy(60_000), (date) => {
        expect(parseReportTime(formatReportTime(date))).toEqual(date);
      }),
    );
  });

  it.each([
    '',
    '0001010000',
    '0000000000',
    '2613010000',
    '2602290000',
    '2601012400',
    '2601010060',
    '260101000',
    'ABCDEFGHIJ',
  ])('name no moment in %j', (text) => {
    expect(parseReportTime(text)).toBeUndefined();
  });

  it('refuse a date that two digits of the year cannot hold', () => {
    for (const date of [new Date('1999-12-31T00:00:00Z'), new Date('2100-01-01T00:00:00Z'), new Date(Number.NaN)]) {
      expect(() => formatReportTime(date)).toThrow(expect.objectContaining({ code: 'range', command: 'date' }));
    }
  });
});

describe('absolute times', () => {
  it('carry their zone in quarters of an hour', () => {
    const date = new Date('2026-11-05T06:29:07.350Z');
    expect(formatAbsoluteTime(date)).toBe('261105142907332+');
    expect(formatAbsoluteTime(date, -210)).toBe('261105025907314-');
    expect(formatAbsoluteTime(date, 0)).toBe('261105062907300+');
    expect(parseAbsoluteTime('261105142907332+')).toEqual(new Date('2026-11-05T06:29:07.300Z'));
    expect(parseAbsoluteTime('261105025907314-')).toEqual(new Date('2026-11-05T06:29:07.300Z'));
  });

  it('come back as they went, to a tenth of a second', () => {
    fc.assert(
      fc.property(dateBy(100), fc.integer({ min: -48, max: 48 }), (date, quarters) => {
        expect(parseAbsoluteTime(formatAbsoluteTime(date, quarters * 15))).toEqual(date);
      }),
    );
  });

  it.each([
    '',
    '261105142907332',
    '261105142907332R',
    '000002000000000R',
    '261105142907349+',
    '261305142907332+',
    '2611051429O7332+',
  ])('name no moment in %j', (text) => {
    expect(parseAbsoluteTime(text)).toBeUndefined();
  });

  it('refuse a zone that is no quarters of an hour within twelve', () => {
    for (const zone of [7, 735, -735, Number.NaN]) {
      expect(() => formatAbsoluteTime(new Date(0), zone)).toThrow(
        expect.objectContaining({ code: 'range', command: 'utcOffsetMinutes' }),
      );
    }
  });
});

describe('the day of a QUERY', () => {
  it('begins at midnight in Beijing', () => {
    expect(parseQueryDate('20261105')).toEqual(new Date('2026-11-04T16:00:00Z'));
    expect(formatQueryDate(new Date('2026-11-04T16:00:00Z'))).toBe('20261105');
    expect(formatQueryDate(new Date('2026-11-04T15:59:59Z'))).toBe('20261104');
    expect(['', '20260230', '2026110', '2026-1-1'].map(parseQueryDate)).toEqual(Array(4).fill(undefined));
    expect(parseQueryDate('00500101')?.getUTCFullYear()).toBe(49);
  });
});

describe('stripCountryCode', () => {
  it.each([
    ['8613800138000', '13800138000'],
    ['+8613800138000', '13800138000'],
    ['+861069000', '1069000'],
    ['86106900001234', '106900001234'],
    ['13800138000', '13800138000'],
    ['861380013', '861380013'],
    ['8686138001380', '8686138001380'],
    ['', ''],
  ])('makes %j %j', (number, without) => {
    expect(stripCountryCode(number)).toBe(without);
  });
});
