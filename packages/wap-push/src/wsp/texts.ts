import type { ByteReader, ByteWriter } from '@smswire/buffer';
import { WapPushError } from '../errors.js';
import { refuse, shown } from './failures.js';
import { note, peek, type Reading, type ValueType } from './primitives.js';

const QUOTE = 0x7f;
const QUOTATION_MARK = 0x22;
/** RFC 2616 §2.2: no control characters, no separators. */
const TOKEN = /^[!#$%&'*+\-.0-9A-Z^_`a-z|~]+$/;
/** CTL but the tab: RFC 2616 §2.2. */
const CONTROL = /[^\t -~\x80-\uffff]/;

/** Text-string: ISO 8859-1 as in RFC 2616, its first character quoted where it would read as a number. */
export function readText(reader: ByteReader, reading: Reading): string {
  const start = reader.position;
  const first = peek(reader);
  if (first === QUOTE) reader.skip(1);
  else if (first >= 0x80 || (first > 0 && first < 0x20))
    throw new WapPushError('malformedValue', start, `octet ${first} begins no text`);
  const quoted = first === QUOTE && reader.remaining > 0;
  if (quoted && peek(reader) < QUOTE) note(reading, 'needlessQuote', start, 'the text is quoted and need not be');
  const text = reader.cstring();
  if (CONTROL.test(text)) note(reading, 'controlCharacter', start, 'the text holds control characters');
  return text;
}

export function writeText(writer: ByteWriter, text: unknown): void {
  if (typeof text !== 'string') return refuse(`${shown(text)} is not a string`);
  if (CONTROL.test(text) || text.startsWith('\t')) refuse(`${shown(text)} holds control characters; take them out`);
  if (text.charCodeAt(0) >= 0x80) writer.u8(QUOTE);
  writer.cstring(text);
}

/** Text-string and Uri-value: WSP §8.4.2.1. */
export const textString: ValueType = {
  read: readText,
  write: writeText,
};

/** Quoted-string: a quotation mark opens it on the wire and none closes it; the value has neither. */
export const quotedString: ValueType = {
  read(reader, reading) {
    const first = reader.u8();
    if (first === QUOTATION_MARK) return readInside(reader, reading);
    throw new WapPushError('malformedValue', reader.position - 1, 'a quoted string begins with octet 34');
  },
  write(writer, text) {
    if (typeof text !== 'string') return refuse(`${shown(text)} is not a string`);
    if (CONTROL.test(text)) refuse(`${shown(text)} holds control characters; take them out`);
    writer.u8(QUOTATION_MARK).cstring(text);
  },
};

/** Text-value: `null` for No-value, a token as it is, anything else as a quoted string. WSP §8.4.2.3. */
export const textValue: ValueType = {
  read(reader, reading) {
    const first = peek(reader);
    if (first === QUOTATION_MARK) return quotedString.read(reader, reading);
    if (first > 0) return readText(reader, reading);
    reader.skip(1);
    return null;
  },
  write(writer, value) {
    if (value === null) writer.u8(0);
    else if (typeof value === 'string' && isToken(value)) writeText(writer, value);
    else quotedString.write(writer, value);
  },
};

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

function readInside(reader: ByteReader, reading: Reading): string {
  const start = reader.position;
  const text = reader.cstring();
  if (CONTROL.test(text)) note(reading, 'controlCharacter', start, 'the text holds control characters');
  return text;
}
