import type { ByteReader, ByteWriter } from '@smswire/buffer';
import { WapPushError } from '../errors.js';
import { fromHexName, hexName } from './assigned-numbers.js';
import type { ContentType } from './content-type.js';
import { refuse, shown } from './failures.js';
import { headerNames } from './header-names.js';
import { headerType } from './header-types.js';
import type { CacheDirective, Disposition, PageVersion, Weighted } from './header-values.js';
import { peek, type Reading, readElement } from './primitives.js';
import { isToken, readText, textString, writeText } from './texts.js';
import { octets, valueOrOctets, writeElement } from './values.js';

/**
 * What a header says, by its type in WSP §8.4.2. Numbers with a name come under their name. Octets are the whole
 * value as on the wire: of a header that is unknown, that has no other form here, or whose value is not of its type.
 */
export type HeaderValue =
  | string
  | number
  | bigint
  | Date
  | Uint8Array
  | ContentType
  | Weighted
  | CacheDirective
  | Disposition
  | PageVersion;

export interface Header {
  /**
   * Such as `Content-Length`, compared without regard to case; a number without a name is spelt `0x5f`, and a name
   * without a number travels as text, its value too.
   */
  name: string;
  value: HeaderValue;
  /** The code page of the name, 0 to 255. @default 1 */
  page?: number;
  /**
   * The header as it came, where we should write the same otherwise. Encoding writes these octets as long as they
   * still say what `name`, `value` and `page` say, and passes them over when one of those was changed.
   */
  wire?: Uint8Array;
}

export const DEFAULT_PAGE = 1;
/** A shift to the page in the next octet; lower octets but 0 shift to the page they are. WSP §8.4.2.6. */
const SHIFT = 0x7f;
const SHORT_SHIFT_MAX = 0x1f;

/** Steps over code page shifts; returns the page that holds behind them. */
export function readShifts(reader: ByteReader, page: number): number {
  let current = page;
  while (reader.remaining > 0) {
    const octet = peek(reader);
    if (octet === SHIFT) {
      reader.skip(1);
      current = reader.u8();
    } else if (octet > 0 && octet <= SHORT_SHIFT_MAX) {
      current = reader.u8();
    } else break;
  }
  return current;
}

export function writeShift(writer: ByteWriter, page: number): void {
  if (!(Number.isInteger(page) && page >= 0 && page <= 255)) refuse(`${shown(page)} is no code page from 0 to 255`);
  if (page === 0 || page > SHORT_SHIFT_MAX) writer.u8(SHIFT);
  writer.u8(page);
}

/** Reads one header of code page `page`, behind its shifts. */
export function readHeader(reader: ByteReader, page: number, reading: Reading): Header {
  const start = reader.position;
  const first = reader.u8();
  if (first === 0) throw new WapPushError('headerName', start, 'octet 0 begins no header');
  let name: string;
  let type = octets;
  if (first >= 0x80) {
    const number = first & 0x7f;
    name = (page === DEFAULT_PAGE ? headerNames.name(number) : undefined) ?? hexName(number);
    if (page === DEFAULT_PAGE) type = headerType(number);
  } else {
    reader.position = start;
    name = readText(reader, reading);
    type = textString;
  }
  if (reader.remaining === 0)
    throw new WapPushError('truncated', reader.position, `header ${shown(name)} has no value`);
  const value = valueOrOctets(type, readElement(reader), reading) as HeaderValue;
  return page === DEFAULT_PAGE ? { name, value } : { name, value, page };
}

/** Writes one header, without a shift. */
export function writeHeader(writer: ByteWriter, { name, value, page = DEFAULT_PAGE }: Header): void {
  if (typeof name !== 'string') return refuse(`a header is named by a string, not ${shown(name)}`);
  const number = (page === DEFAULT_PAGE ? headerNames.number(name) : undefined) ?? fromHexName(name);
  let type = textString;
  if (number !== undefined) {
    if (number > 0x7f) refuse(`${name} is no number of a header: 0x00 to 0x7f are`);
    writer.u8(0x80 | Number(number));
    type = page === DEFAULT_PAGE ? headerType(Number(number)) : octets;
  } else if (isToken(name)) writeText(writer, name);
  else refuse(`${shown(name)} is no name of a header: it holds spaces, separators or other than ASCII`);
  if (value instanceof Uint8Array) writeElement(writer, value);
  else type.write(writer, value);
}
