import type { Alphabet } from './alphabet.js';
import { type Tolerance, tolerate } from './tolerance.js';
import { type Unencodable, unencodable, writable } from './unencodable.js';
import { wantOctets, wantText } from './wanted.js';

// Text is put together in pieces of this many units: apply() takes its arguments on the stack.
const PIECE = 2048;
const units = /* @__PURE__ */ new Uint16Array(PIECE);

/** The index of the first surrogate that is not one of a pair, or -1. */
function firstLoneSurrogate(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const kind = text.charCodeAt(i) & 0xfc00;
    if (kind !== 0xd800 && kind !== 0xdc00) continue;
    if (kind === 0xdc00 || (text.charCodeAt(i + 1) & 0xfc00) !== 0xdc00) return i;
    i++;
  }
  return -1;
}

function encode(text: string, options?: Unencodable): Uint8Array {
  wantText('ucs2', text);
  const octets = new Uint8Array(text.length * 2);
  let surrogates = false;
  for (let i = 0, at = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((unit & 0xf800) === 0xd800) surrogates = true;
    octets[at++] = unit >>> 8;
    octets[at++] = unit;
  }
  if (!surrogates) return octets;
  const lone = firstLoneSurrogate(text);
  if (lone < 0) return octets;
  if ((options?.unencodable ?? 'error') === 'error') throw unencodable('ucs2', text, lone);
  return encode(writable('ucs2', text, firstLoneSurrogate, options));
}

function decode(octets: Uint8Array, options?: Tolerance): string {
  wantOctets('ucs2', octets);
  const whole = octets.length - (octets.length % 2);
  let text = '';
  for (let at = 0; at < whole; ) {
    const end = Math.min(whole, at + PIECE * 2);
    let used = 0;
    for (; at < end; at += 2) units[used++] = ((octets[at] as number) << 8) | (octets[at + 1] as number);
    text += String.fromCharCode.apply(null, units.subarray(0, used) as unknown as number[]);
  }
  if (whole === octets.length) return text;
  tolerate(options, 'length', 'ucs2', whole, 'half a unit at the end; U+FFFD is read');
  return `${text}\ufffd`;
}

/**
 * UCS-2, which is UTF-16 in practice: two octets a unit, most significant first. A lone surrogate cannot be written;
 * it is read as it is, so that the pieces of a character cut in two can still be joined.
 */
export const ucs2: Alphabet = { name: 'ucs2', encode, decode };
