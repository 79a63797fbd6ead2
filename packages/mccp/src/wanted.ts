import { MccpError } from './errors.js';

// What a public verb was given is looked at before it is used, so that none fails with a bare TypeError.

/** The caller's own mistake: `path` is not what is wanted. */
function typeError(path: string, wanted: string, value: unknown): MccpError {
  const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return new MccpError({ code: 'type', command: '', path, offset: 0, message: `${wanted} is wanted, not ${found}` });
}

/** @throws MccpError `type` unless `value` is a `Uint8Array` */
export function wantBytes(path: string, value: unknown): asserts value is Uint8Array {
  // One of another realm, such as a frame or a test's sandbox, is no instance of this one's class.
  if (value instanceof Uint8Array || Object.prototype.toString.call(value) === '[object Uint8Array]') return;
  throw typeError(path, 'a Uint8Array', value);
}

/** @throws MccpError `type` unless `value` is an object and no array */
export function wantObject(path: string, value: unknown): asserts value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw typeError(path, 'an object', value);
}

/** @throws MccpError `type` unless `value` is an array */
export function wantArray(path: string, value: unknown): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) throw typeError(path, 'an array', value);
}
