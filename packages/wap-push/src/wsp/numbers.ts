import type { ByteReader, ByteWriter } from '@smswire/buffer';
import { WapPushError } from '../errors.js';
import { refuse, shown } from './failures.js';
import { note, peek, type Reading, readUintvar, SHORT_LENGTH_MAX, type ValueType } from './primitives.js';
import { readText, writeText } from './texts.js';

/** Long-integer: its length and as many octets, big-endian. WSP §8.4.2.1. */
function readLongInteger(reader: ByteReader, reading: Reading): number | bigint {
  const start = reader.position;
  const length = reader.u8();
  if (length === 0 || length > SHORT_LENGTH_MAX) {
    throw new WapPushError(
      'malformedValue',
      start,
      `a long integer has 1 to ${SHORT_LENGTH_MAX} octets, not ${length}`,
    );
  }
  const octets = reader.octets(length);
  if (length > 1 && octets[0] === 0) note(reading, 'leadingZero', start, 'the integer begins with zero octets');
  let number = 0n;
  for (const octet of octets) number = (number << 8n) | BigInt(octet);
  return number <= Number.MAX_SAFE_INTEGER ? Number(number) : number;
}

/** In as few octets as will do. */
export function writeLongInteger(writer: ByteWriter, value: number | bigint): void {
  const hex = BigInt(value).toString(16);
  const octets = hex.padStart(hex.length + (hex.length % 2), '0').match(/../g) ?? [];
  if (octets.length > SHORT_LENGTH_MAX) refuse(`${value} passes ${SHORT_LENGTH_MAX} octets`);
  writer.u8(octets.length);
  for (const octet of octets) writer.u8(Number.parseInt(octet, 16));
}

export function isUnsigned(value: unknown): value is number | bigint {
  return typeof value === 'bigint' ? value >= 0n : Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Integer-value: a `bigint` where it passes 2^53-1. */
export function readInteger(reader: ByteReader, reading: Reading): number | bigint {
  return peek(reader) >= 0x80 ? reader.u8() & 0x7f : readLongInteger(reader, reading);
}

export function writeInteger(writer: ByteWriter, value: unknown): void {
  if (!isUnsigned(value)) refuse(`${shown(value)} is not an integer of 0 or more`);
  else if (value < 0x80) writer.u8(0x80 | Number(value));
  else writeLongInteger(writer, value);
}

/** Integer-value and Delta-seconds-value: WSP §8.4.2.3. */
export const integer: ValueType = {
  read: readInteger,
  write: writeInteger,
};

/** Short-integer: 0 to 127. WSP §8.4.2.1. */
export const shortInteger: ValueType = {
  read(reader) {
    const octet = reader.u8();
    if (octet >= 0x80) return octet & 0x7f;
    throw new WapPushError('malformedValue', reader.position - 1, `octet ${octet} is no short integer`);
  },
  write(writer, value) {
    if (!isUnsigned(value) || value > 0x7f) refuse(`${shown(value)} is not an integer from 0 to 127`);
    else writer.u8(0x80 | Number(value));
  },
};

/** The last second that a `Date` can hold. */
const LAST_SECOND = 8_640_000_000_000;

/** Date-value: whole seconds since 1970, as a `Date`; milliseconds are dropped in writing. WSP §8.4.2.3. */
export const date: ValueType = {
  read(reader, reading) {
    const start = reader.position;
    const seconds = readLongInteger(reader, reading);
    if (seconds <= LAST_SECOND) return new Date(Number(seconds) * 1000);
    throw new WapPushError('malformedValue', start, `${seconds} seconds are no date`);
  },
  write(writer, value) {
    if (!(value instanceof Date) || !(value.getTime() >= 0)) return refuse(`${shown(value)} is not a Date since 1970`);
    writeLongInteger(writer, Math.floor(value.getTime() / 1000));
  },
};

/** Version-value: `1.5`, or `1` without a minor version; where that has no octet, its text. WSP §8.4.2.3. */
export const version: ValueType = {
  read(reader, reading) {
    const first = peek(reader);
    if (first < 0x80) return readText(reader, reading);
    reader.skip(1);
    const major = (first >> 4) & 0x07;
    const minor = first & 0x0f;
    return minor === 0x0f ? `${major}` : `${major}.${minor}`;
  },
  write(writer, value) {
    const match = typeof value === 'string' ? /^([0-7])(?:\.(\d|1[0-4]))?$/.exec(value) : null;
    if (match === null) return writeText(writer, value);
    writer.u8(0x80 | (Number(match[1]) << 4) | Number(match[2] ?? 0x0f));
  },
};

/** Q-value: 0 to 0.999 in steps of 0.001, as a uintvar. WSP §8.4.2.3. */
export const quality: ValueType = {
  read(reader, reading) {
    const start = reader.position;
    const coded = readUintvar(reader, reading);
    if (coded >= 1 && coded <= 100) return (coded - 1) / 100;
    if (coded > 100 && coded < 1100) return (coded - 100) / 1000;
    throw new WapPushError('malformedValue', start, `${coded} is no quality; 1 to 1099 are`);
  },
  write(writer, value) {
    const thousandths = typeof value === 'number' ? Math.round(value * 1000) : Number.NaN;
    if (!(thousandths >= 0 && thousandths < 1000 && thousandths / 1000 === value)) {
      refuse(`${shown(value)} is no quality: 0 to 0.999 in steps of 0.001; leave out a quality of 1`);
    }
    writer.uintvar(thousandths % 10 === 0 ? thousandths / 10 + 1 : thousandths + 100);
  },
};
