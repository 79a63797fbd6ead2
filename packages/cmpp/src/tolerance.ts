import { type OnWarning, PduError, type Warning } from '@smswire/pdu';

export interface Tolerance {
  /** Told of each deviation that is tolerated. */
  readonly onWarning?: OnWarning | undefined;
  /**
   * Whether a deviation is an error.
   * @default false
   */
  readonly strict?: boolean | undefined;
}

/** Reports a deviation, or throws it under `strict`. */
export function tolerate({ onWarning, strict }: Tolerance, warning: Warning): void {
  if (strict) throw new PduError({ ...warning, degree: 'pdu' });
  onWarning?.(warning);
}
