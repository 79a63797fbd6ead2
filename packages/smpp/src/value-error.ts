/**
 * - `length`: a value has too few or too many octets or characters
 * - `range`: a number or a name is not one that the field can hold
 * - `format`: a text or an octet string has not the form of the field
 */
export type SmppValueErrorCode = 'length' | 'range' | 'format';

/** A value that cannot be written or read. Recognise it by `name` and `code`. */
export class SmppValueError extends Error {
  override readonly name = 'SmppValueError';
  readonly code: SmppValueErrorCode;
  /** The field, in camelCase, with the part of it after a dot: `msValidity.count`. */
  readonly path: string;

  constructor(code: SmppValueErrorCode, path: string, message: string) {
    super(`${path}: ${message}`);
    this.code = code;
    this.path = path;
  }
}

/** The one place that throws for a value. */
export function badValue(code: SmppValueErrorCode, path: string, message: string): never {
  throw new SmppValueError(code, path, message);
}
