import { latin1 } from '@smswire/buffer';
import { type Tolerance, tolerate } from '../tolerance.js';
import { wantOctets } from '../wanted.js';
import type { Gsm7DecodeOptions } from './gsm7.js';
import { tableToRead } from './languages.js';
import { ESCAPE, lockingLookup, singleLookup, VACANT } from './lookup.js';

const UNKNOWN = 0xfffd;
const SPACE = 0x20;
// Text is put together in pieces of this many units: apply() takes its arguments on the stack.
const PIECE = 2048;
const narrow = /* @__PURE__ */ new Uint8Array(PIECE);
const wide = /* @__PURE__ */ new Uint16Array(PIECE);

const hex = (octet: number) => `0x${octet.toString(16).padStart(2, '0')}`;

/** The text of septets, one an octet. */
export function decodeGsm7(octets: Uint8Array, options?: Gsm7DecodeOptions): string {
  wantOctets('gsm7', octets);
  const main = lockingLookup(tableToRead(options?.locking, 'locking', options)).units;
  const extension = singleLookup(tableToRead(options?.single, 'single', options)).units;
  const { length } = octets;
  let text = '';
  let at = 0;
  while (at < length) {
    let used = 0;
    let seen = 0;
    while (at < length && used < PIECE) {
      const octet = octets[at++] as number;
      let unit = main[octet] as number;
      if (unit === VACANT) {
        if (octet === ESCAPE) {
          unit = at < length ? (extension[octets[at] as number] as number) : VACANT;
          if (unit === VACANT) unit = oddEscape(octets, at, main, options);
          at++;
        } else {
          const what = octet > 0x7f ? 'is no septet' : 'has no character in this table';
          tolerate(options, 'undecodable', 'gsm7', at - 1, `${hex(octet)} ${what}`);
          unit = UNKNOWN;
        }
      }
      seen |= unit;
      narrow[used] = unit;
      wide[used++] = unit;
    }
    // Mostly the text is Latin-1, which has a quicker way to become a string.
    if (seen < 0x100) text += latin1(narrow, 0, used);
    else text += String.fromCharCode.apply(null, wide.subarray(0, used) as unknown as number[]);
  }
  return text;
}

/** The unit for an escape before a septet the single shift table lacks. TS 23.038 §6.2.1.1. */
function oddEscape(octets: Uint8Array, at: number, main: Uint16Array, tolerance: Tolerance | undefined): number {
  const octet = octets[at];
  if (octet === undefined || octet === ESCAPE) {
    const what = octet === undefined ? 'nothing follows the escape' : 'an escape follows the escape, which is reserved';
    tolerate(tolerance, 'undecodable', 'gsm7', at - 1, `${what}; a space is read`);
    return SPACE;
  }
  const unit = main[octet] as number;
  const reading = unit === VACANT ? 'U+FFFD' : 'the character it has without the escape';
  tolerate(
    tolerance,
    'undecodable',
    'gsm7',
    at - 1,
    `no character for an escape and ${hex(octet)}; ${reading} is read`,
  );
  return unit === VACANT ? UNKNOWN : unit;
}
