import { MccpError, type MccpErrorCode, type MccpWarning, type Tolerance, tolerate } from './errors.js';
import { octetsBefore } from './escape.js';

export interface Limits {
  /** Octets of a line, its line end included. */
  readonly maxLineLength: number;
  readonly maxParameters: number;
}

/** R or A, then any visible ASCII but `%`: the description gives no other rule, and unknown commands are kept. */
export const commandWord = /^[RA][!-$&-~]+$/;

/** A line that has been cut at its spaces. */
export interface Line {
  /** Octets before the line, in what is read. */
  readonly start: number;
  /** As they stand, still escaped. */
  readonly fields: readonly string[];
  readonly tolerance: Tolerance;
}

/** How many fields stand before the first parameter. */
export function leadingFields(command: string): number {
  return command.startsWith('A') ? 3 : 2;
}

/** What the field at `index` of a line is called. */
export function fieldPath(command: string, index: number): string {
  const leading = leadingFields(command);
  if (index >= leading) return `parameters[${index - leading}]`;
  return ['command', 'trid', 'status'][index] as string;
}

/** What is wrong with the field at `index`, from `within` characters on. */
export function fieldError(line: Line, code: MccpErrorCode, index: number, message: string, within = 0): MccpError {
  return new MccpError(inField(line, code, index, message, within), 'pdu');
}

/** What is tolerated in the field at `index`, from `within` characters on. */
export function fieldWarning(line: Line, code: MccpErrorCode, index: number, message: string, within = 0): void {
  tolerate(line.tolerance, inField(line, code, index, message, within));
}

function inField(
  { start, fields }: Line,
  code: MccpErrorCode,
  index: number,
  message: string,
  within: number,
): MccpWarning {
  const command = fields[0] as string;
  const offset = start + before(fields, index, within);
  return { code, command: index === 0 ? '' : command, path: fieldPath(command, index), offset, message };
}

// Offsets are counted only for those who ask, so that a line without faults costs no second pass.
function before(fields: readonly string[], index: number, within: number): number {
  const earlier = fields.slice(0, index).map((field) => `${field} `);
  return octetsBefore(earlier.join(''), Number.POSITIVE_INFINITY) + octetsBefore(fields[index] ?? '', within);
}

/** The number a trid field holds, or undefined when it is no decimal from 0 to 4294967295. */
export function tridOf(field: string): number | undefined {
  const trid = /^[0-9]+$/.test(field) ? Number(field) : Number.NaN;
  return trid <= 0xffffffff ? trid : undefined;
}

/** In quotes, and at most forty characters, so that a hostile line makes no long message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
