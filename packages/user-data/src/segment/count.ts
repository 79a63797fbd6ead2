import type { TextAlphabet } from '../alphabet.js';
import type { SegmentOptions } from './options.js';
import { plan } from './plan.js';

/** What a text costs, as a user interface shows it while the text is typed. */
export interface SegmentCount {
  alphabet: TextAlphabet;
  segments: number;
  /** Units of text used: septets, UTF-16 units, or octets. */
  units: number;
  /** Units that each segment takes, with so many segments. */
  unitsPerSegment: number;
  /** Units left in the last segment. */
  unitsLeft: number;
}

/**
 * Counts what `segment` would cut with the same options, without cutting it.
 * @throws UserDataError as `segment` does
 */
export function countSegments(message: string | Uint8Array, options: SegmentOptions = {}): SegmentCount {
  const { written, capacity, ends } = plan(message, options);
  const { alphabet, octets, signature } = written;
  const width = alphabet === 'ucs2' ? 2 : 1;
  const last = octets.length - (ends.at(-2) ?? 0);
  const reserved = ends.length === 1 || options.signatureAt === 'tail' ? signature : 0;
  return {
    alphabet,
    segments: ends.length,
    units: octets.length / width,
    unitsPerSegment: capacity / width,
    unitsLeft: Math.floor((capacity - last - reserved) / width),
  };
}
