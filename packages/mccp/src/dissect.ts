import { unescapeText } from './escape.js';
import { split, textEnd } from './framing.js';
import { commandWord, fieldPath, tridOf } from './line.js';
import { utf8Text } from './utf8.js';

/** What one run of octets is. */
export interface MccpRow {
  /**
   * `command`, `trid`, `status`, `parameters[0]`, `space` or `lineEnd`, with `[1].` and so on in front where the
   * transmission holds several lines.
   */
  readonly path: string;
  /** The first octet. */
  readonly start: number;
  /** Behind the last octet; an empty parameter starts where it ends. */
  readonly end: number;
  /** A number for a trid, unescaped text for the rest, the octets themselves where they cannot be read as that. */
  readonly value: string | number | Uint8Array;
}

const SPACE = 0x20;

/**
 * Names every octet of a transmission: rows in order, each beginning where the one before ends. It reads what does
 * not decode too: no octets make it throw.
 */
export function dissect(bytes: Uint8Array): MccpRow[] {
  const rows: MccpRow[] = [];
  const lines = split(bytes);
  let start = 0;
  for (const [index, line] of lines.entries()) {
    dissectLine(rows, bytes, start, start + line.length, lines.length > 1 ? `[${index}].` : '');
    start += line.length;
  }
  return rows;
}

function dissectLine(rows: MccpRow[], bytes: Uint8Array, start: number, end: number, prefix: string): void {
  const stop = textEnd(bytes, start, end);
  const row = (name: string, from: number, to: number, value: MccpRow['value']): void => {
    rows.push({ path: prefix + name, start: from, end: to, value });
  };
  const word = stop > start && bytes[start] === 0x41 ? 'A' : 'R';
  for (let at = start, index = 0; ; index++) {
    const space = bytes.subarray(at, stop).indexOf(SPACE);
    const fieldEnd = space < 0 ? stop : at + space;
    const name = fieldPath(word, index);
    row(name, at, fieldEnd, fieldValue(name, bytes.subarray(at, fieldEnd)));
    if (space < 0) break;
    row('space', fieldEnd, fieldEnd + 1, ' ');
    at = fieldEnd + 1;
  }
  if (stop < end) row('lineEnd', stop, end, stop === end - 2 ? '\r\n' : '\n');
}

function fieldValue(name: string, octets: Uint8Array): MccpRow['value'] {
  const text = utf8Text(octets);
  if (text === undefined) return octets;
  if (name === 'command') return commandWord.test(text) ? text : octets;
  if (name === 'trid') return tridOf(text) ?? octets;
  const { text: value, bad } = unescapeText(text);
  return bad >= 0 || text.includes('\r') ? octets : value;
}
