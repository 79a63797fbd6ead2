import { PduError, type Warning } from '@smswire/pdu';

/** What was thrown, as data; an error of another class is thrown on. */
export function failureOf(
  run: () => unknown,
): Pick<PduError, 'code' | 'command' | 'path' | 'offset' | 'message' | 'degree'> {
  try {
    run();
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    const { code, command, path, offset, message, degree } = error;
    return { code, command, path, offset, message, degree };
  }
  throw new Error('nothing was thrown');
}

/** What a call returns, and the warnings on the way. */
export function warned<T>(run: (onWarning: (warning: Warning) => void) => T): { value: T; warnings: Warning[] } {
  const warnings: Warning[] = [];
  return { value: run((warning) => warnings.push(warning)), warnings };
}
