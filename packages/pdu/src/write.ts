import { writeLatin1 } from '@smswire/buffer';
import type { Cursor } from './cursor.js';
import type {
  ChoiceField,
  CountedField,
  CstringField,
  Field,
  Fields,
  ListField,
  PaddedField,
  UintField,
} from './fields.js';
import { itemOf } from './fields.js';
import { writeTlvs } from './write-tlvs.js';

type Held = Record<string, unknown>;

/** A row of fields from an object; what it leaves out is written as zero or empty. */
function writeFields(cursor: Cursor, fields: Fields, value: unknown): void {
  const held = value ?? {};
  if (typeof held !== 'object') cursor.refuse('type', `an object is wanted, not ${show(value)}`);
  for (const [name, field] of Object.entries(fields)) {
    cursor.within(name, () => writeField(cursor, field, (held as Held)[name]));
  }
}

export function writeField(cursor: Cursor, field: Field, value: unknown): void {
  switch (field.kind) {
    case 'uint':
      return writeUint(cursor, field, value);
    case 'int':
      return writeInt(cursor, value);
    case 'uint64':
      return writeUint64(cursor, value);
    case 'cstring':
      return writeCstring(cursor, field, value);
    case 'padded':
      return writePadded(cursor, field, value);
    case 'octets':
      return writeOctets(cursor, value === undefined ? new Uint8Array(field.size) : value, field.size, field.size);
    case 'counted':
      return writeCounted(cursor, field, value);
    case 'rest':
      return writeOctets(cursor, value === undefined ? new Uint8Array(field.min) : value, field.min, field.max);
    case 'list':
      return writeList(cursor, field, value);
    case 'struct':
      return writeFields(cursor, field.fields, value);
    case 'choice':
      return writeChoice(cursor, field, value);
    case 'optional':
      return value === null || value === undefined ? undefined : writeField(cursor, field.field, value);
    case 'tlvs':
      return writeTlvs(cursor, field.table, value);
    default:
      throw new TypeError(`resolve the layout with at() first: ${cursor.pathText()} differs by version`);
  }
}

/** A value as an error shows it: short, and its type with it. */
function show(value: unknown): string {
  if (typeof value === 'string') return `the string '${value.length > 20 ? `${value.slice(0, 20)}…` : value}'`;
  if (typeof value === 'bigint') return `the bigint ${value}`;
  if (typeof value === 'function') return 'a function';
  if (value instanceof Uint8Array) return `${value.length} octets`;
  return value === null || typeof value !== 'object' ? String(value) : Array.isArray(value) ? 'an array' : 'an object';
}

/** Room for so many octets, in what was handed in or not at all. */
export function room(cursor: Cursor, length: number): number {
  const { at, end } = cursor;
  if (length > end - at) cursor.refuse('no_room', `${length} octets to write, room for ${end - at}`);
  cursor.at = at + length;
  return at;
}

export function writeUnsigned(cursor: Cursor, size: number, value: number): void {
  const at = room(cursor, size);
  for (let i = size - 1, left = value; i >= 0; i--, left = Math.floor(left / 256)) cursor.bytes[at + i] = left % 256;
}

function writeUint(cursor: Cursor, { size }: UintField, value: unknown): void {
  const number = value ?? 0;
  const max = 2 ** (size * 8) - 1;
  if (value === null || !(Number.isInteger(number) && (number as number) >= 0 && (number as number) <= max)) {
    const code = typeof value === 'number' ? 'range' : 'type';
    cursor.refuse(code, `an integer from 0 to ${max} is wanted, not ${show(value)}`);
  }
  writeUnsigned(cursor, size, number as number);
}

function writeInt(cursor: Cursor, value: unknown): void {
  const number = value ?? 0;
  if (value === null || typeof number !== 'number' || (number | 0) !== number) {
    const code = typeof value === 'number' ? 'range' : 'type';
    cursor.refuse(code, `an integer from -2147483648 to 2147483647 is wanted, not ${show(value)}`);
  }
  writeUnsigned(cursor, 4, (number as number) >>> 0);
}

