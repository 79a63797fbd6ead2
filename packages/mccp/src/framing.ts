import { lineError } from './errors.js';
import { wantBytes } from './wanted.js';

const LF = 0x0a;
const CR = 0x0d;

/**
 * The length of the line that begins at `start`, its line end included; undefined when it has not ended yet.
 * LF ends a line with or without the CR: no LF stands within a line, so that framing never depends on the CR.
 * An earlier call has found none before `seen`, so that a line that comes by octets is searched once.
 * @throws MccpError `line_length` (lost) when none ends within `max` octets
 */
export function lineLength(
  bytes: Uint8Array,
  start: number,
  end: number,
  max: number,
  seen = start,
): number | undefined {
  const from = Math.max(start, seen);
  const at = bytes.subarray(from, Math.min(end, start + max)).indexOf(LF);
  if (at >= 0) return from + at + 1 - start;
  if (end - start < max) return undefined;
  throw lineError('line_length', start, `no line end within ${max} octets; maxLineLength allows more`);
}

/** Where the text of a line from `start` to `end` stops: before its CRLF, LF, or missing line end. */
export function textEnd(bytes: Uint8Array, start: number, end: number): number {
  if (end === start || bytes[end - 1] !== LF) return end;
  return end - start >= 2 && bytes[end - 2] === CR ? end - 2 : end - 1;
}

/**
 * The lines of one transmission, each with its line end, as views. What follows the last line end is a line too,
 * and does not decode. Together they are all of `bytes`.
 * @throws MccpError `type` for what is no `Uint8Array`
 */
export function split(bytes: Uint8Array): Uint8Array[] {
  wantBytes('bytes', bytes);
  const lines: Uint8Array[] = [];
  let start = 0;
  while (start < bytes.length) {
    const at = bytes.indexOf(LF, start);
    const end = at < 0 ? bytes.length : at + 1;
    lines.push(bytes.subarray(start, end));
    start = end;
  }
  return lines;
}
