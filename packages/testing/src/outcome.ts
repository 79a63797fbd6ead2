import type { Warning } from '@smswire/pdu';

/** A codec's own error as plain data: its code, the octet, and whatever else it says. */
interface TypedError {
  readonly code: string;
  readonly offset: number;
  readonly degree?: string;
  readonly message: string;
}

/** What came of a call: its value, or what its error says; and the warnings on the way. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: TypedError;
  readonly warnings: readonly Warning[];
}

/** Runs `call`. An error that is not typed is thrown on: no property may pass over it. */
export function outcomeOf(call: (onWarning: (warning: Warning) => void) => unknown): Outcome {
  const warnings: Warning[] = [];
  try {
    return { value: call((warning) => warnings.push(warning)), warnings };
  } catch (error) {
    return { error: typed(error), warnings };
  }
}

function typed(error: unknown): TypedError {
  const { code, offset } = (error ?? {}) as { code?: unknown; offset?: unknown };
  if (!(error instanceof Error) || typeof code !== 'string' || !Number.isInteger(offset)) throw error;
  return Object.assign({} as TypedError, error, { message: error.message });
}
