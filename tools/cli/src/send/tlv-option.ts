import type { Field } from '@smswire/pdu';
import { tlvTable } from '@smswire/smpp';
import { InvalidArgumentError } from 'commander';
import { fromHex } from '../hex.js';
import { integer } from '../option-values.js';

/** Optional parameters as a PDU takes them. */
export type Tlvs = Readonly<Record<string, unknown>>;

const table: Readonly<Record<string, { readonly tag: number; readonly value: Field; readonly repeat?: boolean }>> =
  tlvTable;

/**
 * Reads `name=value` and `0x1400=value`, and adds it to those before it. Names are the standard's, or ours in
 * camelCase; the value is a number or text, as the TLV's type has it. Or it says itself what it is: `hex:cafe`, `u8:7`,
 * `u16:7`, `u32:7`, `u64:7`, `string:text`, `cstring:text`; these go out as they are, whatever the type.
 */
export function tlvOption(text: string, before: Tlvs = {}): Tlvs {
  const at = text.indexOf('=');
  const [name, value] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  const named = keyOf(name);
  const type = Object.hasOwn(table, named) ? table[named] : undefined;
  const known = EXPLICIT.test(value) ? undefined : type;
  const key = known === undefined && type !== undefined ? tagKey(type.tag) : named;
  const read = known === undefined ? untyped(value) : typed(known.value, value);
  if (!(key in before)) return { ...before, [key]: known?.repeat ? [read] : read };
  const others = before[key];
  return { ...before, [key]: [...(Array.isArray(others) ? others : [others]), read] };
}

const EXPLICIT = /^(?:hex|u8|u16|u32|u64|string|cstring):/;

const tagKey = (tag: number): string => `0x${tag.toString(16).padStart(4, '0')}`;

/** The key of `pdu.tlvs` for what the user calls it. */
function keyOf(name: string): string {
  const tag = /^0x[0-9a-f]{1,4}$/i.test(name) ? Number(name) : undefined;
  const camel = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const found = Object.keys(table).find((key) => (tag === undefined ? key === camel : table[key]?.tag === tag));
  if (found !== undefined) return found;
  if (tag !== undefined) return tagKey(tag);
  throw new InvalidArgumentError(`No TLV is called ${name}; a tag is written 0x1400.`);
}

function typed(field: Field, value: string): unknown {
  switch (field.kind) {
    case 'uint':
      return integer(0, 2 ** (8 * field.size) - 1)(value);
    case 'optional':
      return value === '' ? null : typed(field.field, value);
    case 'octets':
    case 'rest':
      return new TextEncoder().encode(value);
    default:
      return value;
  }
}

function untyped(value: string): Uint8Array {
  const [, kind, rest = value] = /^(\w+):(.*)$/s.exec(EXPLICIT.test(value) ? value : '') ?? [];
  if (kind === 'hex') return hexOf(rest);
  if (kind === undefined || kind === 'string') return new TextEncoder().encode(rest);
  if (kind === 'cstring') return new TextEncoder().encode(`${rest}\0`);
  const size = Number(kind.slice(1)) / 8;
  const number = /^(\d+|0x[0-9a-f]+)$/i.test(rest) ? BigInt(rest) : -1n;
  if (number < 0n || number >= 1n << BigInt(8 * size)) {
    throw new InvalidArgumentError(`It must be a whole number of ${8 * size} bits.`);
  }
  return hexOf(number.toString(16).padStart(2 * size, '0'));
}

function hexOf(digits: string): Uint8Array {
  try {
    return digits === '' ? new Uint8Array(0) : fromHex(digits);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}
