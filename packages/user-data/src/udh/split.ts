import { type Tolerance, tolerate } from '../tolerance.js';
import { wantOctets } from '../wanted.js';

/** A header and what stands behind it. */
export interface SplitUserData {
  /** The header with its UDHL octet; empty where there is none. */
  udh: Uint8Array;
  payload: Uint8Array;
}

/**
 * Cuts user data into its header and its payload, as views. A header that does not fit the octets is none: the payload
 * is all of them, with a warning `length`.
 *
 * @param udhi whether a header leads: SMPP's `(esmClass & 0x40) !== 0`, CMPP's `(tpUdhi & 0x41) !== 0`
 */
export function splitUserData(octets: Uint8Array, udhi: boolean, tolerance?: Tolerance): SplitUserData {
  wantOctets('userData', octets);
  const end = udhi ? (octets[0] ?? 0) + 1 : 0;
  if (end > octets.length) {
    const what = octets.length === 0 ? 'a header is announced and nothing is there' : `the header takes ${end} octets`;
    tolerate(tolerance, 'length', 'udh', 0, `${what}, of ${octets.length}; all is taken as payload`);
    return { udh: octets.subarray(0, 0), payload: octets };
  }
  return { udh: octets.subarray(0, end), payload: octets.subarray(end) };
}
