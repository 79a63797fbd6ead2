import type { Alphabet } from '../alphabet.js';
import type { Tolerance } from '../tolerance.js';
import type { Unencodable } from '../unencodable.js';
import { decodeGsm7 } from './decode.js';
import { encodeGsm7 } from './encode.js';
import type { NationalTables } from './languages.js';
import { pack, unpack } from './pack.js';

/** The tables to write with, and what to do with a character they lack. */
export interface Gsm7EncodeOptions extends NationalTables, Unencodable {}

/** The tables to read with. A language without a table is read with the default one, with a warning `language`. */
export interface Gsm7DecodeOptions extends NationalTables, Tolerance {}

/** The GSM 7 bit default alphabet and its national language tables. TS 23.038 §6.2.1. */
export interface Gsm7 extends Alphabet {
  readonly name: 'gsm7';
  /**
   * The septets of `text`, one an octet, as SMPP carries them. A character of the single shift table takes two.
   * @throws UserDataError `unencodable`, `language`
   */
  encode(text: string, options?: Gsm7EncodeOptions): Uint8Array;
  /**
   * The text of septets, one an octet. An escape before a septet the single shift table lacks gives the character
   * the septet has without it, and a space before another escape or the end, each with a warning `undecodable`.
   */
  decode(octets: Uint8Array, options?: Gsm7DecodeOptions): string;
  readonly pack: typeof pack;
  readonly unpack: typeof unpack;
}

/** The GSM 7 bit default alphabet, one septet an octet, with `pack` and `unpack` for seven octets of eight septets. */
export const gsm7: Gsm7 = { name: 'gsm7', encode: encodeGsm7, decode: decodeGsm7, pack, unpack };
