import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, parseTime, type RelativeTime, resolveTime } from '../src/index.js';

const fault = (code: string) => expect.objectContaining({ name: 'PduError', code });
const utc = (text: string): Date => new Date(text);
const relative = (parts: Partial<RelativeTime>): RelativeTime => ({
  kind: 'relative',
  years: 0,
  months: 0,
  days: 0,
  hours: 0,
  minutes: 0,
  seconds: 0,
  ...parts,
});

describe('parseTime and formatTime', () => {
  it('give the relative time of the standard', () => {
    const time = relative({ years: 2, months: 6, days: 10, hours: 23, minutes: 34, seconds: 29 });
    expect(parseTime('020610233429000R')).toEqual(time);
    expect(formatTime(time)).toBe('020610233429000R');
    expect(formatTime({ kind: 'relative', days: 7 })).toBe('000007000000000R');
    expect(formatTime({ kind: 'relative' })).toBe('000000000000000R');
  });

  it('take the empty string for no time', () => {
    expect(parseTime('')).toBeUndefined();
    expect(formatTime(undefined)).toBe('');
  });

  it.each([
    ['261002123456700+', '2026-10-02T12:34:56.700Z', 0],
    ['261002123456704+', '2026-10-02T11:34:56.700Z', 60],
    ['261002123456022-', '2026-10-02T18:04:56.000Z', -330],
    ['261002123456023+', '2026-10-02T06:49:56.000Z', 345],
    ['261002123456001-', '2026-10-02T12:49:56.000Z', -15],
    ['261002000000048+', '2026-10-01T12:00:00.000Z', 720],
    ['261002120000048-', '2026-10-03T00:00:00.000Z', -720],
    ['240229235959900+', '2024-02-29T23:59:59.900Z', 0],
    ['000229000000000+', '2000-02-29T00:00:00.000Z', 0],
    ['370101000000000+', '2037-01-01T00:00:00.000Z', 0],
    ['380101000000000+', '1938-01-01T00:00:00.000Z', 0],
    ['991231235959000+', '1999-12-31T23:59:59.000Z', 0],
    ['380101000000004+', '1937-12-31T23:00:00.000Z', 60],
  ])('agree that %s is %s at %i minutes from UTC', (text, iso, utcOffsetMinutes) => {
    const time = { kind: 'absolute' as const, date: utc(iso), utcOffsetMinutes, tenths: Number(text[12]) };
    expect(parseTime(text)).toEqual(time);
    expect(formatTime(time)).toBe(text);
  });

  it('read what they need not write: no zone, minus zero, tenths of a relative time', () => {
    expect(parseTime('261002123456')).toEqual(parseTime('261002123456000+'));
    expect(parseTime('261002123456000-')).toEqual(parseTime('261002123456000+'));
    expect(parseTime('000001000000912R')).toEqual(relative({ days: 1 }));
    expect(parseTime('000000480000000R')).toEqual(relative({ hours: 48 }));
  });

  it('write a Date in UTC, and the tenths that it has', () => {
    expect(formatTime(utc('2026-10-02T12:34:56.789Z'))).toBe('261002123456700+');
    expect(formatTime({ kind: 'absolute', date: utc('2026-10-02T12:34:56.789Z'), tenths: 0 })).toBe('261002123456000+');
  });

  it('turn the century where they are told', () => {
    expect(parseTime('690101000000000+', { yearPivot: 70 })).toMatchObject({ date: utc('2069-01-01T00:00:00Z') });
    expect(parseTime('700101000000000+', { yearPivot: 70 })).toMatchObject({ date: utc('1970-01-01T00:00:00Z') });
    expect(formatTime(utc('2069-01-01T00:00:00Z'), { yearPivot: 70 })).toBe('690101000000000+');
    expect(() => formatTime(utc('2038-01-01T00:00:00Z'))).toThrow('they reach 1938 to 2037');
  });

  it.each([
    ['2610021234567', 'format'],
    ['261002123456700Z', 'format'],
    ['261002123456700+\n', 'format'],
    [' 61002123456700+', 'format'],
    ['٢٦١٠٠٢١٢٣٤٥٦', 'format'],
    ['261302123456700+', 'range'],
    ['260002123456700+', 'range'],
    ['260229123456700+', 'range'],
    ['261032123456700+', 'range'],
    ['261002243456700+', 'range'],
    ['261002126056700+', 'range'],
    ['261002123460700+', 'range'],
    ['261002123456749+', 'range'],
  ])('refuse %j by its %s', (text, code) => {
    expect(() => parseTime(text)).toThrow(fault(code));
  });

  it.each([
    { kind: 'relative', hours: 24 },
    { kind: 'relative', months: 13 },
    { kind: 'relative', days: -1 },
    { kind: 'relative', years: 0.5 },
    { kind: 'absolute', date: new Date(Number.NaN) },
    { kind: 'absolute', date: new Date(0), utcOffsetMinutes: 7 },
    { kind: 'absolute', date: new Date(0), utcOffsetMinutes: 735 },
    { kind: 'absolute', date: new Date(0), tenths: 10 },
    { kind: 'absolute', date: new Date(Date.UTC(1937, 0)) },
  ] as const)('refuse to write %j', (time) => {
    expect(() => formatTime(time)).toThrow(fault('range'));
  });

  it('give back every absolute and every relative time', () => {
    const tenth = fc.integer({ min: Date.UTC(1938, 0, 2) / 100, max: Date.UTC(2037, 11, 30) / 100 });
    fc.assert(
      fc.property(tenth, fc.integer({ min: -48, max: 48 }), (tenths, quarters) => {
        const date = new Date(tenths * 100);
        const text = formatTime({ kind: 'absolute', date, utcOffsetMinutes: quarters * 15 + 0 });
        expect(text).toMatch(/^\d{15}[+-]$/);
        expect(parseTime(text)).toMatchObject({ date, utcOffsetMinutes: quarters * 15 });
      }),
    );
    const parts = {
      kind: fc.constant('relative' as const),
      years: fc.nat(99),
      months: fc.nat(12),
      days: fc.nat(31),
      hours: fc.nat(23),
      minutes: fc.nat(59),
      seconds: fc.nat(59),
    };
    fc.assert(
      fc.property(fc.record(parts), (time) => {
        expect(parseTime(formatTime(time))).toEqual(time);
      }),
    );
  });

  it('throw nothing but their error, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^\d{12,15}[+\-R]?$/));
    fc.assert(
      fc.property(text, (given) => {
        try {
          parseTime(given);
        } catch (error) {
          expect(error).toMatchObject({ name: 'PduError', path: 'time' });
        }
      }),
    );
  });
});

