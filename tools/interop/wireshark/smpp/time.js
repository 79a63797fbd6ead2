import { parseTime } from '@smswire/smpp';
import { hex } from '../../hex.js';
import { shownMoment } from '../moment.js';

/** A time: a moment under `name`, shown in UTC, or a span under `name` with `_r` behind it, shown in seconds. */
export const time = (name) => (text) => {
  const parsed = parseTime(text);
  if (parsed === undefined) return [timeItem(`${name}_r`, text, '0.000000000', { empty: true })];
  if (parsed.kind === 'absolute') return [timeItem(name, text, shownMoment(parsed.date, nanoseconds(parsed.date)))];
  const { years, months: monthCount, days, hours, minutes, seconds } = parsed;
  const shown = `${((days * 24 + hours) * 60 + minutes) * 60 + seconds}.000000000`;
  const item = timeItem(`${name}_r`, text, shown);
  if (years === 0 && monthCount === 0) return [item];
  // Seconds cannot show these, and no other number of them would be right.
  return [{ ...item, shown: text, agrees: () => false, withoutMonths: item }];
};

/** A time as Wireshark shows it, with the octets that it shows it of. */
export function timeItem(name, text, shown, more) {
  const octets = `${hex(Buffer.from(text))}00`;
  return { name, shown, agrees: ({ show, value }) => show === shown && value === octets, ...more };
}

const nanoseconds = (date) => `.${String(date.getUTCMilliseconds()).padStart(3, '0')}000000`;
