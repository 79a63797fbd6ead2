import type { Row } from '@smswire/pdu';
import fc, { type Arbitrary, type Parameters } from 'fast-check';
import { outcomeOf } from './outcome.js';

/**
 * The rows of a dissection cover every octet once and in order, whatever the octets are.
 *
 * @throws Error of fast-check's, with the smallest octets that are covered otherwise
 */
export function dissectionPartitions(
  codec: { dissect(bytes: Uint8Array): Row[] },
  bytes: Arbitrary<Uint8Array>,
  parameters?: Parameters<[Uint8Array]>,
): void {
  const property = fc.property(bytes, (octets) => {
    const { value, error } = outcomeOf(() => codec.dissect(octets));
    if (error !== undefined) return;
    let at = 0;
    for (const { path, start, end } of value as Row[]) {
      if (start !== at || end <= start)
        throw new Error(`'${path}' stands from ${start} to ${end}, where ${at} is next`);
      if (path === '') throw new Error(`the row from ${start} to ${end} has no path`);
      at = end;
    }
    if (at !== octets.length) throw new Error(`the rows end at ${at} of ${octets.length} octets`);
  });
  fc.assert(property, parameters);
}
