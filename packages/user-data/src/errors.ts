/**
 * - `unencodable`: a character the alphabet cannot write; the error carries `index` and `character`
 * - `undecodable`: octets that stand for no character of the alphabet
 * - `alphabet`: no such alphabet, or none is known for a data coding
 * - `language`: no such national language table
 * - `platform`: this platform has no decoder for the alphabet
 * - `length`: a length that does not fit the octets it counts
 * - `concatenation`: a total or a sequence number that cannot be
 * - `duplicate`: an information element that may stand once stands again
 * - `range`: a number that does not fit its field
 * - `option`: options that exclude one another, or a value that is not of the kind that is wanted
 * - `segments`: the message needs more segments than can be numbered, or does not fit one
 */
export type UserDataErrorCode =
  | 'unencodable'
  | 'undecodable'
  | 'alphabet'
  | 'language'
  | 'platform'
  | 'length'
  | 'concatenation'
  | 'duplicate'
  | 'range'
  | 'option'
  | 'segments';

/** The one error of this package. Recognise it by `name` and `code`, so that two copies on disk do no harm. */
export class UserDataError extends Error {
  override readonly name = 'UserDataError';
  readonly code: UserDataErrorCode;
  /** What the error is about: an alphabet, an information element, an option. */
  readonly path: string;
  /** Octets from the start of what was read; in a text that is written, UTF-16 units. */
  readonly offset: number;
  /** Of `unencodable`: where in the text the character stands, in UTF-16 units. */
  readonly index?: number;
  /** Of `unencodable`: the character, a surrogate pair as one. */
  readonly character?: string;

  constructor(code: UserDataErrorCode, path: string, offset: number, message: string, character?: string) {
    super(`${path} at ${offset}: ${message}`);
    this.code = code;
    this.path = path;
    this.offset = offset;
    if (character !== undefined) {
      this.index = offset;
      this.character = character;
    }
  }
}
