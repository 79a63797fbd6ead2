import { latin1 } from '@smswire/buffer';

/** A charset by its IANA MIBenum. */
export interface Charset {
  /** Octets of a NUL: strings end at one that is aligned to this, counted from their start. */
  unit: 1 | 2;
  /** The text, or `undefined` where the octets are none: nothing is ever replaced. */
  decode(octets: Uint8Array): string | undefined;
  /** The octets, or `undefined` where a character has none. Absent where decoding is not one to one. */
  encode?(text: string): Uint8Array | undefined;
  /** Whether a string cannot begin at this offset, because a character goes through it. */
  splits?(octets: Uint8Array, offset: number): boolean;
}

interface Decoder {
  decode(octets: Uint8Array): string;
}
const { TextDecoder, TextEncoder } = globalThis as unknown as {
  TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => Decoder;
  TextEncoder: new () => { encode(text: string): Uint8Array };
};

const LONE_SURROGATE = /\p{Surrogate}/u;

function fatal(label: string): Charset['decode'] {
  // Without ignoreBOM a string that begins with U+FEFF would lose it.
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  return (octets) => {
    try {
      return decoder.decode(octets);
    } catch {
      return undefined;
    }
  };
}

function utf8(): Charset {
  const encoder = new TextEncoder();
  return {
    unit: 1,
    decode: fatal('utf-8'),
    encode: (text) => (LONE_SURROGATE.test(text) ? undefined : encoder.encode(text)),
    splits: (octets, offset) => ((octets[offset] as number) & 0xc0) === 0x80,
  };
}

/** One octet a character, by the character of each octet; U+FFFD where an octet has none. */
function singleByte(characters: string): Charset {
  const octetOf = new Map(Array.from(characters, (character, octet) => [character, octet]));
  octetOf.delete('\ufffd');
  return {
    unit: 1,
    decode(octets) {
      let text = '';
      for (const octet of octets) text += characters[octet] ?? '\ufffd';
      return text.includes('\ufffd') ? undefined : text;
    },
    encode(text) {
      const octets = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const octet = octetOf.get(text[i] as string);
        if (octet === undefined) return undefined;
        octets[i] = octet;
      }
      return octets;
    },
  };
}

const EVERY_OCTET = Uint8Array.from({ length: 256 }, (_, octet) => octet);
const LATIN1 = latin1(EVERY_OCTET, 0, 256);

/** @param c1 take 80 to 9F for the C1 controls: the label of ISO 8859-9 means windows-1254 to TextDecoder */
function labelled(label: string, c1: boolean): Charset {
  const decode = fatal(label);
  const character = (octet: number): string =>
    c1 && octet >= 0x80 && octet < 0xa0 ? String.fromCharCode(octet) : (decode(Uint8Array.of(octet)) ?? '\ufffd');
  return singleByte(Array.from(EVERY_OCTET, character).join(''));
}

function utf16(high: 0 | 1): Charset {
  return {
    unit: 2,
    decode(octets) {
      if (octets.length % 2 !== 0) return undefined;
      let text = '';
      for (let i = 0; i < octets.length; i += 2) {
        text += String.fromCharCode(((octets[i + high] as number) << 8) | (octets[i + 1 - high] as number));
      }
      return LONE_SURROGATE.test(text) ? undefined : text;
    },
    encode(text) {
      if (LONE_SURROGATE.test(text)) return undefined;
      const octets = new Uint8Array(text.length * 2);
      for (let i = 0; i < text.length; i++) {
        octets[2 * i + high] = text.charCodeAt(i) >>> 8;
        octets[2 * i + 1 - high] = text.charCodeAt(i);
      }
      return octets;
    },
    splits: (octets, offset) => offset % 2 !== 0 || ((octets[offset + high] as number) & 0xfc) === 0xdc,
  };
}

/** Either octet order, by the mark each string may begin with; big-endian without one, as RFC 2781 §4.3 has it. */
function markedUtf16(): Charset {
  const [big, little] = [utf16(0), utf16(1)];
  return {
    unit: 2,
    decode: (octets) => (octets[0] === 0xff && octets[1] === 0xfe ? little : big).decode(octets),
  };
}

// By hand: some versions of Node read this one as ISO 8859-1.
const WINDOWS_1252 = `${LATIN1.slice(0, 0x80)}€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${LATIN1.slice(0xa0)}`;

const multiByte = (label: string) => (): Charset => ({ unit: 1, decode: fatal(label) });

const makers = new Map<number, () => Charset>([
  // Both by hand: to TextDecoder these labels mean windows-1252.
  [3, () => singleByte(LATIN1.slice(0, 128))],
  [4, () => singleByte(LATIN1)],
  ...[2, 3, 4, 5, 6, 7, 8, 9].map((part): [number, () => Charset] => [
    part + 3,
    () => labelled(`iso-8859-${part}`, true),
  ]),
  [17, multiByte('shift_jis')],
  [38, multiByte('euc-kr')],
  [106, utf8],
  [113, multiByte('gbk')],
  [114, multiByte('gb18030')],
  [1000, () => utf16(0)],
  [1013, () => utf16(0)],
  [1014, () => utf16(1)],
  [1015, markedUtf16],
  [2025, multiByte('gbk')],
  [2026, multiByte('big5')],
  [2252, () => singleByte(WINDOWS_1252)],
  ...[0, 1, 3, 4, 5, 6, 7, 8].map((page): [number, () => Charset] => [
    2250 + page,
    () => labelled(`windows-125${page}`, false),
  ]),
]);
const made = new Map<number, Charset>();

/** The charset of this MIBenum, or `undefined` where this package or this platform has none. */
export function charsetOf(mibEnum: number): Charset | undefined {
  const known = made.get(mibEnum);
  if (known !== undefined) return known;
  try {
    const charset = makers.get(mibEnum)?.();
    if (charset !== undefined) made.set(mibEnum, charset);
    return charset;
  } catch {
    // A platform built without this encoding.
    return undefined;
  }
}

export const UTF_8 = 106;

/** The offset of the first aligned NUL at or behind `start`, or -1 where there is none. */
export function findNul(octets: Uint8Array, start: number, end: number, unit: 1 | 2): number {
  for (let at = start; at + unit <= end; at += unit) {
    if (octets[at] === 0 && (unit === 1 || octets[at + 1] === 0)) return at;
  }
  return -1;
}
