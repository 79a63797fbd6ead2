import type { Alphabet } from './alphabet.js';
import { UserDataError } from './errors.js';
import { scratch } from './octets.js';
import { platformDecoder, platformText } from './platform-decoder.js';
import { type Unencodable, unencodable, writable } from './unencodable.js';
import { wantText } from './wanted.js';

// The four-octet codes of the Basic Multilingual Plane, in order; those of the other planes start at 189,000.
const FOUR_OCTETS = 39_420;
const ASTRAL = 189_000;

const platform = (what: string) => new UserDataError('platform', 'gb18030', 0, what);

/** The characters of codes of one width, one UTF-16 unit each. */
function unitsOf(octets: Uint8Array, codes: number): string {
  const text = platformDecoder('gb18030', 'gb18030', false).decode(octets);
  if (text.length !== codes) throw platform(`${codes} codes gave ${text.length} characters: its table is unknown`);
  return text;
}

let twoOctets: Uint16Array | undefined;

/** By UTF-16 unit its code of two octets, or 0. The platform's own decoder is inverted: no table needs to be shipped. */
function twoOctetCodes(): Uint16Array {
  if (twoOctets !== undefined) return twoOctets;
  const octets = new Uint8Array(126 * 190 * 2);
  let at = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      octets[at++] = lead;
      octets[at++] = trail;
    }
  }
  const text = unitsOf(octets, 126 * 190);
  const codes = new Uint16Array(0x10000);
  // Downwards, so that of two codes for a character the first is written: A1A1 for U+3000 and not A3A0.
  for (let i = text.length - 1; i >= 0; i--) {
    codes[text.charCodeAt(i)] = ((octets[i * 2] as number) << 8) | (octets[i * 2 + 1] as number);
  }
  // A platform with a hole in its table reads U+FFFD there.
  codes[0xfffd] = 0;
  twoOctets = codes;
  return codes;
}

let fourOctets: Uint16Array | undefined;

/** By UTF-16 unit the number of its code of four octets plus one, or 0. */
function fourOctetCodes(): Uint16Array {
  if (fourOctets !== undefined) return fourOctets;
  const octets = new Uint8Array(FOUR_OCTETS * 4);
  for (let i = 0; i < FOUR_OCTETS; i++) writeFour(octets, i * 4, i);
  const text = unitsOf(octets, FOUR_OCTETS);
  const codes = new Uint16Array(0x10000);
  for (let i = text.length - 1; i >= 0; i--) codes[text.charCodeAt(i)] = i + 1;
  fourOctets = codes;
  return codes;
}

function writeFour(target: Uint8Array, at: number, number: number): number {
  target[at] = 0x81 + Math.floor(number / 12_600);
  target[at + 1] = 0x30 + (Math.floor(number / 1_260) % 10);
  target[at + 2] = 0x81 + (Math.floor(number / 10) % 126);
  target[at + 3] = 0x30 + (number % 10);
  return at + 4;
}

/** Writes the character at `i` and returns the offset behind it, or -1 where it has no code. */
type Rare = (text: string, i: number, target: Uint8Array, at: number) => number;

function rareGb18030(text: string, i: number, target: Uint8Array, at: number): number {
  const point = text.codePointAt(i) as number;
  if (point > 0xffff) return writeFour(target, at, point - 0x10000 + ASTRAL);
  const number = fourOctetCodes()[point] as number;
  return number === 0 ? -1 : writeFour(target, at, number - 1);
}

function rareGbk(text: string, i: number, target: Uint8Array, at: number): number {
  if (text.charCodeAt(i) !== 0x20ac) return -1;
  target[at] = 0x80;
  return at + 1;
}

function alphabet(name: 'gb18030' | 'gbk', rare: Rare): Alphabet {
  const euro = name === 'gbk' ? 0x20ac : -1;

  /** Writes `text` and returns the end, or minus the index of the first unit without a code less one. */
  function write(text: string, target: Uint8Array): number {
    const codes = twoOctetCodes();
    let at = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) {
        target[at++] = unit;
        continue;
      }
      const code = codes[unit] as number;
      if (code !== 0 && unit !== euro) {
        target[at++] = code >>> 8;
        target[at++] = code;
        continue;
      }
      at = rare(text, i, target, at);
      if (at < 0) return -1 - i;
      if ((unit & 0xfc00) === 0xd800) i++;
    }
    return at;
  }

  function encode(text: string, options?: Unencodable): Uint8Array {
    wantText(name, text);
    const target = scratch(text.length * 4);
    const end = write(text, target);
    if (end >= 0) return target.slice(0, end);
    if ((options?.unencodable ?? 'error') === 'error') throw unencodable(name, text, -1 - end);
    const first = (part: string) => Math.max(-1, -1 - write(part, scratch(part.length * 4)));
    return encode(writable(name, text, first, options));
  }

  return { name, encode, decode: platformText(name, 'gb18030') };
}

/**
 * GB 18030 in octets of one, two and four, as the platform's `TextDecoder` has it; every character but the lone
 * surrogates and the nineteen code points that table has no code for. CMPP's Msg_Fmt 15.
 */
export const gb18030: Alphabet = /* @__PURE__ */ alphabet('gb18030', rareGb18030);

/** GBK, the one- and two-octet part of GB 18030 with the euro sign at 0x80; what is read may be GB 18030. */
export const gbk: Alphabet = /* @__PURE__ */ alphabet('gbk', rareGbk);
