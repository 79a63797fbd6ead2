import { valueError } from './value-error.js';

// What a public verb was given is looked at before it is used, so that none fails with a bare TypeError.

function refuse(where: string, wanted: string, value: unknown): never {
  const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  throw valueError('type', where, `${wanted} is wanted, not ${found}`);
}

function isOctets(value: unknown): value is Uint8Array {
  // One of another realm, such as a frame or a test's sandbox, is no instance of this one's class.
  return value instanceof Uint8Array || Object.prototype.toString.call(value) === '[object Uint8Array]';
}

/** @throws PduError `type` unless `value` is a `Uint8Array` */
export function wantOctets(where: string, value: unknown): asserts value is Uint8Array {
  if (!isOctets(value)) refuse(where, 'a Uint8Array', value);
}

/** @throws PduError `type` unless `value` is a string */
export function wantText(where: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') refuse(where, 'a string', value);
}

/** @throws PduError `type` unless `value` is a string or a `Uint8Array` */
export function wantSecret(where: string, value: unknown): asserts value is string | Uint8Array {
  if (typeof value !== 'string' && !isOctets(value)) refuse(where, 'a string or a Uint8Array', value);
}

/** @throws PduError `type` unless `value` is an object and no array */
export function wantObject(where: string, value: unknown): asserts value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(where, 'an object', value);
}

/** @throws PduError `type` unless `value` is a `Date` */
export function wantDate(where: string, value: unknown): asserts value is Date {
  if (!(value instanceof Date) && Object.prototype.toString.call(value) !== '[object Date]') {
    refuse(where, 'a Date', value);
  }
}
