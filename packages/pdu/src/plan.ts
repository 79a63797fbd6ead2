import type { Fields, TlvTable } from './fields.js';

/** What is wrong with a whole PDU whose fields are each right: `SMPP 3.4 forbids both`. */
export interface Complaint {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** One layout as the engines read it. A framed one begins with its length and its command id, both of four octets. */
export interface Plan {
  readonly name: string;
  readonly fields: Fields;
  /** The names of the leading fields that belong to the header. */
  readonly header: readonly string[];
  /** Absent for a layout without a frame. */
  readonly id?: number;
  /** The body may be absent: silently where the header field of this name is not zero, else with a warning. */
  readonly bodiless?: string | true;
  /** The header field that numbers the PDU. */
  readonly number?: string;
  /** The longest PDU, in octets. */
  readonly maxLength: number;
  /** Looked at only where TLVs are present. */
  readonly check?: (pdu: Record<string, unknown>) => Complaint | undefined;
  /** Hold `check` in encoding too. */
  readonly strict: boolean;
}

/** Octets before the first field. */
export const prefixOf = (plan: Plan): number => (plan.id === undefined ? 0 : 8);

/** Whether a field's place in the layout is behind everything that must be there. */
export const isTail = (fields: Fields, index: number): boolean =>
  Object.values(fields)
    .slice(index + 1)
    .every((field) => field.kind === 'tlvs');

/** Whether TLVs, if there are any, come behind all other fields: the compiler leaves the rest to the interpreter. */
export const tlvsAreLast = (fields: Fields): boolean =>
  Object.values(fields)
    .slice(0, -1)
    .every(({ kind }) => kind !== 'tlvs');

const hexKey = /^0x[0-9a-f]{4}$/;

/** `'0x1400'` for 0x1400. */
export const tagKey = (tag: number): string => `0x${tag.toString(16).padStart(4, '0')}`;

/** The tag of a key of that form; undefined for any other key. */
export const tagOfKey = (key: string): number | undefined =>
  hexKey.test(key) ? Number.parseInt(key.slice(2), 16) : undefined;

const tables = new WeakMap<TlvTable, ReadonlyMap<number, string>>();

/** The names of a table's TLVs by their tags. */
export function namesByTag(table: TlvTable): ReadonlyMap<number, string> {
  let names = tables.get(table);
  if (names === undefined) {
    names = new Map(Object.entries(table).map(([name, { tag }]) => [tag, name]));
    tables.set(table, names);
  }
  return names;
}
