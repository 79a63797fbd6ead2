import { badValue } from './value-error.js';

/** `value` where it is a whole number from 0 to `max`. */
export function integer(path: string, value: number, max: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= max) return value;
  return badValue('range', path, `${String(value)} is not a whole number from 0 to ${max}`);
}

/** `bits` where it sets none outside `mask`. */
export function bitsOf(path: string, bits: number, mask: number): number {
  if (Number.isInteger(bits) && bits >= 0 && (bits & ~mask) === 0) return bits;
  return badValue('range', path, `${String(bits)} is not within the bits 0x${mask.toString(16).padStart(2, '0')}`);
}

/** By its tag and not by `instanceof`, which fails for octets from another realm. */
export const isOctets = (value: unknown): value is Uint8Array =>
  Object.prototype.toString.call(value) === '[object Uint8Array]';

/** `value` where it is octets, as many as the field takes. */
export function octetsWithin(path: string, value: Uint8Array, min: number, max: number): Uint8Array {
  if (!isOctets(value)) return badValue('format', path, 'not octets: give a Uint8Array');
  if (value.length >= min && value.length <= max) return value;
  const bounds = min === max ? `${min}` : `${min} to ${max}`;
  return badValue('length', path, `${value.length} octets, where the field takes ${bounds}`);
}
