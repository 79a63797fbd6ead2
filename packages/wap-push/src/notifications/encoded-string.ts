import type { ByteReader } from '@smswire/buffer';
import { WapPushError } from '../errors.js';
import { charsetOf, UTF_8 } from '../wbxml/charset.js';
import { refuse, shown } from '../wsp/failures.js';
import { readInteger, writeInteger } from '../wsp/numbers.js';
import { note, peek, type Reading, readCounted, type ValueType, writeCounted } from '../wsp/primitives.js';
import { readText, writeText } from '../wsp/texts.js';

const QUOTE = 0x7f;
const ASCII = /^[\t\x20-\x7e]*$/;

/** Encoded-string-value: text, or a charset and text in it. OMA-MMS-ENC §7.3.12. */
export const encodedString: ValueType = {
  read(reader, reading) {
    if (peek(reader) >= 0x20) return readBare(reader, reading);
    return readCounted(reader, reading, (counted) => {
      const charset = readInteger(counted, reading);
      return readOctets(counted, Number(charset), reading);
    });
  },
  write(writer, text) {
    if (typeof text !== 'string') return refuse(`${shown(text)} is not a string`);
    if (ASCII.test(text)) return writeText(writer, text);
    const octets = charsetOf(UTF_8)?.encode?.(text);
    if (octets === undefined || text.includes('\0'))
      return refuse(`${shown(text)} is not text that UTF-8 and a NUL can hold`);
    writeCounted(writer, (counted) => {
      writeInteger(counted, UTF_8);
      if ((octets[0] as number) >= 0x80) counted.u8(QUOTE);
      counted.octets(octets).u8(0);
    });
  },
};

/** Text without a charset: ASCII by the standard, UTF-8 in what senders write, ISO 8859-1 failing that. */
function readBare(reader: ByteReader, reading: Reading): string {
  const start = reader.position;
  const text = readText(reader, reading);
  if (ASCII.test(text)) return text;
  const octets = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const decoded = charsetOf(UTF_8)?.decode(octets);
  note(
    reading,
    'charset',
    start,
    `text above ASCII without a charset, read as ${decoded === undefined ? 'ISO 8859-1' : 'UTF-8'}`,
  );
  return decoded ?? text;
}

/** All that `counted` holds, up to its NUL, as text of this charset. */
function readOctets(counted: ByteReader, mibEnum: number, reading: Reading): string {
  const start = counted.position;
  const charset = charsetOf(mibEnum === 0 ? UTF_8 : mibEnum);
  if (charset === undefined) throw new WapPushError('charset', start, `charset ${mibEnum} cannot be decoded here`);
  const { unit } = charset;
  if (unit === 1 && counted.remaining > 1) {
    if (peek(counted) === QUOTE) counted.skip(1);
    else if (peek(counted) >= 0x80)
      note(reading, 'missingQuote', start, 'the text begins above 0x7F without its quote');
  }
  let octets = counted.rest();
  const nul = octets.subarray(octets.length - unit);
  if (octets.length >= unit && nul.every((octet) => octet === 0)) octets = octets.subarray(0, octets.length - unit);
  else note(reading, 'unterminatedText', counted.end, 'the text has no NUL');
  const text = charset.decode(octets);
  if (text === undefined) throw new WapPushError('charset', start, `the octets are no text in charset ${mibEnum}`);
  return text;
}
