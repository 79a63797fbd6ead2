import { type CmppErrorCode, valueError } from './value-error.js';

/** A deviation that was tolerated. */
export interface Warning {
  readonly code: CmppErrorCode;
  /** What deviates: `report.stat`. */
  readonly path: string;
  /** Octets from the start of what was read. */
  readonly offset: number;
  readonly message: string;
}

export interface Tolerance {
  /** Told of each deviation that is tolerated. */
  readonly onWarning?: ((warning: Warning) => void) | undefined;
  /**
   * Whether a deviation is an error.
   * @default false
   */
  readonly strict?: boolean | undefined;
}

/** Reports a deviation, or throws it under `strict`. */
export function tolerate({ onWarning, strict }: Tolerance, warning: Warning): void {
  if (strict) throw valueError(warning.code, warning.path, warning.offset, warning.message);
  onWarning?.(warning);
}
