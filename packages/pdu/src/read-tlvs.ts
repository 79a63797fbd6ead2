import type { Cursor } from './cursor.js';
import type { Tlv, TlvTable } from './fields.js';
import { namesByTag, tagKey } from './plan.js';
import { readField } from './read.js';

type Held = Record<string, unknown>;

/** TLVs to the end of the PDU, in the order of the wire; stops before octets that form none. */
export function readTlvs(cursor: Cursor, table: TlvTable): Held | undefined {
  const { bytes, end } = cursor;
  const names = namesByTag(table);
  const held: Held = {};
  const order: Order = { last: '' };
  while (end - cursor.at >= 4) {
    const at = cursor.at;
    const tag = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    const length = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    if (length > end - at - 4) break;
    readTlv(cursor, table, names.get(tag), tag, length, held, order);
  }
  return Object.keys(held).length === 0 ? undefined : held;
}

interface Order {
  /** The key that the TLV before this one went under. */
  last: string;
}

function readTlv(
  cursor: Cursor,
  table: TlvTable,
  name: string | undefined,
  tag: number,
  length: number,
  held: Held,
  order: Order,
): void {
  const at = cursor.at;
  const key = tagKey(tag);
  cursor.path.push(name ?? key);
  cursor.at = at + 2;
  cursor.row(at, tag, '.tag');
  cursor.at = at + 4;
  cursor.row(at + 2, length, '.length');
  const kind = name === undefined ? undefined : table[name];
  const again = name !== undefined && kind?.repeat !== true && Object.hasOwn(held, name);
  if (again) cursor.warn('tlv_duplicate', at, `${name} may not repeat; the later value is kept as ${key}`);
  const value = kind === undefined || again ? undefined : readValue(cursor, kind, length);
  if (value === undefined) {
    cursor.at = at + 4 + length;
    const raw = cursor.bytes.subarray(at + 4, cursor.at);
    cursor.row(at + 4, raw);
    keepRaw(cursor, held, key, raw, order, at);
  } else if (kind?.repeat === true) {
    append(cursor, held, name as string, value, order, at);
  } else {
    held[name as string] = value;
    order.last = name as string;
  }
  cursor.path.pop();
}

/** The value by its type, or undefined where it does not fit it: the TLV's length bounds what is read. */
function readValue(cursor: Cursor, kind: Tlv, length: number): unknown {
  const value = cursor.attempt(() => {
    cursor.end = cursor.at + length;
    const read = readField(cursor, kind.value, true);
    return cursor.at === cursor.end ? read : undefined;
  });
  if (value === undefined) {
    cursor.warn('tlv_value', cursor.at, `the value of ${length} octets does not fit its type and is kept raw`);
  }
  return value;
}

function keepRaw(cursor: Cursor, held: Held, key: string, raw: Uint8Array, order: Order, at: number): void {
  const before = held[key];
  if (before === undefined) {
    held[key] = raw;
    order.last = key;
  } else {
    held[key] = Array.isArray(before) ? before : [before];
    append(cursor, held, key, raw, order, at);
  }
}

function append(cursor: Cursor, held: Held, key: string, value: unknown, order: Order, at: number): void {
  const values = held[key] as unknown[] | undefined;
  if (values === undefined) held[key] = [value];
  else {
    if (order.last !== key)
      cursor.warn('tlv_order', at, 'a repeated TLV stands apart from the first; they are grouped');
    values.push(value);
  }
  order.last = key;
}
