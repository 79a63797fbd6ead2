import type { TlvTable } from '@smswire/pdu';
import fc, { type Arbitrary } from 'fast-check';
import { fieldArbitrary, octetsArbitrary } from './field-arbitrary.js';

const MOST = 8;

/** One TLV or several, in any order: known ones, repeats, and raw octets under tags that are not in the table. */
export function tlvsArbitrary(table: TlvTable): Arbitrary<Record<string, unknown>> {
  const named = Object.entries(table).map(([name, { value, repeat }]) => {
    const one = fieldArbitrary(value);
    return fc.tuple(fc.constant(name), repeat === true ? fc.array(one, { minLength: 1 }) : one);
  });
  const known = new Set(Object.values(table).map(({ tag }) => tag));
  const key = fc
    .integer({ min: 0, max: 0xffff })
    .filter((tag) => !known.has(tag))
    .map((tag) => `0x${tag.toString(16).padStart(4, '0')}`);
  const octets = octetsArbitrary(0, 0xffff);
  const raw = fc.tuple(key, fc.oneof(octets, fc.array(octets, { minLength: 2 })));
  const any = named.length === 0 ? raw : fc.oneof({ arbitrary: fc.oneof(...named), weight: 4 }, raw);
  return fc
    .uniqueArray(any, { selector: ([name]) => name, minLength: 1, maxLength: MOST })
    .map((entries) => Object.fromEntries(entries));
}
