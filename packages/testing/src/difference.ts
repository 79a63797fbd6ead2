import { sameOctets } from './octets.js';

type Held = Record<string, unknown>;

/** The path at which two plain values first differ, as in `.tlvs.sourcePort`; undefined where they are equal. */
export function difference(one: unknown, other: unknown, path = ''): string | undefined {
  if (Object.is(one, other)) return undefined;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return path;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return path;
  if (one instanceof Uint8Array) return sameOctets(one, other as Uint8Array) ? undefined : path;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return path;
  for (const key of keys) {
    const inner = `${path}.${key}`;
    if (!Object.hasOwn(other, key)) return inner;
    const found = difference((one as Held)[key], (other as Held)[key], inner);
    if (found !== undefined) return found;
  }
  return undefined;
}
