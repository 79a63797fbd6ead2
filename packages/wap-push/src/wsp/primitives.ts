import { type ByteReader, ByteWriter } from '@smswire/buffer';
import { type Tolerance, tolerate, WapPushError, type WapPushErrorCode } from '../errors.js';

/** What the reading of a value is told from outside. */
export interface Reading {
  tolerance: Tolerance;
  /** What is being read, from the push on: `headers[2]`. */
  path: string;
  /** Parameters that one value may have. */
  maxParameters: number;
}

/** Reports a deviation in what is being read. */
export function note(reading: Reading, code: WapPushErrorCode, offset: number, message: string): void {
  tolerate(reading.tolerance, code, reading.path, offset, message);
}

/** How one type of value is read and written: WSP §8.4.2. */
export interface ValueType {
  /** Reads what `reader` holds; whoever calls checks that nothing is left. */
  read(reader: ByteReader, reading: Reading): unknown;
  /** @throws WapPushError `value` when `value` is not of this type */
  write(writer: ByteWriter, value: unknown): void;
}

/** Longest value-length and long-integer length that stand in their first octet: WSP §8.4.2.1, §8.4.2.2. */
export const SHORT_LENGTH_MAX = 30;
const LENGTH_QUOTE = 31;

/** The next octet, which stays unread. */
export function peek(reader: ByteReader): number {
  const octet = reader.u8();
  reader.position--;
  return octet;
}

export function readUintvar(reader: ByteReader, reading: Reading): number {
  const start = reader.position;
  const value = reader.uintvar();
  if (reader.position > start + 1 && reader.bytes[start] === 0x80) {
    note(reading, 'overlongUintvar', start, 'the integer begins with empty octets; it fits in fewer');
  }
  return value;
}

/** Value-length: the octets that follow it. WSP §8.4.2.2. */
function readValueLength(reader: ByteReader): number {
  const first = reader.u8();
  if (first <= SHORT_LENGTH_MAX) return first;
  if (first === LENGTH_QUOTE) return reader.uintvar();
  throw new WapPushError('malformedValue', reader.position - 1, `octet ${first} begins no value-length`);
}

/** Reads what a value-length counts, all of it, with `read`. */
export function readCounted<T>(reader: ByteReader, reading: Reading, read: (counted: ByteReader) => T): T {
  const start = reader.position;
  const length = readValueLength(reader);
  if (reader.position > start + 2 && reader.bytes[start + 1] === 0x80) {
    note(reading, 'overlongUintvar', start + 1, 'the length begins with empty octets; it fits in fewer');
  }
  const counted = reader.nested(length);
  const value = read(counted);
  if (counted.remaining === 0) return value;
  throw new WapPushError('malformedValue', counted.position, `${counted.remaining} octets are left behind the value`);
}

/** Writes a value-length and what `write` writes behind it. */
export function writeCounted(writer: ByteWriter, write: (counted: ByteWriter) => void): void {
  const counted = new ByteWriter(64);
  write(counted);
  const octets = counted.bytes();
  if (octets.length <= SHORT_LENGTH_MAX) writer.u8(octets.length);
  else writer.u8(LENGTH_QUOTE).uintvar(octets.length);
  writer.octets(octets);
}

/** The value that begins here, whatever it means, by the rule of WSP §8.4.1.2; the reader steps over it. */
export function readElement(reader: ByteReader): ByteReader {
  const start = reader.position;
  const first = peek(reader);
  if (first <= LENGTH_QUOTE) reader.skip(readValueLength(reader));
  else if (first < 0x80) skipText(reader);
  else reader.skip(1);
  const length = reader.position - start;
  reader.position = start;
  return reader.nested(length);
}

/** The octets of one uintvar, whatever its value. */
export function readUintvarElement(reader: ByteReader): ByteReader {
  const start = reader.position;
  reader.uintvar();
  const length = reader.position - start;
  reader.position = start;
  return reader.nested(length);
}

/** What a nested reader holds, from its first octet, of which `start` is the offset. */
export function octetsFrom(reader: ByteReader, start: number): Uint8Array {
  return reader.bytes.subarray(start, reader.end);
}

function skipText(reader: ByteReader): void {
  const { bytes, end } = reader;
  let at = reader.position;
  while (at < end && bytes[at] !== 0) at++;
  if (at === end) throw new WapPushError('truncated', end, `the text from ${reader.position} on has no NUL`);
  reader.position = at + 1;
}
