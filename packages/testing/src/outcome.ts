import type { Warning } from '@smswire/pdu';

/** What came of a call: its value, or what its error says; and the warnings on the way. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: Readonly<Record<string, unknown>>;
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

/** The error as plain data, if it is a codec's own: one that has a code and says at which octet. */
function typed(error: unknown): Readonly<Record<string, unknown>> {
  const { code, offset } = (error ?? {}) as { code?: unknown; offset?: unknown };
  if (!(error instanceof Error) || typeof code !== 'string' || !Number.isInteger(offset)) throw error;
  return { ...error, name: error.name, message: error.message };
}
