import { checkNames } from './names.js';
import { leastSize } from './sizes.js';

/** An unsigned integer of `size` octets, big-endian. `usual` bounds are warned of in decoding and not held in encoding. */
export interface UintField {
  readonly kind: 'uint';
  readonly size: 1 | 2 | 4;
  readonly usual?: readonly [min: number, max: number];
}

/** A signed integer of four octets in two's complement. */
export interface IntField {
  readonly kind: 'int';
}

/** An unsigned integer of eight octets, as a bigint. */
export interface Uint64Field {
  readonly kind: 'uint64';
}

/** A NUL-terminated string; `max` counts the NUL. `full` strings are empty or exactly `max - 1` characters. */
export interface CstringField {
  readonly kind: 'cstring';
  readonly max: number;
  readonly full: boolean;
}

/** A string in a field of fixed width: filled up with NUL on the right, or with the digit 0 on the left. */
export interface PaddedField {
  readonly kind: 'padded';
  readonly size: number;
  readonly fill: 'nul' | 'zero';
}

/** Exactly `size` octets. */
export interface OctetsField {
  readonly kind: 'octets';
  readonly size: number;
}

/** A count and that many octets. */
export interface CountedField {
  readonly kind: 'counted';
  readonly count: UintField;
  readonly max: number;
}

/** All octets to the end of the TLV or the PDU. */
export interface RestField {
  readonly kind: 'rest';
  readonly min: number;
  readonly max: number;
}

/** A count and that many items. */
export interface ListField<Item> {
  readonly kind: 'list';
  readonly count: UintField;
  readonly max: number;
  readonly item: Item;
}

/** Fields in a row. */
export interface StructField<F> {
  readonly kind: 'struct';
  readonly fields: F;
}

/** A tag that says which fields follow; in the object it stands among them as `name`. */
export interface ChoiceField<Name, Cases> {
  readonly kind: 'choice';
  readonly name: Name;
  readonly tag: UintField;
  readonly cases: Cases;
}

/** `null` where no octet is left, in a TLV of length 0 for one. */
export interface OptionalField<F> {
  readonly kind: 'optional';
  readonly field: F;
}

/** Tag, length, value, each of 16 bits but the value, up to the end of the PDU and in any order. */
export interface TlvsField<Table> {
  readonly kind: 'tlvs';
  readonly table: Table;
}

/** One kind of TLV. `repeat` makes its value an array. */
export interface Tlv<F = Field, Repeat extends boolean = boolean> {
  readonly tag: number;
  readonly value: F;
  readonly repeat?: Repeat;
}

export interface TlvTable {
  readonly [name: string]: Tlv;
}

/** A field that only the version `version` has. */
export interface OnlyField<V, F> {
  readonly kind: 'only';
  readonly versions: readonly V[];
  readonly field: F;
}

/** A field that differs by version. */
export interface ByField<Cases> {
  readonly kind: 'by';
  readonly cases: Cases;
}

export type Field =
  | UintField
  | IntField
  | Uint64Field
  | CstringField
  | PaddedField
  | OctetsField
  | CountedField
  | RestField
  | ListField<Field | Fields>
  | StructField<Fields>
  | ChoiceField<string, Readonly<Record<number, Fields>>>
  | OptionalField<Field>
  | TlvsField<TlvTable>
  | OnlyField<number | string, Field>
  | ByField<Readonly<Record<number | string, Field>>>;

/** A layout: the key order is the order on the wire. */
export interface Fields {
  readonly [name: string]: Field;
}

export const u8: UintField = { kind: 'uint', size: 1 };
export const u16: UintField = { kind: 'uint', size: 2 };
export const u32: UintField = { kind: 'uint', size: 4 };
export const u64: Uint64Field = { kind: 'uint64' };
export const i32: IntField = { kind: 'int' };

/** `field`, with a warning in decoding where its value lies outside `min` to `max`. */
export const usually = (field: UintField, min: number, max: number): UintField => ({ ...field, usual: [min, max] });

/** A NUL-terminated string of at most `max` octets, the NUL among them: C-Octet String, SMPP 3.4 §3.1. */
export const cstring = (max: number): CstringField => ({ kind: 'cstring', max, full: false });

