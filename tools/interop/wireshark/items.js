// What Wireshark ought to show of a value: items for `compare`.
import { hex } from '../hex.js';

/** An unsigned integer, whatever base it is shown in. */
export const number = (name) => (value) => [
  { name, shown: value, agrees: ({ show }) => BigInt(show) === BigInt(value) },
];

/** An unsigned integer read from so many octets. */
export const sized = (name, octets) => (value) =>
  number(name)(value).map((item) => ({ ...item, agrees: (read) => item.agrees(read) && Number(read.size) === octets }));

/** Bits of an octet, each group under a name of its own and shown shifted down. */
export const bits = (masks) => (value) => Object.entries(masks).flatMap(([name, mask]) => masked(name, mask, value));

function masked(name, mask, value) {
  return number(name)((value & mask) / (mask & -mask));
}

/** Bits that Wireshark shows for some values of the octet and not for others. */
export const bitsAtTimes = (masks) => (value) =>
  masks.flatMap(([name, mask]) => masked(name, mask, value)).map((item) => ({ ...item, optional: true }));

/** Text with a NUL behind it. Its octets are compared as well as how they are shown. */
export const cstring = (name) => (text) => [
  {
    name,
    shown: JSON.stringify(text),
    empty: text === '',
    agrees: ({ show, value }) => show === escaped(text) && value === `${hex(Buffer.from(text, 'latin1'))}00`,
  },
];

/** Text as it is read from octets in some alphabet. */
export const decoded = (name) => (text) => [
  { name, shown: JSON.stringify(text), text, agrees: ({ show }) => show === escaped(text) },
];

export const octets = (name) => (value) => [
  { name, shown: hex(value), empty: value.length === 0, agrees: (reading) => (reading.value ?? '') === hex(value) },
];

/** Octets of which only the number can be seen. */
export const extent = (name) => (value) => [
  {
    name,
    shown: `${value.length} octets`,
    empty: value.length === 0,
    agrees: ({ size }) => Number(size) === value.length,
  },
];

/** How PDML writes text: control characters as escapes, but those that XML turns into spaces. */
export const escaped = (text) =>
  text
    .replace(/\r\n|[\t\n\r]/g, ' ')
    .replace(/./gs, (each) => (each < ' ' || each === '\x7f' ? `\\x${each.charCodeAt(0).toString(16)}` : each));
