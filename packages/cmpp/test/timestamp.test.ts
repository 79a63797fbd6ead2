import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockSkewMs, timestampAt, timestampDigits } from '../src/index.js';

describe('timestampAt', () => {
  it('reads the clock in Beijing unless another zone is named', () => {
    const date = new Date('2026-12-31T23:05:10.900Z');
    expect(timestampAt(date)).toBe(101070510);
    expect(timestampAt(date, 0)).toBe(1231230510);
    expect(timestampAt(date, -330)).toBe(1231173510);
  });

  it('refuses a Date that holds none', () => {
    expect(() => timestampAt(new Date(Number.NaN))).toThrow(
      expect.objectContaining({ code: 'range', command: 'date' }),
    );
  });
});

describe('timestampDigits', () => {
  it('keeps the zero in front of the first nine months', () => {
    expect(timestampDigits(0x3cdc73be)).toBe('1021080510');
    expect(timestampDigits(0x07378abe)).toBe('0121080510');
    expect(timestampDigits(0)).toBe('0000000000');
    expect(timestampDigits(0xffffffff)).toBe('4294967295');
  });
});

describe('clockSkewMs', () => {
  const now = new Date('2026-06-01T00:00:00Z');

  it('is ahead in the positive and behind in the negative', () => {
    expect(clockSkewMs(601080010, now)).toBe(10_000);
    expect(clockSkewMs(601075950, now)).toBe(-10_000);
    expect(clockSkewMs(601000000, now, 0)).toBe(0);
  });

  it('takes the year that is nearest, over New Year both ways', () => {
    expect(clockSkewMs(101000001, new Date('2026-12-31T15:59:59Z'))).toBe(2000);
    expect(clockSkewMs(1231235959, new Date('2026-12-31T16:00:01Z'))).toBe(-2000);
  });

  it('knows 29 February in a leap year and beside one, and nowhere else', () => {
    expect(clockSkewMs(229120000, new Date('2028-02-29T04:00:00Z'))).toBe(0);
    expect(clockSkewMs(229120000, new Date('2027-12-31T00:00:00Z'))).toBeGreaterThan(0);
    expect(clockSkewMs(229120000, now)).toBeUndefined();
  });

  it.each([0, 1301000000, 230000000, 601240000, 601006000, 601000060, 0xffffffff])(
    'finds no moment in %i',
    (digits) => {
      expect(clockSkewMs(digits, now)).toBeUndefined();
    },
  );

  it('gives back any skew of less than half a year', () => {
    const halfYear = 180 * 86_400;
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2001, 0) / 1000, max: Date.UTC(2098, 0) / 1000 }),
        fc.integer({ min: -halfYear, max: halfYear }),
        fc.integer({ min: -720, max: 840 }),
        (seconds, skew, zone) => {
          const timestamp = timestampAt(new Date((seconds + skew) * 1000), zone);
          expect(clockSkewMs(timestamp, new Date(seconds * 1000), zone)).toBe(skew * 1000);
        },
      ),
    );
  });
});
