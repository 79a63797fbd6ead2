import { ByteReader } from '@smswire/buffer';
import { octetsDue } from '../due.js';
import { WapPushError } from '../errors.js';
import { readContentType } from './content-type.js';
import { within } from './failures.js';
import { DEFAULT_PAGE, type Header, readHeader, readShifts } from './header.js';
import { note, type Reading, readUintvar } from './primitives.js';
import { type DecodePushOptions, type Push, type PushContentType, pduTypes, pushLimits } from './push.js';
import { keepContentTypeWire, keepHeaderWire } from './wire.js';

/** Hears of each field and its octets, in order and without a gap. */
export type OnField = (path: string, start: number, end: number, value: unknown) => void;

/**
 * Decodes a push from the user data of a message, reassembled where it came in parts. The body and all octets in the
 * result are views of `bytes`. Where no warning is given, `encodePush` makes the same octets of the result again.
 *
 * @throws WapPushError where `bytes` is no push or passes a limit; with `strict`, where it deviates from the standard
 */
export function decodePush(bytes: Uint8Array, options: DecodePushOptions = {}): Push {
  return readPush(bytes, options, () => {});
}

/** Decodes a push and tells `onField` where each field stands. */
export function readPush(bytes: Uint8Array, options: DecodePushOptions, onField: OnField): Push {
  octetsDue(bytes, 'a push');
  const { maxLength = pushLimits.maxLength } = options;
  if (bytes.length > maxLength) {
    throw new WapPushError('limit', 0, `${bytes.length} octets, where maxLength allows ${maxLength}`);
  }
  const reader = new ByteReader(bytes);
  const { maxParameters = pushLimits.maxParameters } = options;
  function field<T>(path: string, from: ByteReader, read: (reading: Reading) => T): T {
    const start = from.position;
    const value = within(path, () => read({ tolerance: options, path, maxParameters }));
    onField(path, start, from.position, value);
    return value;
  }

  const transactionId = field('transactionId', reader, () => reader.u8());
  const pduType = field('pduType', reader, () => readPduType(reader));
  const headersLen = field('headersLen', reader, (reading) => readHeadersLen(reader, reading, options));
  const ahead = reader.nested(headersLen);
  // Where the first header would stand if the content type were a single octet.
  const behindOneOctet = ahead.position + 1;
  const contentType = field('contentType', ahead, (reading) => readPushContentType(ahead, reading));

  const headers: Header[] = [];
  const { maxHeaders = pushLimits.maxHeaders } = options;
  let page = DEFAULT_PAGE;
  while (ahead.remaining > 0) {
    const start = ahead.position;
    const path = `headers[${headers.length}]`;
    if (headers.length >= maxHeaders) throw new WapPushError('limit', start, `more than ${maxHeaders} headers`, path);
    const header = field(path, ahead, (reading) => {
      const read = readShiftedHeader(ahead, page, reading);
      if (read !== undefined) checkAgainstPush(read, reading, start, reader.remaining, start === behindOneOctet);
      return read;
    });
    if (header === undefined) break;
    headers.push(header);
    page = header.page ?? DEFAULT_PAGE;
  }
  const body = field('body', reader, () => reader.rest());
  return { transactionId, pduType, contentType, headers, body };
}

function readPduType(reader: ByteReader): 'push' | 'confirmedPush' {
  const octet = reader.u8();
  const name = pduTypes[octet];
  if (name === 'push' || name === 'confirmedPush') return name;
  const found = name === undefined ? `type ${octet}` : `a ${name}`;
  throw new WapPushError('pduType', reader.position - 1, `${found} is no push: 6 and 7 are; was it for another port?`);
}

function readHeadersLen(reader: ByteReader, reading: Reading, options: DecodePushOptions): number {
  const { maxHeadersLength = pushLimits.maxHeadersLength } = options;
  const start = reader.position;
  const length = readUintvar(reader, reading);
  if (length === 0) throw new WapPushError('contentType', start, 'no octet is left for the content type');
  if (length > reader.remaining) {
    const left = `${reader.remaining} are left`;
    throw new WapPushError('truncated', start, `${length} octets of headers where ${left}; is a part of it missing?`);
  }
  if (length <= maxHeadersLength) return length;
  throw new WapPushError('limit', start, `${length} octets, where maxHeadersLength allows ${maxHeadersLength}`);
}

function readPushContentType(reader: ByteReader, reading: Reading): PushContentType {
  const start = reader.position;
  const contentType = readContentType(reader, reading);
  keepContentTypeWire(contentType, reader.bytes.subarray(start, reader.position));
  return contentType;
}

/** A header behind its shifts, or nothing where nothing follows them. */
function readShiftedHeader(reader: ByteReader, page: number, reading: Reading): Header | undefined {
  const start = reader.position;
  const shifted = readShifts(reader, page);
  if (reader.remaining === 0) {
    note(reading, 'danglingShift', start, 'a shift of the code page with no header behind it');
    return undefined;
  }
  const header = readHeader(reader, shifted, reading);
  keepHeaderWire(header, reader.bytes.subarray(start, reader.position), page);
  return header;
}

/** Two mistakes that published code spreads: a charset outside the content type, and a length copied with it. */
function checkAgainstPush(header: Header, reading: Reading, start: number, bodyLength: number, bare: boolean): void {
  if (bare && header.name === 'Accept-Charset' && typeof header.value !== 'object') {
    const advice = 'a value-length before the content type would make it its charset';
    note(reading, 'probableMissingValueLength', start, `Accept-Charset means nothing in a push; ${advice}`);
  }
  if (header.name === 'Content-Length' && typeof header.value === 'number' && header.value !== bodyLength) {
    note(reading, 'contentLengthMismatch', start, `the body has ${bodyLength} octets, not ${header.value}`);
  }
}
