import type { Cursor } from './cursor.js';
import type { Field } from './fields.js';
import { isTail, type Plan, prefixOf } from './plan.js';
import { readField } from './read.js';

type Held = Record<string, unknown>;

/** The whole of one record between the cursor's start and its end: the meaning that the compiler must match. */
export function readRecord(plan: Plan, cursor: Cursor): Held {
  const held: Held = plan.id === undefined ? {} : { command: plan.name };
  const entries = Object.entries(plan.fields);
  const body = entries.slice(plan.header.length);
  readPrefix(plan, cursor);
  readEntries(plan, cursor, entries.slice(0, plan.header.length), held);
  const failure = typeof plan.bodiless === 'string' && held[plan.bodiless] !== 0;
  if (cursor.at === cursor.end && plan.bodiless !== undefined && body.some(([, { kind }]) => kind !== 'tlvs')) {
    if (!failure) cursor.warn('no_body', cursor.at, 'the response has no body');
    return held;
  }
  if (failure) readFailure(plan, cursor, body, held);
  else readEntries(plan, cursor, body, held);
  readTrailing(plan, cursor, held);
  const complaint = held['tlvs'] === undefined ? undefined : plan.check?.(held);
  if (complaint !== undefined) cursor.warn(complaint.code, cursor.start, complaint.message, complaint.path);
  return held;
}

function readPrefix(plan: Plan, cursor: Cursor): void {
  if (prefixOf(plan) === 0) return;
  const { start } = cursor;
  cursor.at = start + 4;
  cursor.within('commandLength', () => cursor.row(start, cursor.end - start));
  cursor.at = start + 8;
  cursor.within('commandId', () => cursor.row(start + 4, plan.id));
}

function readEntries(plan: Plan, cursor: Cursor, entries: [string, Field][], held: Held): Held {
  const names = Object.keys(plan.fields);
  for (const [name, field] of entries) {
    const tail = isTail(plan.fields, names.indexOf(name));
    const value = cursor.within(name, () => readField(cursor, field, tail));
    // TLVs have a key only where the wire has any.
    if (value !== undefined) held[name] = value;
  }
  return held;
}

/**
 * The body of an error response. The standard gives it none; peers write the whole of it, TLVs alone, or octets that
 * are neither. Nothing of that may cost us the response, so each reading is tried, the strictest first.
 */
function readFailure(plan: Plan, cursor: Cursor, body: [string, Field][], held: Held): void {
  const whole = (): Held | undefined => cursor.attempt(() => exact(cursor, readEntries(plan, cursor, body, {})));
  const tlvsAlone = (): Held | undefined => {
    const { at } = cursor;
    const tlvs = body.filter(([, { kind }]) => kind === 'tlvs');
    const values = cursor.attempt(() => exact(cursor, readEntries(plan, cursor, tlvs, {})));
    if (values !== undefined) cursor.warn('no_body', at, 'an error response of TLVs without the fields before');
    return values;
  };
  const withTrailing = (): Held | undefined => cursor.attempt(() => readEntries(plan, cursor, body, {}));
  const values = whole() ?? tlvsAlone() ?? withTrailing();
  if (values !== undefined) Object.assign(held, values);
  else cursor.warn('bad_body', cursor.at, 'the body of the error response cannot be read and is kept as trailing');
}

const exact = (cursor: Cursor, values: Held): Held | undefined => (cursor.at === cursor.end ? values : undefined);

function readTrailing(plan: Plan, cursor: Cursor, held: Held): void {
  const { at, end, bytes } = cursor;
  if (at === end) return;
  const cutShort = end - at >= 4 && Object.values(plan.fields).some(({ kind }) => kind === 'tlvs');
  const left = `${end - at} octets behind the last whole ${cutShort ? 'TLV' : 'field'}, kept as trailing`;
  cursor.warn(cutShort ? 'tlv_truncated' : 'trailing', at, left);
  cursor.at = end;
  held['trailing'] = bytes.subarray(at, end);
  cursor.within('trailing', () => cursor.row(at, held['trailing']));
}
