import {
  choice,
  cstring,
  emptyOrFull,
  type Field,
  type Fields,
  i32,
  list,
  octets,
  optional,
  padded,
  rest,
  struct,
  type TlvTable,
  tlvs,
  u8,
  u16,
  u32,
  u64,
  usually,
  zeroPadded,
} from '@smswire/pdu';
import fc, { type Arbitrary } from 'fast-check';

const DEPTH = 3;

const count = fc.constantFrom(u8, u16, u32);
const width = fc.integer({ min: 1, max: 24 });
// What code made from names would trip over: quotes, line ends, comments, and words of the language.
const name = fc.oneof(
  fc.constantFrom(
    'a',
    'messageId',
    'o',
    'b',
    'p',
    'n',
    'class',
    '"',
    "'",
    '`\x24{x}`',
    '*/',
    '//',
    '\n',
    '\u2028',
    '\\',
    'é',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }).filter((text) => !(text in {}) && !/^\d+$/.test(text)),
);

const plain: Arbitrary<Field> = fc.oneof(
  count,
  fc
    .tuple(count, fc.nat({ max: 200 }), fc.nat({ max: 55 }))
    .map(([field, min, more]) => usually(field, min, min + more)),
  fc.constantFrom(u64, i32),
  width.map(cstring),
  fc.integer({ min: 2, max: 24 }).map(emptyOrFull),
  width.map(padded),
  width.map(zeroPadded),
  fc.nat({ max: 24 }).map((size) => octets(size)),
  fc.tuple(count, fc.nat({ max: 255 })).map(([of, max]) => octets(of, max)),
  count.map((of) => octets(of)),
);

/** Several fields; the names differ. */
function row(field: Arbitrary<Field>, minLength = 0, maxLength = 4): Arbitrary<Fields> {
  return fc
    .uniqueArray(fc.tuple(name, field), { selector: ([key]) => key, minLength, maxLength })
    .map((entries) => Object.fromEntries(entries));
}

/** A field that may stand anywhere. */
function inner(depth: number): Arbitrary<Field> {
  if (depth === 0) return plain;
  const deeper = inner(depth - 1);
  const cases = fc.dictionary(fc.nat({ max: 255 }).map(String), row(deeper, 0, 3), { minKeys: 1, maxKeys: 3 });
  return fc.oneof(
    { arbitrary: plain, weight: 3 },
    fc
      .tuple(count, row(deeper, 0, 3), plain, fc.nat({ max: 5 }))
      .map(([of, fields, first, max]) => list(of, { ' first': first.kind === 'octets' ? u8 : first, ...fields }, max)),
    fc
      .tuple(
        count,
        plain.filter((field) => field.kind !== 'octets'),
      )
      .map(([of, item]) => list(of, item)),
    row(deeper).map(struct),
    fc.tuple(name, count, cases).map(([tag, of, rows]) => choice(`tag ${tag}`, of, rows)),
  );
}

const bounded: Arbitrary<Field> = fc
  .tuple(fc.nat({ max: 5 }), fc.oneof(fc.nat({ max: 50 }), fc.constant(Number.POSITIVE_INFINITY)))
  .map(([min, more]) => rest(min, min + more));

/** A field that takes all to the end, or is there only if anything is. */
const last: Arbitrary<Field> = fc.oneof(bounded, fc.oneof(plain, bounded, inner(1)).filter(takesRoom).map(optional));

/** Absent and empty would look the same. */
function takesRoom(field: Field): boolean {
  switch (field.kind) {
    case 'octets':
      return field.size > 0;
    case 'rest':
      return field.max > 0;
    case 'struct':
      return Object.values(field.fields).some(takesRoom);
    default:
      return true;
  }
}

const tlvTable: Arbitrary<TlvTable> = fc
  .uniqueArray(fc.record({ tag: fc.nat({ max: 0xffff }), value: fc.oneof(inner(2), last), repeat: fc.boolean() }), {
    selector: ({ tag }) => tag,
    maxLength: 5,
  })
  .map((kinds) => Object.fromEntries(kinds.map((kind, i) => [`tlv ${i}`, kind])));

/** Layouts of every kind of field, nested, with what may only come last. */
export const anyFields: Arbitrary<Fields> = fc
  .tuple(row(inner(DEPTH), 0, 6), fc.option(last), fc.option(tlvTable))
  .map(([fields, end, table]) => ({
    ...fields,
    ...(table === null ? end !== null && { 'at the end': end } : { tlvs: tlvs(table) }),
  }));
