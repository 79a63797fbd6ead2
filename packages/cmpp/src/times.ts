import { cutDigits, digits } from './digits.js';
import { valueError } from './value-error.js';
import { BEIJING, instant, wallClock } from './wall-clock.js';

/**
 * The moment a report's YYMMDDHHMM names, in Beijing and this century; `undefined` for an empty one, for what names none,
 * and for the first minute of 2000, which gateways put for a time they do not know. CMPP 3.0 §8.4.5.1.
 */
export function parseReportTime(text: string): Date | undefined {
  const parts = cutDigits(text, [2, 2, 2, 2, 2]);
  if (parts === undefined) return undefined;
  const [year, month, day, hour, minute] = parts;
  const isDummy = year === 0 && month === 1 && day === 1 && hour === 0 && minute === 0;
  return isDummy ? undefined : instant({ year: 2000 + year, month, day, hour, minute, second: 0 }, BEIJING);
}

/**
 * YYMMDDHHMM in Beijing, as reports have it.
 * @throws `range` unless it is a date of this century
 */
export function formatReportTime(date: Date): string {
  const { year, month, day, hour, minute } = wallClock(date, BEIJING);
  return [twoDigitYear(year), month, day, hour, minute].map((part) => digits(part, 2)).join('');
}

/**
 * The moment a Valid_Time or At_Time of 16 characters names, YYMMDDhhmmsstnnp: tenths of a second, then quarters of an
 * hour that the zone is ahead of (`+`) or behind (`-`) Greenwich. `undefined` for an empty one and for what names none.
 * It is SMPP 3.3's absolute format.
 */
export function parseAbsoluteTime(text: string): Date | undefined {
  const sign = text.at(15);
  if (text.length !== 16 || (sign !== '+' && sign !== '-')) return undefined;
  const parts = cutDigits(text.slice(0, 15), [2, 2, 2, 2, 2, 2, 1, 2]);
  if (parts === undefined) return undefined;
  const [year, month, day, hour, minute, second, tenths, quarters] = parts;
  if (quarters > 48) return undefined;
  const offset = (sign === '+' ? 15 : -15) * quarters;
  const whole = instant({ year: 2000 + year, month, day, hour, minute, second }, offset);
  return whole === undefined ? undefined : new Date(whole.getTime() + tenths * 100);
}

/**
 * YYMMDDhhmmsstnnp, as Valid_Time and At_Time have it.
 * @param utcOffsetMinutes the zone to write it in, in quarters of an hour within 12 hours of Greenwich
 * @throws `range` unless it is a date of this century and such a zone
 */
export function formatAbsoluteTime(date: Date, utcOffsetMinutes: number = BEIJING): string {
  const quarters = Math.abs(utcOffsetMinutes) / 15;
  if (!(Number.isInteger(quarters) && quarters <= 48)) {
    const message = `${utcOffsetMinutes} minutes are not quarters of an hour within 12 hours`;
    throw valueError('range', 'utcOffsetMinutes', message);
  }
  const { year, month, day, hour, minute, second } = wallClock(date, utcOffsetMinutes);
  const clock = [twoDigitYear(year), month, day, hour, minute, second].map((part) => digits(part, 2)).join('');
  const tenths = Math.floor(date.getUTCMilliseconds() / 100);
  return `${clock}${tenths}${digits(quarters, 2)}${utcOffsetMinutes < 0 ? '-' : '+'}`;
}

/** When the day of a QUERY's YYYYMMDD begins in Beijing; `undefined` for what names no day. CMPP 3.0 §8.4.4.1. */
export function parseQueryDate(text: string): Date | undefined {
  const parts = cutDigits(text, [4, 2, 2]);
  if (parts === undefined) return undefined;
  const [year, month, day] = parts;
  return instant({ year, month, day, hour: 0, minute: 0, second: 0 }, BEIJING);
}

/**
 * YYYYMMDD in Beijing, as QUERY has it.
 * @throws `range` for a `Date` that holds none
 */
export function formatQueryDate(date: Date): string {
  const { year, month, day } = wallClock(date, BEIJING);
  return digits(year, 4) + digits(month, 2) + digits(day, 2);
}

function twoDigitYear(year: number): number {
  if (year < 2000 || year > 2099) throw valueError('range', 'date', `the year ${year} does not fit two digits`);
  return year - 2000;
}
