import { type Field, type Fields, itemOf, type UintField } from '@smswire/pdu';
import fc, { type Arbitrary } from 'fast-check';
import { tlvsArbitrary } from './tlvs-arbitrary.js';

/** Where the octets that a field may take have no bound of their own. */
const PLENTY = 500;

const character = (from: number, to: number): Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCharCode(code));
const ascii = character(1, 0x7f);
const latin1 = character(1, 0xff);

/** Mostly short ones, and now and then one of the greatest length, where the faults are. */
function sized<T>(make: (least: number, most: number) => Arbitrary<T>, least: number, most: number): Arbitrary<T> {
  const bound = Math.min(most, Math.max(least, PLENTY));
  if (bound - least < 10) return make(least, bound);
  return fc.oneof(
    { arbitrary: make(least, bound), weight: 9 },
    { arbitrary: make(Math.min(most, bound), bound), weight: 1 },
  );
}

const string = (unit: Arbitrary<string>, least: number, most: number): Arbitrary<string> =>
  sized((minLength, maxLength) => fc.string({ unit, minLength, maxLength }), least, most);

/** From `least` to `most` octets. */
export const octetsArbitrary = (least: number, most: number): Arbitrary<Uint8Array> =>
  sized((minLength, maxLength) => fc.uint8Array({ minLength, maxLength }), least, most);

function uint({ size, usual }: UintField): Arbitrary<number> {
  const [min, max] = usual ?? [0, 2 ** (size * 8) - 1];
  return fc.integer({ min, max });
}

/** The values of one field that are written as the standard wants them, so that they come back as they were. */
export function fieldArbitrary(field: Field): Arbitrary<unknown> {
  switch (field.kind) {
    case 'uint':
      return uint(field);
    case 'int':
      return fc.integer();
    case 'uint64':
      return fc.bigInt({ min: 0n, max: 0xffffffffffffffffn });
    case 'cstring':
      return field.full
        ? fc.oneof(fc.constant(''), string(ascii, field.max - 1, field.max - 1))
        : string(ascii, 0, field.max - 1);
    case 'padded':
      return string(latin1, field.fill === 'zero' ? field.size : 0, field.size);
    case 'octets':
      return octetsArbitrary(field.size, field.size);
    case 'counted':
      return octetsArbitrary(0, field.max);
    case 'rest':
      return octetsArbitrary(field.min, field.max);
    case 'list':
      return fc.array(fieldArbitrary(itemOf(field.item)), { maxLength: field.max });
    case 'struct':
      return fieldsArbitrary(field.fields);
    case 'choice':
      return fc.oneof(
        ...Object.entries(field.cases).map(([tag, fields]) =>
          fieldsArbitrary(fields).map((values) => ({ [field.name]: Number(tag), ...values })),
        ),
      );
    case 'optional':
      return fc.option(fieldArbitrary(notEmpty(field.field)));
    case 'tlvs':
      return tlvsArbitrary(field.table);
    default:
      throw new TypeError(`resolve the layout with at() first: a field of kind ${field.kind} differs by version`);
  }
}

/** What is optional and there has an octet at least: of none, it would be read as absent. */
const notEmpty = (field: Field): Field => (field.kind === 'rest' ? { ...field, min: Math.max(1, field.min) } : field);

/** The values of fields in a row. TLVs have a key only where there are any, as in decoding. */
export function fieldsArbitrary(fields: Fields): Arbitrary<Record<string, unknown>> {
  const entries = Object.entries(fields);
  return fc.record(Object.fromEntries(entries.map(([name, field]) => [name, fieldArbitrary(field)])), {
    requiredKeys: entries.filter(([, { kind }]) => kind !== 'tlvs').map(([name]) => name),
    noNullPrototype: true,
  });
}
