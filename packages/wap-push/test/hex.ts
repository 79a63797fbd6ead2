import { WapPushError, type Warning } from '../src/index.js';

export function fromHex(text: string): Uint8Array {
  return Uint8Array.from(text.replace(/\s/g, '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** What `run` throws, which must be the error of this package. */
export function failure(run: () => unknown): WapPushError {
  try {
    run();
  } catch (error) {
    if (error instanceof WapPushError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The codes that `run` warns of. */
export function warnings(run: (onWarning: (warning: Warning) => void) => unknown): string[] {
  const codes: string[] = [];
  run((warning) => codes.push(warning.code));
  return codes;
}
