import { latin1 } from '@smswire/buffer';
import type { Cursor } from './cursor.js';
import type {
  ChoiceField,
  CountedField,
  CstringField,
  Field,
  Fields,
  ListField,
  OctetsField,
  PaddedField,
  RestField,
  UintField,
} from './fields.js';
import { itemOf } from './fields.js';
import { isTail } from './plan.js';
import { readTlvs } from './read-tlvs.js';

/** A row of fields as an object. `tail`: nothing that must be there follows them. */
function readFields(cursor: Cursor, fields: Fields, tail: boolean, into: Record<string, unknown> = {}) {
  Object.entries(fields).forEach(([name, field], index) => {
    const value = cursor.within(name, () => readField(cursor, field, tail && isTail(fields, index)));
    // TLVs are only there where the wire has any.
    if (value !== undefined) into[name] = value;
  });
  return into;
}

export function readField(cursor: Cursor, field: Field, tail: boolean): unknown {
  switch (field.kind) {
    case 'uint':
      return readUint(cursor, field);
    case 'int':
      return withRow(cursor, () => unsigned(cursor, 4) | 0);
    case 'uint64':
      return withRow(cursor, () => uint64(cursor));
    case 'cstring':
      return readCstring(cursor, field, tail);
    case 'padded':
      return readPadded(cursor, field, tail);
    case 'octets':
      return readOctets(cursor, field);
    case 'counted':
      return readCounted(cursor, field);
    case 'rest':
      return readRest(cursor, field);
    case 'list':
      return readList(cursor, field, tail);
    case 'struct':
      return readFields(cursor, field.fields, tail);
    case 'choice':
      return readChoice(cursor, field, tail);
    case 'optional':
      return cursor.at === cursor.end ? null : readField(cursor, field.field, tail);
    case 'tlvs':
      return readTlvs(cursor, field.table);
    default:
      throw new TypeError(`resolve the layout with at() first: ${cursor.pathText()} differs by version`);
  }
}

/** Checks before anything is taken or allocated. */
function need(cursor: Cursor, length: number): void {
  const { at, end } = cursor;
  if (length > end - at) cursor.bad('end', at, `${length} octets wanted, ${end - at} left`);
}

function take(cursor: Cursor, length: number): number {
  need(cursor, length);
  const { at } = cursor;
  cursor.at = at + length;
  return at;
}

function unsigned(cursor: Cursor, size: number): number {
  const at = take(cursor, size);
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + (cursor.bytes[at + i] as number);
  return value;
}

function uint64(cursor: Cursor): bigint {
  need(cursor, 8);
  return (BigInt(unsigned(cursor, 4)) << 32n) | BigInt(unsigned(cursor, 4));
}

function withRow<T>(cursor: Cursor, read: () => T): T {
  const from = cursor.at;
  const value = read();
  cursor.row(from, value);
  return value;
}

function readUint(cursor: Cursor, { size, usual }: UintField): number {
  const from = cursor.at;
  const value = unsigned(cursor, size);
  if (usual !== undefined && (value < usual[0] || value > usual[1])) {
    cursor.warn('range', from, `${value} is not from ${usual[0]} to ${usual[1]}`);
  }
  cursor.row(from, value);
  return value;
}

function readCstring(cursor: Cursor, { max, full }: CstringField, tail: boolean): string {
  const { bytes, at: from, end } = cursor;
  let to = from;
  let high = 0;
  while (to < end && bytes[to] !== 0) high |= bytes[to++] as number;
  if (to === end) {
    if (!tail) cursor.bad('no_nul', from, `no NUL within ${max} octets`);
    cursor.warn('no_nul', from, `no NUL within ${max} octets; the string is taken to the end`);
  }
  const length = to - from;
  if (length >= max) cursor.warn('too_long', from, `${length} characters, where at most ${max - 1} and a NUL fit`);
  else if (full && length > 0 && length < max - 1) {
    cursor.warn('bad_length', from, `${length} characters, where none or ${max - 1} belong`);
  }
  if (high > 0x7f) cursor.warn('non_ascii', from, 'octets above 0x7F in a C-octet string, read as Latin-1');
  cursor.at = to === end ? end : to + 1;
  const value = latin1(bytes, from, to);
  cursor.row(from, value);
  return value;
}

function readPadded(cursor: Cursor, { size, fill }: PaddedField, tail: boolean): string {
  const { bytes, at: from, end } = cursor;
  const width = Math.min(size, end - from);
  if (width < size) {
    if (!tail) cursor.bad('end', from, `${size} octets wanted, ${width} left`);
    cursor.warn('bad_length', from, `${width} octets, where ${size} belong`);
  }
  let to = from;
  while (to < from + width && bytes[to] !== 0) to++;
  let junk = to;
  while (junk < from + width && bytes[junk] === 0) junk++;
  if (junk < from + width || (fill === 'zero' && to < from + width)) {
    cursor.warn('padding', Math.min(junk, from + width - 1), 'the octets behind the string are not its padding');
  }
  cursor.at = from + width;
  const value = latin1(bytes, from, to);
  cursor.row(from, value);
  return value;
}

function readOctets(cursor: Cursor, { size }: OctetsField): Uint8Array {
  return withRow(cursor, () => cursor.bytes.subarray(take(cursor, size), cursor.at));
}

function readCount(cursor: Cursor, count: UintField, max: number, suffix: string): number {
  const from = cursor.at;
  const value = unsigned(cursor, count.size);
  cursor.row(from, value, suffix);
  if (value > max) cursor.warn('too_long', from, `a count of ${value}, where at most ${max} are allowed`);
  return value;
}

function readCounted(cursor: Cursor, { count, max }: CountedField): Uint8Array {
  const length = readCount(cursor, count, max, '.length');
  const from = cursor.at;
  const value = cursor.bytes.subarray(take(cursor, length), cursor.at);
  cursor.row(from, value);
  return value;
}

function readRest(cursor: Cursor, { min, max }: RestField): Uint8Array {
  const length = cursor.end - cursor.at;
  if (length < min || length > max) cursor.bad('end', cursor.at, `${length} octets, where ${min} to ${max} belong`);
  const from = cursor.at;
  const value = cursor.bytes.subarray(take(cursor, length), cursor.at);
  cursor.row(from, value);
  return value;
}

function readList(cursor: Cursor, field: ListField<Field | Fields>, tail: boolean): unknown[] {
  const item = itemOf(field.item);
  const count = readCount(cursor, field.count, field.max, '.count');
  const values: unknown[] = [];
  for (let i = 0; i < count; i++) {
    values.push(cursor.within(`[${i}]`, () => readField(cursor, item, tail && i === count - 1)));
  }
  return values;
}

function readChoice(cursor: Cursor, field: ChoiceField<string, Record<number, Fields>>, tail: boolean) {
  const from = cursor.at;
  const tag = unsigned(cursor, field.tag.size);
  const fields = field.cases[tag];
  cursor.row(from, tag, `.${field.name}`);
  if (fields === undefined) {
    cursor.path.push(field.name);
    cursor.bad('choice', from, `${tag} is none of ${Object.keys(field.cases).join(', ')}`);
  }
  return readFields(cursor, fields as Fields, tail, { [field.name]: tag });
}
