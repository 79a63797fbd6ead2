import { UserDataError } from './errors.js';

// What a public verb was given is looked at before it is used, so that none fails with a bare TypeError or, worse, does
// not fail: a number has no length, and would be read as no octets.

function refuse(path: string, wanted: string, value: unknown): never {
  const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  throw new UserDataError('option', path, 0, `${wanted} is wanted, not ${found === 'number' ? String(value) : found}`);
}

function isOctets(value: unknown): value is Uint8Array {
  // One of another realm, such as a frame or a test's sandbox, is no instance of this one's class.
  return value instanceof Uint8Array || Object.prototype.toString.call(value) === '[object Uint8Array]';
}

/** @throws UserDataError `option` unless `value` is a `Uint8Array` */
export function wantOctets(path: string, value: unknown): asserts value is Uint8Array {
  if (!isOctets(value)) refuse(path, 'a Uint8Array', value);
}

/** @throws UserDataError `option` unless `value` is a string */
export function wantText(path: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') refuse(path, 'a string', value);
}

/** @throws UserDataError `option` unless `value` is a string or a `Uint8Array` */
export function wantMessage(path: string, value: unknown): asserts value is string | Uint8Array {
  if (typeof value !== 'string' && !isOctets(value)) refuse(path, 'a string or a Uint8Array', value);
}

/** @throws UserDataError `option` unless `value` is an object and no array */
export function wantObject(path: string, value: unknown): asserts value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'an object', value);
}

/** @throws UserDataError `option` unless `value` is an array */
export function wantArray(path: string, value: unknown): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) refuse(path, 'an array', value);
}

/** @throws UserDataError `option` unless `value` is a function or left out */
export function wantFunction(path: string, value: unknown): void {
  if (value !== undefined && value !== null && typeof value !== 'function') refuse(path, 'a function', value);
}

/** @throws UserDataError `option` unless `value` is a number from `min` to `max`; NaN is in no range */
export function wantNumber(
  path: string,
  value: unknown,
  min: number = Number.NEGATIVE_INFINITY,
  max: number = Number.POSITIVE_INFINITY,
): asserts value is number {
  if (typeof value === 'number' && value >= min && value <= max) return;
  const bounded = min !== Number.NEGATIVE_INFINITY || max !== Number.POSITIVE_INFINITY;
  refuse(path, bounded ? `a number from ${min} to ${max}` : 'a number', value);
}
