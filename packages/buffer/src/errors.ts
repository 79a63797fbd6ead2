/**
 * - `end`: a read would pass the end of the data
 * - `nul`: a string has no NUL where one is due, or holds one where none may be
 * - `range`: a number does not fit its field
 * - `length`: a string or a count of octets does not fit its field
 * - `charset`: a character has no octet in Latin-1
 * - `type`: an argument is not of the type wanted
 * - `uintvar`: a variable-length integer does not end within five octets, or passes 32 bits
 */
export type BufferErrorCode = 'end' | 'nul' | 'range' | 'length' | 'charset' | 'type' | 'uintvar';

/** The one error of this package. Recognise it by `name` and `code`, so that two copies on disk do no harm. */
export class BufferError extends Error {
  override readonly name = 'BufferError';
  readonly code: BufferErrorCode;
  /** Octets from the start of the array that is read, or of what was written. */
  readonly offset: number;

  constructor(code: BufferErrorCode, offset: number, message: string) {
    super(`at ${offset}: ${message}`);
    this.code = code;
    this.offset = offset;
  }
}
