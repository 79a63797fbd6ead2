import { UserDataError } from '../errors.js';
import { languageIdentifier, languageName } from '../gsm7/languages.js';
import { messageWaitingBits, messageWaitingType } from '../message-waiting.js';
import type { ElementValues } from './elements.js';

type Reader<Value> = (data: Uint8Array) => Value | undefined;
type Writer<Value> = (value: Value, path: string) => number[];
interface Layout<Value> {
  /** The value of `data`, or nothing where its length is wrong. */
  read: Reader<Value>;
  /** @throws UserDataError `range`, `language` */
  write: Writer<Value>;
}

/** A number that must be an integer from `min` to `max`. */
export function integer(path: string, value: unknown, min: number, max: number): number {
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) return value as number;
  throw new UserDataError('range', path, 0, `${String(value)} is not an integer from ${min} to ${max}`);
}

const wide = (high: number, low: number) => (high << 8) | low;
const split = (value: number) => [value >>> 8, value & 0xff];

const concatenation = (own: 3 | 4): Layout<ElementValues['concatenation8']> => ({
  read(data) {
    const [a, b, c, d] = data as unknown as [number, number, number, number];
    if (data.length === 4) return { reference: wide(a, b), total: c, sequence: d };
    return data.length === 3 ? { reference: a, total: b, sequence: c } : undefined;
  },
  write({ reference, total, sequence }, path) {
    const numbers = [integer(`${path}.total`, total, 1, 255), integer(`${path}.sequence`, sequence, 1, total)];
    const at = integer(`${path}.reference`, reference, 0, own === 3 ? 0xff : 0xffff);
    return own === 3 ? [at, ...numbers] : [...split(at), ...numbers];
  },
});

const ports = (octets: 2 | 4): Layout<ElementValues['ports8']> => ({
  read(data) {
    const [a, b, c, d] = data as unknown as [number, number, number, number];
    if (data.length !== octets) return undefined;
    return octets === 2 ? { destination: a, source: b } : { destination: wide(a, b), source: wide(c, d) };
  },
  write({ destination, source }, path) {
    const max = octets === 2 ? 0xff : 0xffff;
    const pair = [integer(`${path}.destination`, destination, 0, max), integer(`${path}.source`, source, 0, max)];
    return octets === 2 ? pair : pair.flatMap(split);
  },
});

const indication: Layout<ElementValues['specialMessageIndication']> = {
  read(data) {
    if (data.length !== 2) return undefined;
    const [bits, count] = data as unknown as [number, number];
    const type = messageWaitingType(bits & 0x1f);
    return { store: bits >= 0x80, profile: ((bits >> 5) & 3) + 1, type, count };
  },
  write({ store, profile, type, count }, path) {
    const kind = integer(`${path}.type`, messageWaitingBits(type), 0, 0x1f);
    const bits = (store ? 0x80 : 0) | ((integer(`${path}.profile`, profile, 1, 4) - 1) << 5) | kind;
    return [bits, integer(`${path}.count`, count, 0, 255)];
  },
};

const shift: Layout<ElementValues['nationalLanguageSingleShift']> = {
  read(data) {
    const [identifier] = data;
    if (identifier === undefined || data.length !== 1) return undefined;
    return { language: languageName(identifier) ?? identifier };
  },
  write: ({ language }, path) => [integer(`${path}.language`, languageIdentifier(language), 0, 255)],
};

/** How the elements with a value are read and written. */
export const layouts: { readonly [Name in keyof ElementValues]: Layout<ElementValues[Name]> } = {
  concatenation8: concatenation(3),
  concatenation16: concatenation(4),
  ports8: ports(2),
  ports16: ports(4),
  specialMessageIndication: indication,
  nationalLanguageSingleShift: shift,
  nationalLanguageLockingShift: shift,
};
