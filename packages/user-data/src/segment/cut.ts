import type { TextAlphabet } from '../alphabet.js';
import { UserDataError } from '../errors.js';
import { ESCAPE } from '../gsm7/lookup.js';
import { fillBits } from '../gsm7/pack.js';

/** The last place at or before `limit` where octets that start at `start` may be cut, or `start` where there is none. */
export type Cut = (start: number, limit: number) => number;

/** Cuts that never part what is one character: an escape and its septet, a surrogate pair, a GB code. */
export function characterCut(alphabet: TextAlphabet, octets: Uint8Array): Cut {
  switch (alphabet) {
    case 'gsm7':
      return (_, limit) => (octets[limit - 1] === ESCAPE ? limit - 1 : limit);
    case 'ucs2':
      return (start, limit) => {
        const even = limit - ((limit - start) % 2);
        return ((octets[even] as number) & 0xfc) === 0xdc ? Math.max(start, even - 2) : even;
      };
    case 'gb18030':
    case 'gbk':
      return (start, limit) => {
        let at = start;
        for (let next = at; next <= limit; next += gbLength(octets, next)) at = next;
        return at;
      };
    default:
      return (_, limit) => limit;
  }
}

function gbLength(octets: Uint8Array, at: number): number {
  if ((octets[at] as number) <= 0x80) return 1;
  const second = octets[at + 1] as number;
  return second >= 0x30 && second <= 0x39 ? 4 : 2;
}

/** Cuts at the given ends only, and as `otherwise` does inside what is longer than a segment. */
export function graphemeCut(ends: readonly number[], otherwise: Cut): Cut {
  let next = 0;
  return (start, limit) => {
    let cut = start;
    for (; next < ends.length && (ends[next] as number) <= limit; next++) cut = Math.max(cut, ends[next] as number);
    return cut > start ? cut : otherwise(start, limit);
  };
}

/**
 * Cuts packed septets so that none but the last segment closes with a carriage return on an octet boundary, which a
 * reader who counts octets takes for filling.
 */
export function packedCut(octets: Uint8Array, headerLength: number, cut: Cut): Cut {
  const fill = fillBits(headerLength);
  return (start, limit) => {
    const at = cut(start, limit);
    const taken = octets[at - 1] === 0x0d && (fill + (at - start) * 7) % 8 === 0;
    return taken ? at - 1 : at;
  };
}

/** What bounds the segments of one message. */
export interface Bounds {
  /** Octets of `length` that a segment takes. */
  capacity: number;
  /** Octets of it that stay free in the first and in the last segment. */
  head: number;
  tail: number;
}

const MOST = 255;

/**
 * The ends of the segments of `length` octets.
 * @throws UserDataError `segments` when there are more than 255, `length` when a segment cannot hold a character
 */
export function cutAll(length: number, { capacity, head, tail }: Bounds, cut: Cut): number[] {
  const ends: number[] = [];
  let start = 0;
  for (;;) {
    const room = capacity - (start === 0 ? head : 0);
    const left = length - start;
    if (left + tail <= room) {
      ends.push(length);
      return ends;
    }
    // What fits but for the tail must leave a character to the segment that has it.
    const end = cut(start, start + Math.min(room, left - 1));
    if (end <= start) {
      throw new UserDataError('length', 'segment', start, `${room} octets of room hold no character of what is left`);
    }
    ends.push(end);
    start = end;
    if (ends.length === MOST) {
      throw new UserDataError(
        'segments',
        'segment',
        start,
        `the message takes more than ${MOST} segments; send it in pieces`,
      );
    }
  }
}
