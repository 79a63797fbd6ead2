import type {
  ByField,
  ChoiceField,
  CountedField,
  CstringField,
  Field,
  IntField,
  ListField,
  OctetsField,
  OnlyField,
  OptionalField,
  PaddedField,
  RestField,
  StructField,
  TlvsField,
  Uint64Field,
  UintField,
} from './fields.js';

type Show<T> = { [K in keyof T]: T[K] } & {};

/** TLVs that have no name, and values that do not fit their type: raw octets under the tag, `'0x1400'`. */
export type RawTlvs = { [tag: `0x${string}`]: Uint8Array | Uint8Array[] };

/** The values of a TLV table; those that are absent have no key. */
export type TlvValues<Table> = {
  [K in keyof Table]?: Table[K] extends { readonly value: infer F }
    ? Table[K] extends { readonly repeat: true }
      ? Value<F>[]
      : Value<F>
    : never;
} & RawTlvs;

/** The type of what a field decodes to. */
export type Value<F> = F extends UintField | IntField
  ? number
  : F extends Uint64Field
    ? bigint
    : F extends CstringField | PaddedField
      ? string
      : F extends OctetsField | CountedField | RestField
        ? Uint8Array
        : F extends ListField<infer Item>
          ? (Item extends Field ? Value<Item> : Values<Item>)[]
          : F extends StructField<infer Inner>
            ? Values<Inner>
            : F extends ChoiceField<infer Name extends string, infer Cases>
              ? { [K in keyof Cases]: Show<{ [N in Name]: NumberOf<K> } & Values<Cases[K]>> }[keyof Cases]
              : F extends OptionalField<infer Inner>
                ? Value<Inner> | null
                : F extends TlvsField<infer Table>
                  ? TlvValues<Table>
                  : F extends OnlyField<unknown, infer Inner>
                    ? Value<Inner>
                    : F extends ByField<infer Cases>
                      ? Value<Cases[keyof Cases]>
                      : never;

type NumberOf<K> = K extends number ? K : K extends `${infer N extends number}` ? N : never;

type Loose<F> = { [K in keyof F]: F[K] extends OnlyField<unknown, unknown> | TlvsField<unknown> ? K : never }[keyof F];

/** The type of what a layout decodes to. TLVs, and fields that only some versions have, may be absent. */
export type Values<F> = Show<{ [K in Exclude<keyof F, Loose<F>>]: Value<F[K]> } & { [K in Loose<F>]?: Value<F[K]> }>;

/** The type of what a layout encodes: what is left out is written as zero or empty. */
export type Input<F> = { [K in keyof F]?: InputValue<F[K]> | undefined };

type InputValue<F> =
  F extends ListField<infer Item>
    ? readonly (Item extends Field ? InputValue<Item> : Input<Item>)[]
    : F extends StructField<infer Inner>
      ? Input<Inner>
      : F extends ChoiceField<infer Name extends string, infer Cases>
        ? { [K in keyof Cases]: { [N in Name]: NumberOf<K> } & Input<Cases[K]> }[keyof Cases]
        : F extends TlvsField<infer Table>
          ? { [K in keyof TlvValues<Table>]?: Readonly<TlvValues<Table>[K]> | undefined }
          : F extends OnlyField<unknown, infer Inner>
            ? InputValue<Inner>
            : F extends ByField<infer Cases>
              ? InputValue<Cases[keyof Cases]>
              : Value<F>;
