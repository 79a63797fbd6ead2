import { UserDataError } from '../errors.js';
import { NONE } from '../octets.js';
import { type Tolerance, tolerate } from '../tolerance.js';
import { wantNumber, wantOctets } from '../wanted.js';

/** How septets lie in octets. */
export interface Packing {
  /**
   * Octets of the header before the text, its UDHL octet counted: the text starts at the next septet boundary after it.
   * @default 0
   */
  headerLength?: number | undefined;
  /**
   * Follows the rule of USSD, for carriers that count octets and not septets (USSD, SMPP with packed text): seven
   * spare bits are filled with a carriage return, which would read as `@` otherwise, and one that ends on an octet
   * is dropped in reading. A text that itself ends so gets a second one. TS 23.038 §6.1.2.3.1.
   * @default false
   */
  ussd?: boolean | undefined;
}

/** How packed septets are read. */
export interface Unpacking extends Packing, Tolerance {
  /** How many septets there are, as TP-UDL says less those of the header. @default as many as fit the octets */
  septets?: number | undefined;
}

const CR = 0x0d;
/** What UDHL can count, and its own octet. */
const LONGEST_HEADER = 256;

/** Zero bits between a header of `headerLength` octets and the first septet. TS 23.040 §9.2.3.24. */
export function fillBits(headerLength: number): number {
  return (7 - ((headerLength * 8) % 7)) % 7;
}

/**
 * Septets, one an octet, packed eight into seven octets, least significant bits first. TS 23.038 §6.1.2.
 * @returns what stands behind the header, the fill bits included
 * @throws UserDataError `range` for an octet above 0x7f
 */
export function pack(septets: Uint8Array, packing?: Packing): Uint8Array {
  wantOctets('gsm7.pack', septets);
  const headerLength = packing?.headerLength ?? 0;
  wantNumber('gsm7.pack.headerLength', headerLength, 0, LONGEST_HEADER);
  if (septets.length === 0) return NONE;
  const fill = fillBits(headerLength);
  const used = fill + septets.length * 7;
  const full = used % 8 === 0;
  const closing = packing?.ussd && (used % 8 === 1 || (full && septets.at(-1) === CR));
  const octets = new Uint8Array(Math.ceil((closing ? used + 7 : used) / 8));
  let bits = 0;
  let held = fill;
  let at = 0;
  for (let i = 0; i < septets.length; i++) {
    const septet = septets[i] as number;
    if (septet > 0x7f) throw new UserDataError('range', 'gsm7.pack', i, `${septet} is no septet`);
    bits |= septet << held;
    held += 7;
    if (held >= 8) {
      octets[at++] = bits;
      bits >>>= 8;
      held -= 8;
    }
  }
  if (closing) {
    bits |= CR << held;
    held += 7;
  }
  if (held > 0) octets[at++] = bits;
  return octets;
}

/** The septets, one an octet, of what stands behind a header. The reverse of `pack`. */
export function unpack(octets: Uint8Array, options?: Unpacking): Uint8Array {
  wantOctets('gsm7.unpack', octets);
  const headerLength = options?.headerLength ?? 0;
  wantNumber('gsm7.unpack.headerLength', headerLength, 0, LONGEST_HEADER);
  const fill = fillBits(headerLength);
  const room = Math.max(0, Math.floor((octets.length * 8 - fill) / 7));
  const told = options?.septets ?? room;
  if (typeof told !== 'number') wantNumber('gsm7.unpack.septets', told);
  const count = told >= 0 && told <= room ? Math.floor(told) : room;
  if (count !== told) {
    tolerate(options, 'length', 'gsm7.unpack', octets.length, `${told} septets do not fit ${octets.length} octets`);
  }
  const septets = new Uint8Array(count);
  let bit = fill;
  for (let i = 0; i < count; i++, bit += 7) {
    const at = bit >> 3;
    septets[i] = (((octets[at] as number) | ((octets[at + 1] ?? 0) << 8)) >> (bit & 7)) & 0x7f;
  }
  const closed = options?.ussd && bit % 8 === 0 && septets.at(-1) === CR;
  return closed ? septets.subarray(0, -1) : septets;
}
