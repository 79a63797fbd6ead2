import type { Tolerance } from './tolerance.js';
import type { Unencodable } from './unencodable.js';

/** The alphabets a text can be written in, by the name of their export. */
export type TextAlphabet =
  | 'gsm7'
  | 'ucs2'
  | 'ascii'
  | 'latin1'
  | 'iso88595'
  | 'iso88598'
  | 'gb18030'
  | 'gbk'
  | 'binary';

/** Every alphabet by name: those a text can be written in, and those that can only be read. */
export type AlphabetName = TextAlphabet | 'shiftJis' | 'iso2022jp' | 'eucKr';

/** An alphabet that can be read. */
export interface Decoder {
  readonly name: AlphabetName;
  /**
   * The text of `octets`. What stands for no character becomes U+FFFD, with a warning `undecodable`.
   * @throws UserDataError `undecodable` when `strict`, `platform` where the platform cannot read the alphabet
   */
  decode(octets: Uint8Array, options?: Tolerance): string;
}

/** An alphabet that can be read and written. */
export interface Alphabet extends Decoder {
  readonly name: TextAlphabet;
  /**
   * The octets of `text`.
   * @throws UserDataError `unencodable` with the character and its index, unless told to replace it
   */
  encode(text: string, options?: Unencodable): Uint8Array;
}
