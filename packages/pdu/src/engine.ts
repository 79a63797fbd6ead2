import { compileRead, type FastRead } from './compile-read.js';
import { compileWrite, type FastWrite } from './compile-write.js';
import { Cursor, type Row } from './cursor.js';
import { mayCompile } from './emit.js';
import { type OnWarning, PduError } from './errors.js';
import { checkNames } from './names.js';
import type { Plan } from './plan.js';
import { readRecord } from './read-record.js';
import { writeRecord } from './write-record.js';

/** The three verbs of one plan. */
export interface Engine {
  readonly read: (
    bytes: Uint8Array,
    start: number,
    end: number,
    warn: OnWarning | undefined,
  ) => Record<string, unknown>;
  readonly write: (value: unknown, target: Uint8Array, offset: number, number?: unknown) => number;
  readonly dissect: (bytes: Uint8Array, start: number, end: number) => Row[];
}

/** @param compiled false for the interpreter alone; it is alone too where the platform makes no code from text */
export function engine(plan: Plan, compiled: boolean): Engine {
  checkNames(plan.fields);
  // Made at first use: a program that sends five commands compiles five.
  let fastRead: FastRead | undefined;
  let fastWrite: FastWrite | undefined;
  const fast = compiled && mayCompile();
  return {
    read(bytes, start, end, onWarning) {
      if (fast) {
        fastRead ??= compileRead(plan);
        const value = fastRead(bytes, start, end);
        if (value !== undefined) return value;
      }
      return readRecord(plan, new Cursor(bytes, start, end, plan.name, { strict: plan.strict, onWarning }));
    },
    write(value, target, offset, number) {
      if (typeof value !== 'object' || value === null) {
        throw new PduError({ code: 'type', command: plan.name, path: '', offset: 0, message: 'an object is wanted' });
      }
      if (!(target instanceof Uint8Array)) {
        const message = 'a Uint8Array is wanted to write into';
        throw new PduError({ code: 'type', command: plan.name, path: '', offset: 0, message });
      }
      if (!(Number.isInteger(offset) && offset >= 0 && offset <= target.length)) {
        const message = `${offset} is no offset in an array of ${target.length} octets`;
        throw new PduError({ code: 'no_room', command: plan.name, path: '', offset: 0, message });
      }
      if (plan.strict) refuseUnknown(plan, value);
      if (fast) {
        fastWrite ??= compileWrite(plan);
        const end = fastWrite(value, target, offset, number);
        if (end >= 0) return end;
      }
      const cursor = new Cursor(target, offset, target.length, plan.name);
      return writeRecord(plan, cursor, value as Record<string, unknown>, number);
    },
    dissect: (bytes, start, end) => dissect(plan, bytes, start, end),
  };
}

/** A name that no field has is a value that would not be sent. Looked for under `strict` only: it costs time. */
function refuseUnknown(plan: Plan, value: object): void {
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(plan.fields, name) || name === 'trailing' || (name === 'command' && plan.id !== undefined))
      continue;
    const message = `no field has this name; there are ${Object.keys(plan.fields).join(', ')}`;
    throw new PduError({ code: 'unknown_field', command: plan.name, path: name, offset: 0, message });
  }
}

/** Rows that cover every octet once, in order. What cannot be read is the last row, `undecoded`. */
function dissect(plan: Plan, bytes: Uint8Array, start: number, end: number): Row[] {
  const rows: Row[] = [];
  const cursor = new Cursor(bytes, start, end, plan.name, { onRow: (row) => rows.push(row) });
  try {
    readRecord(plan, cursor);
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    const at = rows.at(-1)?.end ?? 0;
    if (start + at < end) {
      rows.push({ path: 'undecoded', start: at, end: end - start, value: bytes.subarray(start + at, end) });
    }
  }
  return rows;
}
