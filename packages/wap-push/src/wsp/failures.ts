import { WapPushError, type WapPushErrorCode } from '../errors.js';

const codes: Readonly<Record<string, WapPushErrorCode>> = {
  end: 'truncated',
  nul: 'truncated',
  uintvar: 'uintvar',
  charset: 'charset',
};

interface Failure {
  name: string;
  code: string;
  offset: number;
  message: string;
  path?: string;
}

/** Whether this package or the buffer beneath it threw `error`: what anything else throws must not be swallowed. */
export function isFailure(error: unknown): error is Failure {
  const name = (error as Failure | undefined)?.name;
  return name === 'WapPushError' || name === 'BufferError';
}

/** Runs `run`; an error without a path gets `path`, and one of the buffer becomes one of this package. */
export function within<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw isFailure(error) && error.path === undefined ? placed(error, path) : error;
  }
}

/** As `within`, for writing, where whoever refuses a value does not know what it is part of: paths are joined. */
export function under<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw isFailure(error) ? placed(error, error.path === undefined ? path : `${path}.${error.path}`) : error;
  }
}

function placed(failure: Failure, path: string): WapPushError {
  const code = failure.name === 'WapPushError' ? (failure.code as WapPushErrorCode) : (codes[failure.code] ?? 'value');
  return new WapPushError(code, failure.offset, failure.message.replace(/^(?:\S+ )?at \d+: /, ''), path);
}

/** Refuses a value that is to be encoded. */
export function refuse(message: string): never {
  throw new WapPushError('value', 0, message);
}

/** A value in an error's sentence: short, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return String(value);
}
