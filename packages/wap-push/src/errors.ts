import type { WbxmlCode } from './wbxml/codes.js';
import type { WspCode } from './wsp/codes.js';

/**
 * - `truncated`: the data ends inside a field
 * - `length`: a length passes what is left, or a limit
 * - `uintvar`: a variable-length integer does not end within five octets, or passes 32 bits
 * - `charset`: octets that are not text in their charset, or text that has no octets in it
 * - `limit`: more elements, depth, headers or output than the limits allow
 * - `value`: a value that its field cannot hold
 */
export type WapPushErrorCode = 'truncated' | 'length' | 'uintvar' | 'charset' | 'limit' | 'value' | WbxmlCode | WspCode;

/** The one error of this package. Recognise it by `name` and `code`, so that two copies on disk do no harm. */
export class WapPushError extends Error {
  override readonly name = 'WapPushError';
  readonly code: WapPushErrorCode;
  /** What was being read or written, such as `si.indication@created`; absent where nothing has a name yet. */
  readonly path?: string;
  /** Octets from the start of what is read or written; 0 where a value is refused before anything is written. */
  readonly offset: number;

  constructor(code: WapPushErrorCode, offset: number, message: string, path?: string) {
    super(path === undefined ? `at ${offset}: ${message}` : `${path} at ${offset}: ${message}`);
    this.code = code;
    this.offset = offset;
    if (path !== undefined) this.path = path;
  }
}

/** A deviation from the standard that was tolerated: what an error would have said, had `strict` been set. */
export interface Warning {
  code: WapPushErrorCode;
  path: string;
  /** Octets from the start of what is read or written. */
  offset: number;
  message: string;
}

/** Hears of every deviation that was tolerated, in the order they were met. */
export type OnWarning = (warning: Warning) => void;

export interface Tolerance {
  /** Refuse every deviation from the standard instead of reporting it. @default false */
  strict?: boolean;
  onWarning?: OnWarning;
}

/** @throws WapPushError with this code when `strict` is set */
export function tolerate(
  tolerance: Tolerance,
  code: WapPushErrorCode,
  path: string,
  offset: number,
  message: string,
): void {
  if (tolerance.strict === true) throw new WapPushError(code, offset, message, path === '' ? undefined : path);
  tolerance.onWarning?.({ code, path, offset, message });
}
