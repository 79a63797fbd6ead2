import { cutDigits, digits } from './digits.js';
import { valueError } from './value-error.js';
import { BEIJING, instant, wallClock } from './wall-clock.js';

/**
 * The Timestamp of a CONNECT sent at `date`: its MMDDHHMMSS read as one decimal integer. CMPP 3.0 §8.4.1.1.
 * @param utcOffsetMinutes the server's zone, in minutes east of Greenwich
 * @throws `range` for a `Date` that holds none
 */
export function timestampAt(date: Date, utcOffsetMinutes: number = BEIJING): number {
  const { month, day, hour, minute, second } = wallClock(date, utcOffsetMinutes);
  return (((month * 100 + day) * 100 + hour) * 100 + minute) * 100 + second;
}

/**
 * The ten digits of a Timestamp that enter the digest. The zero in front belongs to them: without it, nobody could
 * log in from January to September.
 * @throws `range` unless it is an integer of 32 bits
 */
export function timestampDigits(timestamp: number): string {
  if (!(Number.isInteger(timestamp) && timestamp >= 0 && timestamp <= 0xffffffff)) {
    throw valueError('range', 'CMPP_CONNECT.timestamp', `${String(timestamp)} is not an integer of 32 bits`);
  }
  return digits(timestamp, 10);
}

/**
 * How far the clock of a CONNECT's sender is ahead of `now`, in milliseconds; negative when it is behind. A Timestamp
 * has no year: the one that makes the difference smallest is taken. `undefined` when its digits name no moment in the
 * year of `now` or one beside it.
 * @param utcOffsetMinutes the sender's zone, in minutes east of Greenwich
 */
export function clockSkewMs(timestamp: number, now: Date, utcOffsetMinutes: number = BEIJING): number | undefined {
  const parts = cutDigits(timestampDigits(timestamp), [2, 2, 2, 2, 2]);
  if (parts === undefined) return undefined;
  const [month, day, hour, minute, second] = parts;
  const { year: thisYear } = wallClock(now, utcOffsetMinutes);
  let nearest: number | undefined;
  for (const year of [thisYear - 1, thisYear, thisYear + 1]) {
    const sent = instant({ year, month, day, hour, minute, second }, utcOffsetMinutes);
    if (sent === undefined) continue;
    const skew = sent.getTime() - now.getTime();
    if (nearest === undefined || Math.abs(skew) < Math.abs(nearest)) nearest = skew;
  }
  return nearest;
}
