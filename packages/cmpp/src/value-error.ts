/**
 * - `range`: a number does not fit its field, or a date does not exist
 * - `length`: a text or a run of octets does not fit its field
 * - `charset`: a character cannot be written
 * - `format`: a text is not of the form that is asked for
 * - `report-length`: a status report is of neither width, or under `strict` of the other version's
 * - `padding`: under `strict`, blanks or octets after the NUL in a field of fixed width
 * - `authenticator`: a digest does not prove the shared secret
 */
export type CmppErrorCode = 'range' | 'length' | 'charset' | 'format' | 'report-length' | 'padding' | 'authenticator';

/** The error of this package's values. Recognise it by `code`, so that two copies on disk do no harm. */
export class CmppError extends Error {
  override readonly name = 'CmppError';
  readonly code: CmppErrorCode;
  /** What is at fault: `report.stat`, `msgId.month`. */
  readonly path: string;
  /** Octets from the start of what was read or would be written. */
  readonly offset: number;

  constructor(code: CmppErrorCode, path: string, offset: number, message: string) {
    super(`${path} at ${offset}: ${message}`);
    this.code = code;
    this.path = path;
    this.offset = offset;
  }
}

export function valueError(code: CmppErrorCode, path: string, offset: number, message: string): CmppError {
  return new CmppError(code, path, offset, message);
}
