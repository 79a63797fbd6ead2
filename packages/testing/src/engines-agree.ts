import fc, { type Arbitrary, type Parameters } from 'fast-check';
import type { Codec } from './codec.js';
import { difference } from './difference.js';
import { outcomeOf } from './outcome.js';

/**
 * Two codecs read alike: the same value, or the same error to its last word, and the same warnings. Meant for the
 * interpreted and the compiled form of one table: `enginesReadAlike(smpp({ compile: false }), smpp(), bytes)`.
 *
 * @throws Error of fast-check's, with the smallest octets that make a difference
 */
export function enginesReadAlike(
  one: Pick<Codec<unknown>, 'decode'>,
  other: Pick<Codec<unknown>, 'decode'>,
  bytes: Arbitrary<Uint8Array>,
  parameters?: Parameters<[Uint8Array]>,
): void {
  const read = (codec: Pick<Codec<unknown>, 'decode'>, octets: Uint8Array) =>
    outcomeOf((onWarning) => codec.decode(octets, { onWarning }));
  fc.assert(
    fc.property(bytes, (octets) => alike(read(one, octets), read(other, octets))),
    parameters,
  );
}

/**
 * Two codecs write alike: the same octets, or the same error to its last word. The values may be of any kind, wrong ones
 * above all.
 *
 * @throws Error of fast-check's, with the smallest value that makes a difference
 */
export function enginesWriteAlike<Value>(
  one: Pick<Codec<unknown, Value>, 'encode'>,
  other: Pick<Codec<unknown, Value>, 'encode'>,
  values: Arbitrary<Value>,
  parameters?: Parameters<[Value]>,
): void {
  const write = (codec: Pick<Codec<unknown, Value>, 'encode'>, value: Value) => outcomeOf(() => codec.encode(value));
  fc.assert(
    fc.property(values, (value) => alike(write(one, value), write(other, value))),
    parameters,
  );
}

function alike(one: unknown, other: unknown): void {
  const path = difference(one, other);
  if (path !== undefined) throw new Error(`the two differ at '${path}': ${shown(one)} and ${shown(other)}`);
}

const shown = (value: unknown): string => fc.stringify(value);