function writeUint64(cursor: Cursor, value: unknown): void {
  const number = value === undefined ? 0n : value;
  if (typeof number !== 'bigint' || number < 0n || number > 0xffffffffffffffffn) {
    const code = typeof number === 'bigint' ? 'range' : 'type';
    cursor.refuse(code, `a bigint from 0 to 2^64-1 is wanted, not ${show(value)}`);
  }
  writeUnsigned(cursor, 4, Number((number as bigint) >> 32n));
  writeUnsigned(cursor, 4, Number((number as bigint) & 0xffffffffn));
}

function text(cursor: Cursor, value: unknown, max: number): string {
  const string = value === undefined ? '' : value;
  if (typeof string !== 'string') cursor.refuse('type', `a string is wanted, not ${show(value)}`);
  const { length } = string as string;
  if (length > max) cursor.refuse('length', `${length} characters, where at most ${max} fit`);
  return string as string;
}

function writeText(cursor: Cursor, at: number, string: string): void {
  if (writeLatin1(cursor.bytes, at, string) >= 0) return;
  cursor.at = at;
  const characters = Array.from(string);
  const index = characters.findIndex((character) => character === '\0' || character > '\xff');
  const character = characters[index] as string;
  if (character === '\0') cursor.refuse('nul', `character ${index} is a NUL, which ends the string on the wire`);
  const name = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
  cursor.refuse('charset', `character ${index}, ${character} (${name}), is not in Latin-1`);
}

function writeCstring(cursor: Cursor, { max, full }: CstringField, value: unknown): void {
  const string = text(cursor, value, max - 1);
  if (full && string !== '' && string.length !== max - 1) {
    cursor.refuse('length', `${string.length} characters, where none or ${max - 1} belong`);
  }
  const at = room(cursor, string.length + 1);
  writeText(cursor, at, string);
  cursor.bytes[at + string.length] = 0;
}

function writePadded(cursor: Cursor, { size, fill }: PaddedField, value: unknown): void {
  const string = text(cursor, value, size);
  const at = room(cursor, size);
  if (fill === 'zero') return writeText(cursor, at, string.padStart(size, '0'));
  writeText(cursor, at, string);
  cursor.bytes.fill(0, at + string.length, at + size);
}

function checkOctets(cursor: Cursor, value: unknown, min: number, max: number): Uint8Array {
  if (!(value instanceof Uint8Array)) {
    const way = typeof value === 'string' ? ': encode the text first' : '';
    cursor.refuse('type', `a Uint8Array is wanted, not ${show(value)}${way}`);
  }
  const { length } = value as Uint8Array;
  if (length < min || length > max) {
    cursor.refuse('length', `${length} octets, where ${min === max ? `${min} belong` : `${min} to ${max} fit`}`);
  }
  return value as Uint8Array;
}

export function writeOctets(cursor: Cursor, value: unknown, min: number, max: number): void {
  const octets = checkOctets(cursor, value, min, max);
  cursor.bytes.set(octets, room(cursor, octets.length));
}

function writeCounted(cursor: Cursor, { count, max }: CountedField, value: unknown): void {
  const octets = checkOctets(cursor, value === undefined ? new Uint8Array(0) : value, 0, max);
  writeUnsigned(cursor, count.size, octets.length);
  cursor.bytes.set(octets, room(cursor, octets.length));
}

function writeList(cursor: Cursor, field: ListField<Field | Fields>, value: unknown): void {
  const items = value === undefined ? [] : value;
  if (!Array.isArray(items)) cursor.refuse('type', `an array is wanted, not ${show(value)}`);
  const { length } = items as unknown[];
  if (length > field.max) cursor.refuse('length', `${length} items, where at most ${field.max} fit`);
  writeUnsigned(cursor, field.count.size, length);
  const item = itemOf(field.item);
  // Not forEach, which passes over what an array leaves out.
  for (let i = 0; i < length; i++) {
    cursor.within(`[${i}]`, () => writeField(cursor, item, (items as unknown[])[i]));
  }
}

function writeChoice(cursor: Cursor, field: ChoiceField<string, Record<number, Fields>>, value: unknown): void {
  const tag = (value as Held | undefined | null)?.[field.name];
  const fields = field.cases[tag as number];
  if (typeof tag !== 'number' || fields === undefined) {
    cursor.path.push(field.name);
    cursor.refuse('choice', `one of ${Object.keys(field.cases).join(', ')} is wanted, not ${show(tag)}`);
  }
  writeUint(cursor, field.tag, tag);
  writeFields(cursor, fields as Fields, value);
}
