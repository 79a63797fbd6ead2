import { BufferError, ByteReader } from '@smswire/buffer';
import { octetsDue } from '../due.js';
import { type Tolerance, tolerate, WapPushError, type WapPushErrorCode } from '../errors.js';
import { type Charset, charsetOf, findNul, UTF_8 } from './charset.js';
import { defaultLimits, type Limits } from './limits.js';
import type { TableIndex } from './tree.js';

export interface DecodeOptions extends Tolerance {
  /** MIBenum of the charset that the transport names; it decides where the document names none. @default 106 */
  charset?: number;
  limits?: Limits;
}

/** An integer, and the octets `80` ahead of it. */
interface Padded {
  value: number;
  padding?: number;
}

/** What is read of a document, with what the reading depends on. */
export interface Input {
  reader: ByteReader;
  options: DecodeOptions;
  limits: Required<Limits>;
  charset: Charset;
  stringTable: Uint8Array;
  /** Elements and attributes read. */
  nodes: number;
}

export function openInput(bytes: Uint8Array, options: DecodeOptions): Input {
  octetsDue(bytes, 'a WBXML document');
  const limits = { ...defaultLimits, ...options.limits };
  if (bytes.length > limits.maxLength) {
    throw new WapPushError('limit', 0, `${bytes.length} octets pass the limit of ${limits.maxLength} (maxLength)`);
  }
  const charset = charsetOf(UTF_8) as Charset;
  return { reader: new ByteReader(bytes), options, limits, charset, stringTable: new Uint8Array(0), nodes: 0 };
}

/** Counts one more element or attribute. */
export function countNode(input: Input, at: number): void {
  input.nodes++;
  const { maxNodes } = input.limits;
  if (input.nodes > maxNodes) {
    throw new WapPushError('limit', at, `elements and attributes pass ${maxNodes} (maxNodes)`, 'body');
  }
}

/** An octet as the standard prints it. */
export const hex = (octet: number): string => octet.toString(16).toUpperCase().padStart(2, '0');

/** Runs `read`, with the buffer's errors as this package's own. */
export function inOwnErrors<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BufferError)) throw error;
    const code: WapPushErrorCode = error.code === 'end' ? 'truncated' : error.code === 'uintvar' ? 'uintvar' : 'value';
    throw new WapPushError(code, error.offset, error.message.replace(/^at \d+: /, ''));
  }
}

/** An mb_u_int32, WBXML 1.3 §5.1. */
export function readInteger(input: Input, path: string): Padded {
  const { reader } = input;
  const start = reader.position;
  const value = reader.uintvar();
  let padding = 0;
  while (reader.bytes[start + padding] === 0x80) padding++;
  if (padding === 0) return { value };
  tolerate(input.options, 'overlongInteger', path, start, `${padding} octets 80 ahead of the integer say nothing`);
  return { value, padding };
}

/** An index into the string table, held against it. */
export function readIndex(input: Input, path: string, emptyTable = false): TableIndex {
  const start = input.reader.position;
  const { value, ...padding } = readInteger(input, path);
  if (emptyTable && value === 0 && input.stringTable.length === 0) {
    tolerate(input.options, 'literalWithoutTable', path, start, 'a literal name at 0 of an empty string table');
  } else {
    checkIndex(input, value, start, path);
  }
  return { index: value, ...padding };
}

export function checkIndex({ stringTable, charset, options }: Input, index: number, at: number, path: string): void {
  if (index >= stringTable.length) {
    throw new WapPushError('stringIndex', at, `${index} is outside the string table of ${stringTable.length}`, path);
  }
  if (charset.splits?.(stringTable, index) === true) {
    throw new WapPushError('stringIndex', at, `${index} is within a character of the string table`, path);
  }
  const before = index - charset.unit;
  if (index > 0 && findNul(stringTable, Math.max(0, before), index, charset.unit) !== before) {
    tolerate(options, 'midString', path, at, `${index} is not the start of a string in the table`);
  }
}

/** A termstr: its text, and its octets where the text cannot be encoded again. */
export function readString(input: Input, path: string): { text: string; octets?: Uint8Array } {
  const { reader, charset } = input;
  const start = reader.position;
  const nul = findNul(reader.bytes, start, reader.end, charset.unit);
  if (nul < 0) throw new WapPushError('truncated', start, 'the data ends in a string, before its NUL', path);
  const octets = reader.octets(nul - start);
  reader.skip(charset.unit);
  const text = charset.decode(octets);
  if (text === undefined) throw new WapPushError('charset', start, 'the octets are no text in their charset', path);
  return charset.encode === undefined ? { text, octets } : { text };
}
