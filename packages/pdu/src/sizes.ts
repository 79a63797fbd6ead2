import { type Field, type Fields, itemOf } from './fields.js';

const sum = (fields: Fields, size: (field: Field) => number): number =>
  Object.values(fields).reduce((total, field) => total + size(field), 0);

/** The fewest octets that a field can take. */
export function leastSize(field: Field): number {
  switch (field.kind) {
    case 'uint':
    case 'padded':
    case 'octets':
      return field.size;
    case 'int':
      return 4;
    case 'uint64':
      return 8;
    case 'cstring':
      return 1;
    case 'counted':
    case 'list':
      return field.count.size;
    case 'rest':
      return field.min;
    case 'struct':
      return sum(field.fields, leastSize);
    case 'choice':
      return field.tag.size + Math.min(...casesOf(field.cases).map((fields) => sum(fields, leastSize)));
    case 'by':
      return Math.min(...(Object.values(field.cases) as Field[]).map(leastSize));
    default:
      return 0;
  }
}

/** The most octets that a field can take when it is written; infinite where only the PDU bounds it. */
export function mostSize(field: Field): number {
  switch (field.kind) {
    case 'cstring':
      return field.max;
    case 'counted':
      return field.count.size + field.max;
    case 'list':
      return field.count.size + field.max * mostSize(itemOf(field.item));
    case 'struct':
      return sum(field.fields, mostSize);
    case 'choice':
      return field.tag.size + Math.max(...casesOf(field.cases).map((fields) => sum(fields, mostSize)));
    case 'rest':
      return field.max;
    case 'optional':
      return mostSize(field.field);
    case 'tlvs':
      return Number.POSITIVE_INFINITY;
    default:
      return leastSize(field);
  }
}

const casesOf = (cases: Record<number, Fields>): Fields[] => Object.values(cases);
