/** A piece of an attribute value: text to write as a string, or an attribute value token. */
export type Piece = string | number;

type ValueText = readonly [token: number, text: string];

/**
 * Cuts a value into strings and attribute value tokens so that it takes the fewest octets: a token is one, but
 * cutting a string in two costs another STR_I and NUL. Of equals, the one with fewer tokens.
 *
 * @param unit octets of a NUL, and of each character that the text of a token may have
 */
export function cutValue(value: string, values: readonly ValueText[], unit: number): Piece[] {
  const candidates = values.filter(([, text]) => text !== '' && value.includes(text));
  if (candidates.length === 0) return value === '' ? [] : [value];
  const { length } = value;
  // By offset, from the end: what the rest costs when a string is open there and when none is, and which token to
  // take in either case, if one.
  const costOpen = new Float64Array(length + 1);
  const costClosed = new Float64Array(length + 1);
  const takeOpen: (ValueText | undefined)[] = [];
  const takeClosed: (ValueText | undefined)[] = [];
  for (let i = length - 1; i >= 0; i--) {
    let best: ValueText | undefined;
    let cost = Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
      if (!value.startsWith(candidate[1], i)) continue;
      const taken = 1 + (costClosed[i + candidate[1].length] as number);
      if (taken < cost) [best, cost] = [candidate, taken];
    }
    const character = unit + (costOpen[i + 1] as number);
    const opening = 1 + unit + character;
    takeOpen[i] = cost < character ? best : undefined;
    takeClosed[i] = cost < opening ? best : undefined;
    costOpen[i] = Math.min(cost, character);
    costClosed[i] = Math.min(cost, opening);
  }

  const pieces: Piece[] = [];
  let start: number | undefined;
  for (let i = 0; i < length; ) {
    const taken = start === undefined ? takeClosed[i] : takeOpen[i];
    if (taken === undefined) {
      start ??= i;
      i++;
      continue;
    }
    if (start !== undefined) pieces.push(value.slice(start, i));
    start = undefined;
    pieces.push(taken[0]);
    i += taken[1].length;
  }
  if (start !== undefined) pieces.push(value.slice(start));
  return pieces;
}

/** Octets that the pieces take as inline strings and tokens, short of what the charset adds to a character. */
export const costOf = (pieces: readonly Piece[], unit: number): number =>
  pieces.reduce<number>((sum, piece) => sum + (typeof piece === 'number' ? 1 : 1 + unit + piece.length * unit), 0);
