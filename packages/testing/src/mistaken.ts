import fc, { type Arbitrary } from 'fast-check';

/** What callers hand in by mistake. */
const mistake = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, -0, 0, -1, 0.5, Number.NaN, 256, 65536, 2 ** 32, 2 ** 64, -(2 ** 31) - 1),
  fc.constantFrom<unknown>(
    Number.POSITIVE_INFINITY,
    1n,
    -1n,
    2n ** 64n,
    true,
    '',
    'a',
    '5',
    'é',
    '€',
    'a\0b',
    '😀',
    '\ud800',
  ),
  fc.constantFrom<unknown>(
    [],
    {},
    [null],
    [undefined, 1],
    Array(2),
    Symbol('s'),
    () => 1,
    new Date(0),
    new Uint8Array(1),
  ),
  fc.nat({ max: 300 }).map((length): unknown => 'x'.repeat(length)),
  fc.nat({ max: 300 }).map((length): unknown => new Uint8Array(length)),
);

/**
 * `values` with a mistake or two in each, anywhere: a value of another type or out of range, text that cannot be written,
 * a key too many. None of them may meet anything but the typed error.
 */
export function mistaken<Value>(values: Arbitrary<Value>): Arbitrary<Value> {
  const change = fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), mistake, fc.nat({ max: 5 }));
  return fc.tuple(values, fc.array(change, { minLength: 1, maxLength: 2 })).map(([value, changes]) => {
    let changed: unknown = value;
    for (const [path, put, how] of changes) changed = replaced(changed, path, put, how === 0);
    return changed as Value;
  });
}

type Held = Record<string, unknown>;

/** A copy with `put` at the place that the numbers choose; `add` puts it under a key that is not there yet. */
function replaced(value: unknown, [first, ...path]: number[], put: unknown, add: boolean): unknown {
  if (first === undefined || typeof value !== 'object' || value === null || value instanceof Uint8Array) return put;
  const keys = Object.keys(value);
  if (keys.length === 0) return add ? { ...value, trailing: put } : put;
  const key = keys[first % keys.length] as string;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Held;
  if (add && path.length === 0) copy['0x1400'] = put;
  else copy[key] = replaced(copy[key], path, put, add);
  return copy;
}
