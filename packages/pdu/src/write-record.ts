import type { Cursor } from './cursor.js';
import { type Plan, prefixOf } from './plan.js';
import { writeField, writeOctets, writeUnsigned } from './write.js';

type Held = Record<string, unknown>;

/** Writes one whole record at the cursor and returns the offset behind it: the meaning that the compiler must match. */
export function writeRecord(plan: Plan, cursor: Cursor, value: Held, number?: unknown): number {
  const { start } = cursor;
  if (plan.id !== undefined) {
    writeUnsigned(cursor, 4, 0);
    writeUnsigned(cursor, 4, plan.id >>> 0);
  }
  const bare = isBare(plan, value);
  for (const [name, field] of Object.entries(plan.fields)) {
    if (bare && !plan.header.includes(name)) break;
    const given = number !== undefined && name === plan.number ? number : value[name];
    cursor.within(name, () => writeField(cursor, field, given));
  }
  if (value['trailing'] !== undefined) {
    cursor.within('trailing', () => writeOctets(cursor, value['trailing'], 0, plan.maxLength));
  }
  const complaint = plan.strict && value['tlvs'] !== undefined ? plan.check?.(value) : undefined;
  if (complaint !== undefined) {
    cursor.path.push(complaint.path);
    cursor.refuse(complaint.code, complaint.message);
  }
  const length = cursor.at - start;
  if (length > plan.maxLength) cursor.refuse('too_long', `${length} octets, where a PDU has at most ${plan.maxLength}`);
  if (prefixOf(plan) > 0) {
    const end = cursor.at;
    cursor.at = start;
    writeUnsigned(cursor, 4, length);
    cursor.at = end;
  }
  return cursor.at;
}

/** An error response whose body was left out is its header alone: SMPP 3.4 §4.4.2. */
function isBare(plan: Plan, value: Held): boolean {
  const { bodiless } = plan;
  if (typeof bodiless !== 'string' || (value[bodiless] ?? 0) === 0) return false;
  return Object.keys(plan.fields).every((name) => plan.header.includes(name) || value[name] === undefined);
}
