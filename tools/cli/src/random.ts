import { randomInt } from 'node:crypto';

/** Numbers from 0 to 1, 1 left out; the same ones for the same seed. */
export function generator(seed: number = randomInt(2 ** 32)): () => number {
  let state = seed >>> 0;
  // Mulberry32: a counter whose bits are well stirred.
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
