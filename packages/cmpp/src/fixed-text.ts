import { type ByteReader, type ByteWriter, latin1, writeLatin1 } from '@smswire/buffer';
import { valueError } from './value-error.js';
import { type Tolerance, tolerate } from './warning.js';

/**
 * Reads Latin-1 text in a field of `size` octets, left-aligned and filled up with NUL. It may fill the field without any.
 * Blanks at its end and whatever follows the first NUL are dropped with a warning.
 */
export function readFixedText(reader: ByteReader, size: number, path: string, tolerance: Tolerance): string {
  const offset = reader.position;
  const octets = reader.octets(size);
  const nul = octets.indexOf(0);
  const end = nul < 0 ? size : nul;
  const text = latin1(octets, 0, end).replace(/ +$/, '');
  const isClean = text.length === end && octets.subarray(end).every((octet) => octet === 0);
  if (!isClean) {
    const message = `${size} octets hold ${text.length} of text and a filling that is not NUL`;
    tolerate(tolerance, { code: 'padding', path, offset, message });
  }
  return text;
}

/** Writes Latin-1 text into a field of `size` octets, left-aligned and filled up with NUL. */
export function writeFixedText(writer: ByteWriter, size: number, path: string, text: string): void {
  const offset = writer.length;
  if (text.length > size) {
    throw valueError('length', path, offset, `${text.length} characters, where at most ${size} fit`);
  }
  const field = new Uint8Array(size);
  if (writeLatin1(field, 0, text) < 0) {
    throw valueError('charset', path, offset, 'a character is NUL or not in Latin-1');
  }
  writer.octets(field);
}
