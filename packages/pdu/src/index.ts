/**
 * Declare the layout of a binary PDU once, as data; encode, decode, dissect and its TypeScript type follow.
 *
 * @packageDocumentation
 */
export type { Row } from './cursor.js';
export {
  type Degree,
  describe,
  type OnWarning,
  PduError,
  type PduErrorCode,
  type Warning,
  type WarningCode,
} from './errors.js';
export {
  type ByField,
  by,
  type ChoiceField,
  type CountedField,
  type CstringField,
  choice,
  cstring,
  emptyOrFull,
  type Field,
  type Fields,
  type IntField,
  i32,
  itemOf,
  type ListField,
  list,
  type OctetsField,
  type OnlyField,
  type OptionalField,
  octets,
  only,
  optional,
  type PaddedField,
  padded,
  type RestField,
  rest,
  type StructField,
  struct,
  type Tlv,
  type TlvsField,
  type TlvTable,
  tlvs,
  type Uint64Field,
  type UintField,
  u8,
  u16,
  u32,
  u64,
  usually,
  zeroPadded,
} from './fields.js';
export type { Input, RawTlvs, TlvValues, Value, Values } from './infer.js';
export { type Layout, type LayoutOptions, layout } from './layout.js';
export { type Command, command, type Family, type Messages, messages } from './messages.js';
export type { Complaint } from './plan.js';
export { type At, at } from './versions.js';
