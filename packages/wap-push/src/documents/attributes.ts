import { objectDue } from '../due.js';
import { WapPushError } from '../errors.js';
import { isDatetime } from '../wbxml/datetime.js';
import type { XmlAttribute, XmlElement } from '../wbxml/xml-tree.js';
import { type Reading, unexpected } from './document.js';

/** An attribute of a document type: its name in XML, and what its value is. */
interface Attribute {
  name: string;
  /** Text, a `%Datetime`, or one of these words. */
  value: 'text' | 'datetime' | readonly string[];
  required?: boolean;
}

/** Attributes by the key that each has in the typed document. */
export type Attributes<Key extends string> = Readonly<Record<Key, Attribute>>;

/** What is read of attributes: keys stand in the order of the document. */
type Read<Key extends string> = Partial<Record<Key, unknown>>;

export function readAttributes<Key extends string>(
  reading: Reading,
  element: XmlElement,
  path: string,
  attributes: Attributes<Key>,
): Read<Key> {
  const read: Read<Key> = {};
  const known = Object.entries<Attribute>(attributes) as [Key, Attribute][];
  for (const given of element.attributes) {
    const at = `${path}@${given.name}`;
    const entry = known.find(([, { name }]) => name === given.name);
    if (entry === undefined) unexpected(reading, given, at, 'an attribute that the document type does not have');
    else read[entry[0]] = readValue(reading, given, at, entry[1].value);
  }
  for (const [key, { name, required }] of known) {
    if (required === true && read[key] === undefined) {
      throw new WapPushError('missing', reading.offsetOf(element), 'the attribute is required', `${path}@${name}`);
    }
  }
  return read;
}

function readValue(reading: Reading, given: XmlAttribute, path: string, kind: Attribute['value']): unknown {
  if (kind === 'text') return given.value;
  // That it is a %Datetime was settled when it was resolved.
  if (kind === 'datetime') return new Date(given.value);
  if (kind.includes(given.value)) return given.value;
  throw new WapPushError('value', reading.offsetOf(given), oneOf(given.value, kind), path);
}

const oneOf = (value: unknown, words: readonly string[]): string =>
  `${JSON.stringify(value)} is none of ${words.join(', ')}`;

/** Attributes in the order of the keys of `given`; keys without a value are left out. */
export function writeAttributes<Key extends string>(
  given: Readonly<Partial<Record<Key, unknown>>>,
  path: string,
  attributes: Attributes<Key>,
): XmlAttribute[] {
  const keys = Object.keys(attributes).join(', ');
  objectDue(given, `an object { ${keys} }`, path);
  const written: XmlAttribute[] = [];
  for (const key of Object.keys(given) as Key[]) {
    if (!Object.hasOwn(attributes, key) || given[key] === undefined) continue;
    const { name, value: kind } = attributes[key];
    written.push({ name, value: writeValue(given[key], `${path}@${name}`, kind) });
  }
  for (const { name, required } of Object.values<Attribute>(attributes)) {
    if (required === true && !written.some((attribute) => attribute.name === name)) {
      throw new WapPushError('missing', 0, 'the attribute is required', `${path}@${name}`);
    }
  }
  return written;
}

function writeValue(value: unknown, path: string, kind: Attribute['value']): string {
  if (kind === 'datetime') {
    // Fractions of a second have no place in it.
    const text = value instanceof Date && !Number.isNaN(value.getTime()) ? `${value.toISOString().slice(0, 19)}Z` : '';
    if (isDatetime(text)) return text;
    throw new WapPushError('datetime', 0, `${String(value)} is no Date of the years 0 to 9999`, path);
  }
  if (typeof value !== 'string') throw new WapPushError('value', 0, `${String(value)} is no text`, path);
  if (kind === 'text' || kind.includes(value)) return value;
  throw new WapPushError('value', 0, oneOf(value, kind), path);
}
