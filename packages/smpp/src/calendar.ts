import { badValue } from './value-error.js';

/** A date and time of day by the clock on some wall. Months and days count from 1. */
export interface CalendarTime {
  year: number;
  month: number;
  day: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** The moment, were the wall in UTC, in milliseconds since 1970; `undefined` where the calendar has no such date. */
export function utcOf({ year, month, day, hours, minutes, seconds }: CalendarTime): number | undefined {
  const ms = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  // Date.UTC carries what is too large, and takes years below 100 for 19xx: both show in the date that comes out.
  const date = new Date(ms);
  const same =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hours &&
    date.getUTCMinutes() === minutes &&
    date.getUTCSeconds() === seconds;
  return same ? ms : undefined;
}

export function calendarOf(utcMs: number): CalendarTime {
  const date = new Date(utcMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hours: date.getUTCHours(),
    minutes: date.getUTCMinutes(),
    seconds: date.getUTCSeconds(),
  };
}

/** 38 to 99 are 1938 to 1999, 0 to 37 are 2000 to 2037. SMPP 3.4 appendix C, which wants it configurable. */
export const YEAR_PIVOT = 38;

export const yearOf = (twoDigits: number, pivot: number): number => (twoDigits < pivot ? 2000 : 1900) + twoDigits;

const two = (value: number): string => String(value).padStart(2, '0');

/** `YYMMDDhhmmss`. */
export function twelveDigits(path: string, time: CalendarTime, pivot: number): string {
  const yy = time.year % 100;
  if (yearOf(yy, pivot) !== time.year) {
    const last = 1999 + pivot;
    return badValue('range', path, `two digits cannot tell the year ${time.year}: they reach ${last - 99} to ${last}`);
  }
  return [yy, time.month, time.day, time.hours, time.minutes, time.seconds].map(two).join('');
}

/** The milliseconds of a Date that is one. */
export function millisecondsOf(path: string, date: Date): number {
  const ms = Number(date);
  return Number.isNaN(ms) ? badValue('range', path, 'the Date is invalid') : ms;
}
