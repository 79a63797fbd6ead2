import { type CalendarTime, calendarOf, millisecondsOf, twelveDigits, utcOf, YEAR_PIVOT, yearOf } from './calendar.js';
import { badValue } from './value-error.js';

/** A moment, with the offset of the zone it was given in. */
export interface AbsoluteTime {
  kind: 'absolute';
  /** The moment, with the tenths in its milliseconds. */
  date: Date;
  /** Minutes that the zone is ahead of UTC: a multiple of 15 from -720 to 720. */
  utcOffsetMinutes: number;
  /** Tenths of a second, 0 to 9. */
  tenths: number;
}

/** A span from the MC's present. */
export interface RelativeTime {
  kind: 'relative';
  years: number;
  months: number;
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

export type SmppTime = AbsoluteTime | RelativeTime;

/** What can be written; what is missing is 0, the tenths those of the date. */
export type WritableTime =
  | (Partial<AbsoluteTime> & Pick<AbsoluteTime, 'kind' | 'date'>)
  | (Partial<RelativeTime> & Pick<RelativeTime, 'kind'>);

export interface TimeOptions {
  /**
   * The first two-digit year of the 1900s: with 38, 38 to 99 are 1938 to 1999 and 0 to 37 are 2000 to 2037.
   * @default 38
   */
  yearPivot?: number;
}

const PATH = 'time';
const FORM = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(\d)(\d\d)([+\-R]))?$/;
const MINUTE = 60_000;
const FURTHEST_OFFSET = 720;

/**
 * Reads `YYMMDDhhmmsstnnp`, and the `YYMMDDhhmmss` of some MCs' final_date, which names no zone and is taken for UTC.
 * The empty string, which means "the default" or "none", gives `undefined`. SMPP 3.4 §7.1.1, 5.0 §4.7.23.
 * @throws PduError `format` for a text of another form, `range` for what is not in the calendar
 */
export function parseTime(text: string, { yearPivot = YEAR_PIVOT }: TimeOptions = {}): SmppTime | undefined {
  if (text === '') return undefined;
  const match = FORM.exec(text);
  if (match === null) {
    return badValue('format', PATH, `${JSON.stringify(text)} is not 16 characters YYMMDDhhmmsstnnp, nor empty`);
  }
  const part = (index: number): number => Number(match[index] ?? 0);
  const [month, day, hours, minutes, seconds] = [part(2), part(3), part(4), part(5), part(6)];
  // The standard has the reader ignore tenths and offset of a relative time.
  if (match[9] === 'R') return { kind: 'relative', years: part(1), months: month, days: day, hours, minutes, seconds };

  const offset = part(8) * 15;
  if (offset > FURTHEST_OFFSET) badValue('range', PATH, `${part(8)} quarters of an hour from UTC; 48 is the most`);
  // Not -offset: for 00- that would be -0.
  const utcOffsetMinutes = match[9] === '-' ? 0 - offset : offset;
  const utc = utcOf({ year: yearOf(part(1), yearPivot), month, day, hours, minutes, seconds });
  if (utc === undefined) return badValue('range', PATH, `${JSON.stringify(text)} is not in the calendar`);
  const tenths = part(7);
  return { kind: 'absolute', date: new Date(utc - utcOffsetMinutes * MINUTE + tenths * 100), utcOffsetMinutes, tenths };
}

/**
 * Writes the 16 characters; the empty string for `undefined`, and a `Date` in UTC.
 * @throws PduError `range` for a year out of reach of two digits, an offset that is no quarter of an hour within
 * ±12 hours, or a part of a relative time above 99 years, 12 months, 31 days, 23 hours, 59 minutes, 59 seconds
 */
export function formatTime(
  time: WritableTime | Date | undefined,
  { yearPivot = YEAR_PIVOT }: TimeOptions = {},
): string {
  if (time === undefined) return '';
  if (!('kind' in time)) return formatTime({ kind: 'absolute', date: time }, { yearPivot });
  if (time.kind === 'relative') return formatRelative(time);

  const { date, utcOffsetMinutes = 0 } = time;
  if (!(utcOffsetMinutes % 15 === 0 && Math.abs(utcOffsetMinutes) <= FURTHEST_OFFSET)) {
    const path = `${PATH}.utcOffsetMinutes`;
    return badValue('range', path, `${utcOffsetMinutes} is not a multiple of 15 from -720 to 720`);
  }
  const local = new Date(millisecondsOf(`${PATH}.date`, date) + utcOffsetMinutes * MINUTE);
  const tenths = bounded('tenths', time.tenths ?? Math.floor(local.getUTCMilliseconds() / 100), 9);
  const quarters = String(Math.abs(utcOffsetMinutes) / 15).padStart(2, '0');
  const digits = twelveDigits(`${PATH}.date`, calendarOf(local.getTime()), yearPivot);
  return `${digits}${tenths}${quarters}${utcOffsetMinutes < 0 ? '-' : '+'}`;
}

function formatRelative(time: Partial<RelativeTime>): string {
  const part = (name: Exclude<keyof RelativeTime, 'kind'>, max: number): string =>
    String(bounded(name, time[name] ?? 0, max)).padStart(2, '0');
  const date = part('years', 99) + part('months', 12) + part('days', 31);
  return `${date}${part('hours', 23)}${part('minutes', 59)}${part('seconds', 59)}000R`;
}

function bounded(name: string, value: number, max: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  const way = 'carry the rest into the next larger part';
  return badValue('range', `${PATH}.${name}`, `${String(value)} is not a whole number from 0 to ${max}: ${way}`);
}

/**
 * The moment that `time` means to an MC whose clock says `now`. Years and months go by the calendar in UTC, and end in
 * the last day of a month too short for the day; then days and the rest are added.
 * @throws PduError `range` for an invalid `now`
 */
export function resolveTime(time: SmppTime, now: Date): Date {
  if (time.kind === 'absolute') return new Date(time.date);
  const start = millisecondsOf('now', now);
  const at: CalendarTime = calendarOf(start);
  const months = at.year * 12 + (at.month - 1) + time.years * 12 + time.months;
  const year = Math.floor(months / 12);
  const lastDay = new Date(Date.UTC(year, (months % 12) + 1, 0)).getUTCDate();
  const date = new Date(start);
  date.setUTCFullYear(year, months % 12, Math.min(at.day, lastDay));
  const seconds = ((time.days * 24 + time.hours) * 60 + time.minutes) * 60 + time.seconds;
  return new Date(date.getTime() + seconds * 1000);
}
