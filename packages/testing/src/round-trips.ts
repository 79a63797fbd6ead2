import fc, { type Arbitrary, type Parameters } from 'fast-check';
import type { Codec } from './codec.js';
import { difference } from './difference.js';
import { sameOctets } from './octets.js';
import { outcomeOf } from './outcome.js';

/**
 * Every value comes back: `decode(encode(value))` equals it without a warning, and is written to the same octets.
 *
 * @throws Error of fast-check's, with the smallest value that does not
 */
export function roundTrips<Value extends Input, Input>(
  codec: Codec<Value, Input>,
  values: Arbitrary<Value>,
  parameters?: Parameters<[Value]>,
): void {
  const property = fc.property(values, (value) => {
    const bytes = codec.encode(value);
    const { value: decoded, error, warnings } = outcomeOf((onWarning) => codec.decode(bytes, { onWarning }));
    if (error !== undefined) throw new Error(`what was encoded cannot be decoded: ${error.message}`);
    const path = difference(value, decoded);
    if (path !== undefined) throw new Error(`decode(encode(value)) differs from value at '${path}'`);
    if (warnings[0] !== undefined)
      throw new Error(`what was encoded is decoded with a warning: ${warnings[0].message}`);
    if (!sameOctets(codec.encode(decoded as Value), bytes))
      throw new Error('the octets differ when it is encoded again');
  });
  fc.assert(property, parameters);
}

/**
 * Whatever octets are decoded without a warning are written back as they came.
 *
 * @throws Error of fast-check's, with the smallest octets that are not
 */
export function writesBack<Value extends Input, Input>(
  codec: Codec<Value, Input>,
  bytes: Arbitrary<Uint8Array>,
  parameters?: Parameters<[Uint8Array]>,
): void {
  const property = fc.property(bytes, (octets) => {
    const { value, error, warnings } = outcomeOf((onWarning) => codec.decode(octets, { onWarning }));
    if (error !== undefined || warnings.length > 0) return;
    if (!sameOctets(codec.encode(value as Value), octets)) throw new Error('encode(decode(octets)) differs from them');
  });
  fc.assert(property, parameters);
}
