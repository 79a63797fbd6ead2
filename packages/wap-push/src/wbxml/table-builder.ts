import { WapPushError } from '../errors.js';
import type { Charset } from './charset.js';
import { encodeText } from './output.js';

/**
 * Which strings go to the string table:
 * - `none`: none, for the many receivers that know no table
 * - `auto`: those that take fewer octets there
 * - `all`: every one
 * - strings: these, in this order, used wherever a whole string equals one of them
 */
export type StringTableMode = 'none' | 'auto' | 'all' | readonly string[];

/** A string of the document, in wire order; a literal's name has no other place than the table. */
export interface Use {
  text: string;
  literal: boolean;
}

export interface BuiltTable {
  octets: Uint8Array;
  /** The offset of a string that is in the table. */
  indexOf: ReadonlyMap<string, number>;
}

/** @throws WapPushError `stringTable` when a literal needs a table and `none` is wanted */
export function buildTable(mode: StringTableMode, uses: readonly Use[], charset: Charset): BuiltTable {
  const literal = uses.find((use) => use.literal);
  if (mode === 'none' && literal !== undefined) {
    const message = `${literal.text} is not in the token table, so its name needs a string table: use 'auto'`;
    throw new WapPushError('stringTable', 0, message, literal.text);
  }
  const counts = new Map<string, { inline: number; literal: boolean }>();
  for (const { text, literal } of uses) {
    const count = counts.get(text) ?? { inline: 0, literal: false };
    counts.set(text, { inline: count.inline + (literal ? 0 : 1), literal: count.literal || literal });
  }
  const parts: Uint8Array[] = [];
  const indexOf = new Map<string, number>();
  let length = 0;
  const add = (text: string): void => {
    if (indexOf.has(text)) return;
    const octets = encodeText(charset, text);
    indexOf.set(text, length);
    parts.push(octets, new Uint8Array(charset.unit));
    length += octets.length + charset.unit;
  };

  if (typeof mode === 'object') mode.forEach(add);
  for (const [text, count] of counts) {
    if (count.literal || mode === 'all') add(text);
    else if (mode === 'auto' && saves(count.inline, encodeText(charset, text).length, charset.unit, length)) add(text);
  }
  const octets = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    octets.set(part, at);
    at += part.length;
  }
  return { octets, indexOf };
}

/** Whether `uses` strings of `length` octets take less as one in the table at `offset` and references to it. */
function saves(uses: number, length: number, unit: number, offset: number): boolean {
  const indexSize = offset < 0x80 ? 1 : offset < 0x4000 ? 2 : 3;
  return uses * (1 + length + unit) > length + unit + uses * (1 + indexSize);
}