/** A NUL-terminated string that is empty, or `size` octets with its NUL: SMPP's fixed C-Octet String, its times. */
export const emptyOrFull = (size: number): CstringField => ({ kind: 'cstring', max: size, full: true });

/** A string in `size` octets, filled up with NUL behind it: CMPP's Octet String. */
export const padded = (size: number): PaddedField => ({ kind: 'padded', size, fill: 'nul' });

/** A string of digits in `size` octets, filled up with the digit 0 before it: CMPP's gateway codes. */
export const zeroPadded = (size: number): PaddedField => ({ kind: 'padded', size, fill: 'zero' });

const largest = (count: UintField): number => 2 ** (count.size * 8) - 1;

/** `octets(16)`: exactly so many. `octets(u8)`: a count and that many, at most `max`. */
export function octets(size: number): OctetsField;
export function octets(count: UintField, max?: number): CountedField;
export function octets(by: number | UintField, max?: number): OctetsField | CountedField {
  if (typeof by === 'number') return { kind: 'octets', size: by };
  return { kind: 'counted', count: by, max: max ?? largest(by) };
}

/** All octets that are left, from `min` to `max` of them. */
export const rest = (min = 0, max: number = Number.POSITIVE_INFINITY): RestField => ({ kind: 'rest', min, max });

/**
 * A count and that many items, at most `max`; an item of several fields is an object.
 * @throws TypeError for an item that may be of no octets: a count alone could then ask for any amount of memory
 */
export function list<const Item extends Field | Fields>(count: UintField, item: Item, max?: number): ListField<Item> {
  if (leastSize(itemOf(item)) === 0) throw new TypeError('an item of a list must have at least one octet');
  return { kind: 'list', count, item, max: max ?? largest(count) };
}

/** Fields in a row as an object of their own. */
export function struct<const F extends Fields>(fields: F): StructField<F> {
  checkNames(fields);
  return { kind: 'struct', fields };
}

/** `choice('destFlag', u8, { 1: { … }, 2: { … } })`: what follows depends on a tag. */
export function choice<const Name extends string, const Cases extends Readonly<Record<number, Fields>>>(
  name: Name,
  tag: UintField,
  cases: Cases,
): ChoiceField<Name, Cases> {
  for (const fields of Object.values(cases)) checkNames(fields);
  return { kind: 'choice', name, tag, cases };
}

/** `field`, or `null` for nothing at all. Only where the end is known: in a TLV, or last in a PDU. */
export const optional = <const F extends Field>(field: F): OptionalField<F> => ({ kind: 'optional', field });

/**
 * Tagged values up to the end of the PDU: SMPP 3.4 §3.2.4.1.
 * @throws TypeError for a tag that is not of 16 bits, two names of one tag, or a TLV without a value
 */
export function tlvs<const Table extends TlvTable>(table: Table): TlvsField<Table> {
  checkNames(table);
  const names = new Map<number, string>();
  for (const [name, { tag, value }] of Object.entries(table)) {
    if (!(Number.isInteger(tag) && tag >= 0 && tag <= 0xffff))
      throw new TypeError(`${name}: ${tag} is no tag of 16 bits`);
    if (typeof value?.kind !== 'string') throw new TypeError(`${name}: its value must be a field, such as u8`);
    const other = names.get(tag);
    if (other !== undefined) throw new TypeError(`${other} and ${name} have the same tag, ${tag}`);
    names.set(tag, name);
  }
  return { kind: 'tlvs', table };
}

/** A field of one version, or of several. */
export function only<const V extends number | string, const F extends Field>(
  version: V | readonly V[],
  field: F,
): OnlyField<V, F> {
  return { kind: 'only', versions: (Array.isArray(version) ? version : [version]) as readonly V[], field };
}

/** A field that differs by version: `by({ 2: padded(21), 3: padded(32) })`. */
export const by = <const Cases extends Readonly<Record<number | string, Field>>>(cases: Cases): ByField<Cases> => ({
  kind: 'by',
  cases,
});

/** What a list holds, as a field: several fields become an object. */
export function itemOf(item: Field | Fields): Field {
  return typeof (item as { kind?: unknown }).kind === 'string' ? (item as Field) : struct(item as Fields);
}
