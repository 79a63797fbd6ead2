import { type CalendarTime, calendarOf, utcOf } from './calendar.js';
import { badValue } from './value-error.js';

/** An IANA name such as `Europe/Madrid`, or the minutes that the zone is ahead of UTC. */
export type TimeZone = string | number;

const MINUTE = 60_000;

// A formatter costs a hundred times its use. Zones come from the caller's options, never from a peer.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    try {
      formatter = new Intl.DateTimeFormat('en-US', {
        timeZone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      return badValue('range', 'timeZone', `${JSON.stringify(timeZone)} is no zone known here`);
    }
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** What the clock in `zone` shows at a moment. */
export function wallClock(utcMs: number, zone: TimeZone): CalendarTime {
  if (zone === 'UTC') return calendarOf(utcMs);
  if (typeof zone === 'number') return calendarOf(utcMs + checked(zone) * MINUTE);
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(utcMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hours: part('hour'),
    minutes: part('minute'),
    seconds: part('second'),
  };
}

/** The moment when the clock in `zone` shows `time`, the earlier where it does so twice; `undefined` for no date. */
export function momentOf(time: CalendarTime, zone: TimeZone): Date | undefined {
  const wall = utcOf(time);
  if (wall === undefined) return undefined;
  if (typeof zone === 'number') return new Date(wall - checked(zone) * MINUTE);
  if (zone === 'UTC') return new Date(wall);
  const offsetAt = (ms: number): number => (utcOf(wallClock(ms, zone)) ?? ms) - ms;
  // The offset differs before and after a change of the clocks: one of the two days around has the one in force.
  const [before, after] = [offsetAt(wall - 1440 * MINUTE), offsetAt(wall + 1440 * MINUTE)];
  return new Date(offsetAt(wall - before) === before ? wall - before : wall - after);
}

function checked(minutes: number): number {
  if (Math.abs(minutes) <= 1440) return minutes;
  return badValue('range', 'timeZone', `${minutes} is not minutes ahead of UTC, within a day`);
}
