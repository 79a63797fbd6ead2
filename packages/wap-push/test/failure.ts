import { WapPushError, type Warning } from '../src/index.js';

/** What a call is refused with. Anything but this package's own error fails the test. */
export function failure(run: () => unknown): Pick<WapPushError, 'code' | 'offset'> & { message: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof WapPushError) return { code: error.code, offset: error.offset, message: error.message };
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** What a call returns, with the codes of what it tolerated and where. */
export function tolerated<T>(run: (onWarning: (warning: Warning) => void) => T): { value: T; warnings: string[] } {
  const warnings: string[] = [];
  const value = run(({ code, offset }) => {
    warnings.push(`${code} ${offset}`);
  });
  return { value, warnings };
}
