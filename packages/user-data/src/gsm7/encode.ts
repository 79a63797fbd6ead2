import { scratch } from '../octets.js';
import { unencodable, writable } from '../unencodable.js';
import { wantText } from '../wanted.js';
import type { Gsm7EncodeOptions } from './gsm7.js';
import { tableToWrite } from './languages.js';
import { ABSENT, ESCAPE, LIMIT, lockingLookup, singleLookup } from './lookup.js';

/** Writes the septets of `text` and returns how many, or minus the index of the unwritable unit less one. */
function write(text: string, locking: Uint8Array, single: Uint8Array, target: Uint8Array): number {
  const { length } = text;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= LIMIT) return -1 - i;
    let septet = locking[unit] as number;
    if (septet === ABSENT) {
      septet = single[unit] as number;
      if (septet === ABSENT) return -1 - i;
      target[at++] = ESCAPE;
    }
    target[at++] = septet;
  }
  return at;
}

/** How many septets `text` takes in these tables, or minus the index of the first unit they lack less one. */
export function countSeptets(text: string, locking: number, single: number): number {
  const main = lockingLookup(locking).septets;
  const extension = singleLookup(single).septets;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= LIMIT) return -1 - i;
    if (main[unit] !== ABSENT) count += 1;
    else if (extension[unit] !== ABSENT) count += 2;
    else return -1 - i;
  }
  return count;
}

/** The septets of `text`, one an octet. */
export function encodeGsm7(text: string, options?: Gsm7EncodeOptions): Uint8Array {
  wantText('gsm7', text);
  const locking = tableToWrite(options?.locking, 'locking');
  const single = tableToWrite(options?.single, 'single');
  const target = scratch(text.length * 2);
  const end = write(text, lockingLookup(locking).septets, singleLookup(single).septets, target);
  if (end >= 0) return target.slice(0, end);
  if ((options?.unencodable ?? 'error') === 'error') throw unencodable('gsm7', text, -1 - end);
  const first = (part: string) => Math.max(-1, -1 - countSeptets(part, locking, single));
  return encodeGsm7(writable('gsm7', text, first, options), { locking, single });
}
