import { UserDataError, type UserDataErrorCode } from './errors.js';
import { wantFunction } from './wanted.js';

/** A deviation that was read all the same. */
export interface UserDataWarning {
  code: UserDataErrorCode;
  /** What deviates: an alphabet, an information element, a data coding. */
  path: string;
  /** Octets from the start of what was read. */
  offset: number;
  message: string;
}

/** How a reader treats what deviates from the standard. */
export interface Tolerance {
  /** Told of every deviation that is tolerated. */
  onWarning?: ((warning: UserDataWarning) => void) | undefined;
  /** Makes every deviation an error. @default false */
  strict?: boolean | undefined;
}

/** Tells of a deviation, or throws it where `strict` is set. */
export function tolerate(
  tolerance: Tolerance | undefined,
  code: UserDataErrorCode,
  path: string,
  offset: number,
  message: string,
): void {
  if (tolerance?.strict) throw new UserDataError(code, path, offset, message);
  wantFunction('onWarning', tolerance?.onWarning);
  tolerance?.onWarning?.({ code, path, offset, message });
}
