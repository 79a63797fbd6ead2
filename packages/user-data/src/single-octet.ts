import { latin1 as latin1Text } from '@smswire/buffer';
import type { Alphabet, TextAlphabet } from './alphabet.js';
import { type Tolerance, tolerate } from './tolerance.js';
import { type Unencodable, unencodable, writable } from './unencodable.js';
import { wantOctets, wantText } from './wanted.js';

const UNKNOWN = 0xfffd;
// Text is put together in pieces of this many units: apply() takes its arguments on the stack.
const PIECE = 2048;
const wide = /* @__PURE__ */ new Uint16Array(PIECE);

/** Runs of characters that follow one another: `[octet, character, how many]`. */
type Runs = readonly (readonly [octet: number, character: number, count: number])[];

interface Lookup {
  /** By octet, the UTF-16 unit or `UNKNOWN`. */
  readonly units: Uint16Array;
  /** By unit, the octet plus one, or 0. */
  readonly octets: Uint16Array;
}

function lookup(runs: Runs): Lookup {
  const units = new Uint16Array(256).fill(UNKNOWN);
  for (const [octet, character, count] of runs) {
    for (let i = 0; i < count; i++) units[octet + i] = character + i;
  }
  const known = units.filter((unit) => unit !== UNKNOWN);
  const octets = new Uint16Array(Math.max(...known) + 1);
  for (const [octet, unit] of units.entries()) if (unit !== UNKNOWN) octets[unit] = octet + 1;
  return { units, octets };
}

function singleOctet(name: TextAlphabet, runs: Runs): Alphabet {
  let made: Lookup | undefined;
  const tables = () => (made ??= lookup(runs));

  function firstUnwritable(text: string): number {
    const { octets } = tables();
    for (let i = 0; i < text.length; i++) if (!octets[text.charCodeAt(i)]) return i;
    return -1;
  }

  function encode(text: string, options?: Unencodable): Uint8Array {
    wantText(name, text);
    const { octets } = tables();
    const written = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const octet = unit < octets.length ? (octets[unit] as number) : 0;
      if (octet === 0) {
        if ((options?.unencodable ?? 'error') === 'error') throw unencodable(name, text, i);
        return encode(writable(name, text, firstUnwritable, options));
      }
      written[i] = octet - 1;
    }
    return written;
  }

  function decode(octets: Uint8Array, options?: Tolerance): string {
    wantOctets(name, octets);
    const { units } = tables();
    let text = '';
    for (let start = 0; start < octets.length; start += PIECE) {
      const end = Math.min(start + PIECE, octets.length);
      let same = true;
      for (let at = start; at < end; at++) {
        const octet = octets[at] as number;
        const unit = units[octet] as number;
        if (unit !== octet) {
          if (unit === UNKNOWN) tolerate(options, 'undecodable', name, at, `0x${octet.toString(16)} has no character`);
          same = false;
        }
        wide[at - start] = unit;
      }
      if (same) text += latin1Text(octets, start, end);
      else text += String.fromCharCode.apply(null, wide.subarray(0, end - start) as unknown as number[]);
    }
    return text;
  }

  return { name, encode, decode };
}

/** IA5, which is ASCII: octets 0x00 to 0x7f. */
export const ascii: Alphabet = /* @__PURE__ */ singleOctet('ascii', [[0, 0, 128]]);

/** ISO 8859-1, Western European: each octet is the character of its own number. */
export const latin1: Alphabet = /* @__PURE__ */ singleOctet('latin1', [[0, 0, 256]]);

/** Octets as they are, as a string of U+0000 to U+00FF. */
export const binary: Alphabet = /* @__PURE__ */ singleOctet('binary', [[0, 0, 256]]);

/** ISO 8859-5, Cyrillic. */
export const iso88595: Alphabet = /* @__PURE__ */ singleOctet('iso88595', [
  [0x00, 0x00, 0xa1],
  [0xa1, 0x0401, 12],
  [0xad, 0xad, 1],
  [0xae, 0x040e, 66],
  [0xf0, 0x2116, 1],
  [0xf1, 0x0451, 12],
  [0xfd, 0xa7, 1],
  [0xfe, 0x045e, 2],
]);

/** ISO 8859-8, Hebrew, in logical order. */
export const iso88598: Alphabet = /* @__PURE__ */ singleOctet('iso88598', [
  [0x00, 0x00, 0xa1],
  [0xa2, 0xa2, 8],
  [0xaa, 0xd7, 1],
  [0xab, 0xab, 15],
  [0xba, 0xf7, 1],
  [0xbb, 0xbb, 4],
  [0xdf, 0x2017, 1],
  [0xe0, 0x05d0, 27],
  [0xfd, 0x200e, 2],
]);
