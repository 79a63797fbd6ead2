import fc, { type Arbitrary, type Parameters } from 'fast-check';
import type { Codec, Framing } from './codec.js';
import { outcomeOf } from './outcome.js';

/** Values that may be held for each octet decoded, and for a PDU of none. */
const EACH = 4;
const NONE = 200;

/**
 * Whatever octets come, decoding ends with a value no larger than a fixed multiple of them or with the typed error,
 * which lies within the octets and says the right degree: `incomplete` where more octets may mend it, `lost` where the
 * next PDU cannot be found any more, else `pdu`.
 *
 * @throws Error of fast-check's, with the smallest octets that have another effect
 */
export function hostileBytes(
  codec: Pick<Codec<unknown>, 'decode'> & Partial<Pick<Framing<unknown>, 'frameLength'>>,
  bytes: Arbitrary<Uint8Array>,
  parameters?: Parameters<[Uint8Array]>,
): void {
  const property = fc.property(bytes, (octets) => {
    const { value, error, warnings } = outcomeOf((onWarning) => codec.decode(octets, { onWarning }));
    const held = sizeOf(value) + warnings.length;
    const most = NONE + EACH * octets.length;
    if (held > most)
      throw new Error(`${octets.length} octets gave ${held} values, where at most ${most} are believable`);
    if (error === undefined) return;
    const { offset, degree } = error;
    if (offset < 0 || offset > octets.length) throw new Error(`the error is at ${offset} of ${octets.length} octets`);
    const expected = degreeOf(codec, octets);
    if (degree !== expected) throw new Error(`the error has the degree ${degree}, where framing says ${expected}`);
  });
  fc.assert(property, parameters);
}

/** What an error in these octets must be, by their framing alone. A codec without one is handed whole records. */
function degreeOf(codec: Partial<Pick<Framing<unknown>, 'frameLength'>>, octets: Uint8Array): string {
  if (codec.frameLength === undefined) return 'pdu';
  const { value, error } = outcomeOf(() => codec.frameLength?.(octets));
  if (error !== undefined) return 'lost';
  return value === undefined || (value as number) > octets.length ? 'incomplete' : 'pdu';
}

/** Values, characters and octets that a value holds. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 1 + value.length;
  if (typeof value !== 'object' || value === null) return 1;
  if (value instanceof Uint8Array) return 1 + value.length;
  return Object.values(value).reduce<number>((total, each) => total + sizeOf(each), 1);
}
