import { valueError } from './value-error.js';
import { wantDate } from './wanted.js';

/** UTC+8, minutes east of Greenwich: the zone CMPP's times mean and do not name. */
export const BEIJING = 480;

/** What a clock on the wall shows. The month counts from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const MINUTE_MS = 60_000;

/** What a clock `utcOffsetMinutes` east of Greenwich shows at `date`. */
export function wallClock(date: Date, utcOffsetMinutes: number): WallClock {
  wantDate('date', date);
  const shifted = new Date(date.getTime() + utcOffsetMinutes * MINUTE_MS);
  const year = shifted.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw valueError('range', 'date', 'it is not a date of the years 0 to 9999');
  return {
    year,
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

/** When that clock shows this; `undefined` where it never does, as on 30 February or at 24:00. */
export function instant(clock: WallClock, utcOffsetMinutes: number): Date | undefined {
  const { year, month, day, hour, minute, second } = clock;
  const shifted = new Date(0);
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  shifted.setUTCFullYear(year, month - 1, day);
  shifted.setUTCHours(hour, minute, second);
  // What does not exist rolls over into another month or day.
  const exists =
    shifted.getUTCMonth() === month - 1 &&
    shifted.getUTCDate() === day &&
    shifted.getUTCHours() === hour &&
    shifted.getUTCMinutes() === minute &&
    shifted.getUTCSeconds() === second;
  return exists ? new Date(shifted.getTime() - utcOffsetMinutes * MINUTE_MS) : undefined;
}
