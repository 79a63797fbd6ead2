import { latin1 } from '@smswire/buffer';
import { isOctets } from './bounds.js';

const TELLING = /(?:^|[\s,;])(?:id|stat)[ \t]?:/i;

/** Every two octets, given as Latin-1 text, as one character: UTF-16. */
function joined(text: string, high: 0 | 1): string {
  let out = '';
  for (let i = 0; i + 1 < text.length; i += 2) {
    out += String.fromCharCode((text.charCodeAt(i + high) << 8) | text.charCodeAt(i + 1 - high));
  }
  return out;
}

/** Every character as the two octets it was made of: what ASCII was before it was taken for UTF-16. */
function split(text: string, high: 0 | 1): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    out += high === 0 ? String.fromCharCode(code >> 8, code & 0xff) : String.fromCharCode(code & 0xff, code >> 8);
  }
  return out;
}

/**
 * The text of a receipt, in whatever alphabet it was sent or misread: MCs put ASCII under the data_coding of UCS-2, and
 * UTF-16 under that of ASCII. So its keys are looked for in the octets, and no data_coding is asked.
 */
export function receiptText(input: string | Uint8Array): string {
  const text = isOctets(input) ? latin1(input, 0, input.length) : typeof input === 'string' ? input : '';
  if (TELLING.test(text)) return text;
  for (const reading of [joined, split]) {
    for (const high of [0, 1] as const) {
      const other = reading(text, high);
      if (TELLING.test(other)) return other;
    }
  }
  return text;
}
