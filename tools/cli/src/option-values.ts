import { InvalidArgumentError } from 'commander';

/** Readers of option values: each gives the value or says what it should have been. */
type Reader<T> = (text: string) => T;

/** A whole number from `least` to `most`, decimal or `0x…`. */
export const integer =
  (least: number, most: number): Reader<number> =>
  (text) => {
    const value = /^(\d+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };

export const octet: Reader<number> = integer(0, 255);
export const port: Reader<number> = integer(0, 65_535);

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const LONGEST = 24 * 3_600_000;

/** Milliseconds from `250ms`, `1.5s`, `2m`, `1h` or a number of milliseconds; a day at most. */
export const duration: Reader<number> = (text) => {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text);
  const value = match ? Number(match[1]) * (units[match[2] ?? 'ms'] as number) : Number.NaN;
  if (value <= LONGEST) return value;
  throw new InvalidArgumentError('It must be a time such as 250ms, 1.5s or 2m, of a day at most.');
};

/** A part of the whole, from `5%` or `0.05`. */
export const share: Reader<number> = (text) => {
  const match = /^(\d+(?:\.\d+)?)(%)?$/.exec(text);
  const value = match ? Number(match[1]) / (match[2] ? 100 : 1) : Number.NaN;
  if (value <= 1) return value;
  throw new InvalidArgumentError('It must be a share such as 5% or 0.05.');
};

/** More than 0 a second. */
export const rate: Reader<number> = (text) => {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (value > 0) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
};

/** The number for a name of the standard or for a number. */
export const named =
  (table: { readonly values: Readonly<Record<string, number>> }, most = 255): Reader<number> =>
  (text) => {
    if (Object.hasOwn(table.values, text)) return table.values[text] as number;
    try {
      return integer(0, most)(text);
    } catch {
      const names = Object.keys(table.values);
      const those = names.length > 20 ? `a name such as ${names.at(-1)}` : `one of ${names.join(', ')}`;
      throw new InvalidArgumentError(`It must be a number up to ${most} or ${those}.`);
    }
  };

/** For an option that may be given again: all its values in their order. */
export const each =
  <T>(read: Reader<T>) =>
  (text: string, before: readonly T[] = []): readonly T[] => [...before, read(text)];
