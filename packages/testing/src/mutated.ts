import fc, { type Arbitrary } from 'fast-check';
import { join } from './octets.js';

type Mutation = (bytes: Uint8Array) => Uint8Array;

/** `bytes` with `change` made to a copy of it. */
const edited = (bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array => {
  const copy = bytes.slice();
  change(copy);
  return copy;
};

/** A place in octets whose number is known only later: a part of the whole, any as likely as another. */
const place = fc.noBias(fc.nat({ max: 0xffff })).map((part) => part / 0x10000);
const offset = (at: number, length: number): number => Math.floor(at * length);

/** Writes as much of `value` as fits at `at`, in `size` octets. */
function overwrite(bytes: Uint8Array, at: number, size: number, value: number): void {
  for (let i = 0; i < size && at + i < bytes.length; i++) bytes[at + i] = value / 256 ** (size - 1 - i);
}

const flip = fc.tuple(place, fc.nat({ max: 7 })).map(
  ([at, bit]): Mutation =>
    (bytes) =>
      edited(bytes, (copy) => overwriteBit(copy, offset(at, copy.length), bit)),
);

function overwriteBit(bytes: Uint8Array, at: number, bit: number): void {
  if (at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << bit);
}

/** Numbers that counts and lengths go wrong at. */
const edge = fc.constantFrom(0, 1, 4, 0x7f, 0x80, 0xfe, 0xff, 0x100, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0xffffffff);

/** A number over 1, 2 or 4 octets anywhere: lengths and counts among them. */
const number = fc.tuple(place, fc.constantFrom(1, 2, 4), edge).map(
  ([at, size, value]): Mutation =>
    (bytes) =>
      edited(bytes, (copy) => overwrite(copy, offset(at, copy.length), size, value)),
);

const truncate = place.map(
  (at): Mutation =>
    (bytes) =>
      bytes.slice(0, offset(at, bytes.length)),
);

const extend = fc.uint8Array({ minLength: 1, maxLength: 16 }).map(
  (more): Mutation =>
    (bytes) =>
      join(bytes, more),
);

/** A piece of the octets stands twice. */
const duplicate = fc.tuple(place, place).map(
  ([one, other]): Mutation =>
    (bytes) => {
      const [from, to] = [offset(Math.min(one, other), bytes.length), offset(Math.max(one, other), bytes.length)];
      return join(bytes.subarray(0, to), bytes.subarray(from));
    },
);

/** The head of one and the tail of another. */
const spliced = (others: Arbitrary<Uint8Array>): Arbitrary<Mutation> =>
  fc.tuple(others, place, place).map(
    ([other, to, from]): Mutation =>
      (bytes) =>
        join(bytes.subarray(0, offset(to, bytes.length)), other.subarray(offset(from, other.length))),
  );

/** The first four octets say how many there are, so that what was done behind them is looked at. */
const fixLength: Mutation = (bytes) => edited(bytes, (copy) => overwrite(copy, 0, 4, copy.length));

/**
 * `frames` with one to four things done to each: bits flipped, numbers put where a length may stand, cut short, extended,
 * a piece repeated, two spliced. Most have their leading length of four octets made right again.
 */
export function mutated(frames: Arbitrary<Uint8Array>): Arbitrary<Uint8Array> {
  const mutation = fc.oneof(flip, number, truncate, extend, duplicate, spliced(frames));
  return fc
    .tuple(frames, fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.noBias(fc.nat({ max: 9 })))
    .map(([frame, mutations, chance]) => {
      const bytes = mutations.reduce((held, mutate) => mutate(held), frame);
      return chance === 0 ? bytes : fixLength(bytes);
    });
}
