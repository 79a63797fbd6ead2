import type { AlphabetName, Decoder } from './alphabet.js';
import { UserDataError } from './errors.js';
import { type Tolerance, tolerate } from './tolerance.js';
import { wantOctets } from './wanted.js';

interface TextDecoderLike {
  decode(octets: Uint8Array, options?: { stream?: boolean }): string;
}
type TextDecoderClass = new (label: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => TextDecoderLike;

/**
 * A decoder of the platform's own.
 * @throws UserDataError `platform` where it has none for `label`
 */
export function platformDecoder(name: AlphabetName, label: string, fatal: boolean): TextDecoderLike {
  const { TextDecoder } = globalThis as { TextDecoder?: TextDecoderClass };
  try {
    if (TextDecoder !== undefined) return new TextDecoder(label, { fatal, ignoreBOM: true });
  } catch {
    // The label is not known, or the platform was built without its tables.
  }
  throw new UserDataError('platform', name, 0, `this platform has no TextDecoder for ${label}`);
}

/** Reads an alphabet through the platform's `TextDecoder`. */
export function platformText(name: AlphabetName, label: string): Decoder['decode'] {
  let exact: TextDecoderLike | undefined;
  return (octets: Uint8Array, options?: Tolerance) => {
    wantOctets(name, octets);
    exact ??= platformDecoder(name, label, true);
    try {
      return exact.decode(octets);
    } catch {
      exact = undefined;
      const at = readable(() => platformDecoder(name, label, true), octets);
      tolerate(options, 'undecodable', name, at, 'octets that stand for no character; U+FFFD is read');
      return platformDecoder(name, label, false).decode(octets);
    }
  };
}

/** How many octets from the start can be read, found by halving: the platform does not say. */
function readable(fresh: () => TextDecoderLike, octets: Uint8Array): number {
  let good = 0;
  let bad = octets.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    try {
      fresh().decode(octets.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return Math.min(good, octets.length);
}

/** Shift_JIS, read only and as the platform reads it. */
export const shiftJis: Decoder = { name: 'shiftJis', decode: /* @__PURE__ */ platformText('shiftJis', 'shift_jis') };

/** ISO-2022-JP, read only and as the platform reads it. */
export const iso2022jp: Decoder = {
  name: 'iso2022jp',
  decode: /* @__PURE__ */ platformText('iso2022jp', 'iso-2022-jp'),
};

/** KS C 5601 as EUC-KR, read only and as the platform reads it. */
export const eucKr: Decoder = { name: 'eucKr', decode: /* @__PURE__ */ platformText('eucKr', 'euc-kr') };
