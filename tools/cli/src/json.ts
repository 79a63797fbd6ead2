import { type Field, type Fields, itemOf } from '@smswire/pdu';
import { Failure } from './failure.js';
import { fromHex, toHex } from './hex.js';

/** A value as JSON holds it: octets as lower-case hexadecimal text, bigints as decimal text. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toPlain(each)]));
}

/** The way back, with the layout to tell octets from text. */
export function fromPlain(fields: Fields, value: unknown, path: string): Record<string, unknown> {
  const revived: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(objectAt(value, path))) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined)
      throw new Failure(`${path} has no field ${name}; it has ${Object.keys(fields).join(', ')}`);
    revived[name] = revive(field, each, `${path}.${name}`);
  }
  return revived;
}

const octetsAt = (value: unknown, path: string): Uint8Array => {
  if (typeof value !== 'string') throw new Failure(`${path}: octets are written as hexadecimal text`);
  if (value === '') return new Uint8Array(0);
  try {
    return fromHex(value);
  } catch (error) {
    throw new Failure(`${path}: ${(error as Error).message}`);
  }
};

function objectAt(value: unknown, path: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Failure(`${path} must be an object`);
}

function revive(field: Field, value: unknown, path: string): unknown {
  switch (field.kind) {
    case 'octets':
    case 'counted':
    case 'rest':
      return octetsAt(value, path);
    case 'uint64':
      if (typeof value === 'string' && /^\d{1,20}$/.test(value)) return BigInt(value);
      throw new Failure(`${path}: a number of 64 bits is written as decimal text`);
    case 'list':
      if (!Array.isArray(value)) throw new Failure(`${path} must be an array`);
      return value.map((each, index) => revive(itemOf(field.item), each, `${path}[${index}]`));
    case 'struct':
      return fromPlain(field.fields, value, path);
    case 'choice': {
      const { [field.name]: tag, ...others } = objectAt(value, path);
      const fields = field.cases[tag as number];
      if (fields === undefined)
        throw new Failure(`${path}.${field.name} must be one of ${Object.keys(field.cases).join(', ')}`);
      return { [field.name]: tag, ...fromPlain(fields, others, path) };
    }
    case 'optional':
      return value === null ? null : revive(field.field, value, path);
    case 'tlvs':
      return reviveTlvs(field.table, value, path);
    default:
      return value;
  }
}

function reviveTlvs(table: Record<string, { value: Field; repeat?: boolean }>, value: unknown, path: string): unknown {
  const entries = Object.entries(objectAt(value, path)).map(([name, each]) => {
    const here = `${path}.${name}`;
    const kind = Object.hasOwn(table, name) ? table[name] : undefined;
    const one = (item: unknown): unknown => (kind ? revive(kind.value, item, here) : octetsAt(item, here));
    return [name, Array.isArray(each) ? each.map(one) : one(each)];
  });
  return Object.fromEntries(entries);
}