describe('resolveTime', () => {
  it.each([
    [
      '2026-10-02T12:00:00.250Z',
      { years: 2, months: 6, days: 10, hours: 23, minutes: 34, seconds: 29 },
      '2029-04-13T11:34:29.250Z',
    ],
    ['2026-01-31T00:00:00.000Z', { months: 1 }, '2026-02-28T00:00:00.000Z'],
    ['2024-01-31T00:00:00.000Z', { months: 1 }, '2024-02-29T00:00:00.000Z'],
    ['2024-02-29T10:00:00.000Z', { years: 1 }, '2025-02-28T10:00:00.000Z'],
    ['2024-02-29T10:00:00.000Z', { years: 4 }, '2028-02-29T10:00:00.000Z'],
    ['2026-01-31T00:00:00.000Z', { months: 1, days: 1 }, '2026-03-01T00:00:00.000Z'],
    ['2026-12-15T00:00:00.000Z', { months: 1 }, '2027-01-15T00:00:00.000Z'],
    ['2026-08-31T00:00:00.000Z', { months: 18 }, '2028-02-29T00:00:00.000Z'],
    ['2026-12-31T23:59:59.000Z', { seconds: 1 }, '2027-01-01T00:00:00.000Z'],
    ['2026-10-02T00:00:00.000Z', { hours: 48 }, '2026-10-04T00:00:00.000Z'],
    ['2026-10-02T00:00:00.000Z', {}, '2026-10-02T00:00:00.000Z'],
  ])('%s and %j make %s', (now, parts, then) => {
    const start = utc(now);
    expect(resolveTime(relative(parts), start)).toEqual(utc(then));
    expect(start).toEqual(utc(now));
  });

  it('gives an absolute time as it is, in a Date of its own', () => {
    const date = utc('2026-10-02T12:00:00Z');
    const resolved = resolveTime({ kind: 'absolute', date, utcOffsetMinutes: 60, tenths: 0 }, new Date(0));
    expect(resolved).toEqual(date);
    expect(resolved).not.toBe(date);
  });

  it('refuses a clock that shows nothing', () => {
    expect(() => resolveTime(relative({ days: 1 }), new Date(Number.NaN))).toThrow(fault('range'));
  });
});
