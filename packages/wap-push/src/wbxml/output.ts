import type { ByteWriter } from '@smswire/buffer';
import { WapPushError } from '../errors.js';
import { type Charset, findNul } from './charset.js';

/** A document being written. */
export interface Output {
  writer: ByteWriter;
  charset: Charset;
  stringTable: Uint8Array;
}

/** An mb_u_int32, WBXML 1.3 §5.1. */
export function writeInteger({ writer }: Output, value: number, padding = 0): void {
  const start = writer.length;
  for (let i = 0; i < padding && i < 5; i++) writer.u8(0x80);
  writer.uintvar(value);
  if (writer.length > start + 5) {
    throw new WapPushError('value', start, `${value} and ${padding} octets of padding pass five octets`);
  }
}

/** @param emptyTable whether index 0 may stand although there is no table, as it does in some literals */
export function writeIndex(output: Output, at: { index: number; padding?: number }, emptyTable = false): void {
  const { length } = output.stringTable;
  if (at.index >= length && !(emptyTable && at.index === 0)) {
    const message = `${at.index} is outside the string table of ${length}`;
    throw new WapPushError('stringIndex', output.writer.length, message);
  }
  writeInteger(output, at.index, at.padding);
}

/** A termstr. */
export function writeString(
  { writer, charset }: Output,
  { text, octets }: { text: string; octets?: Uint8Array },
): void {
  const encoded = octets ?? encodeText(charset, text, writer.length);
  if (findNul(encoded, 0, encoded.length, charset.unit) >= 0) {
    throw new WapPushError('charset', writer.length, 'a string cannot hold a NUL, which ends it');
  }
  writer.octets(encoded);
  for (let i = 0; i < charset.unit; i++) writer.u8(0);
}

/** @throws WapPushError `charset` when a character has no octets in it, or is half of a surrogate pair */
export function encodeText(charset: Charset, text: string, at = 0): Uint8Array {
  if (charset.encode === undefined) {
    throw new WapPushError(
      'unsupportedCharset',
      at,
      'this charset can be read and not written; 106 is UTF-8',
      'charset',
    );
  }
  const octets = charset.encode(text);
  if (octets !== undefined) return octets;
  throw new WapPushError('charset', at, `${JSON.stringify(text.slice(0, 40))} has no octets in the charset`);
}
