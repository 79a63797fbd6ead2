import fc, { type Arbitrary, type Parameters } from 'fast-check';
import type { Framing } from './codec.js';
import { difference } from './difference.js';
import { join } from './octets.js';
import { type Outcome, outcomeOf } from './outcome.js';

/**
 * A stream gives the same PDUs, warnings and errors however it is cut: whole, octet by octet, and at random.
 *
 * @throws Error of fast-check's, with the smallest frames and cuts that make a difference
 */
export function everyCutAgrees<Pdu>(
  codec: Framing<Pdu>,
  frames: Arbitrary<Uint8Array>,
  parameters?: Parameters<[Uint8Array[], number[]]>,
): void {
  const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
  const property = fc.property(fc.array(frames, { maxLength: 5 }), lengths, (parts, sizes) => {
    const stream = join(...parts);
    const whole = received(codec, [stream]);
    for (const [how, pieces] of [
      ['octet by octet', cut(stream, [1])],
      [`cut at ${sizes.join(', ')}`, cut(stream, sizes)],
    ] as const) {
      const path = difference(whole, received(codec, pieces));
      if (path !== undefined) throw new Error(`the stream ${how} gives something else than whole, at '${path}'`);
    }
  });
  fc.assert(property, parameters);
}

/** Pieces of the lengths given, over and over. */
function cut(stream: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0, i = 0; at < stream.length; i++) {
    const size = sizes[i % sizes.length] as number;
    pieces.push(stream.slice(at, at + size));
    at += size;
  }
  return pieces;
}

/** The obvious framer: keeps what is no whole frame yet, and looks again when more has come. */
function received<Pdu>(codec: Framing<Pdu>, pieces: readonly Uint8Array[]): unknown {
  const outcomes: Outcome[] = [];
  let held = new Uint8Array(0);
  for (const piece of pieces) {
    held = join(held, piece);
    let start = 0;
    for (;;) {
      const from = start;
      const length = outcomeOf(() => codec.frameLength(held, from, held.length));
      if (length.error !== undefined) return [...outcomes, length];
      const end = from + ((length.value as number | undefined) ?? Number.POSITIVE_INFINITY);
      if (end > held.length) break;
      const whole = held;
      outcomes.push(outcomeOf((onWarning) => codec.decodeFrame(whole, from, end, onWarning)));
      start = end;
    }
    held = held.slice(start);
  }
  return [...outcomes, held];
}
