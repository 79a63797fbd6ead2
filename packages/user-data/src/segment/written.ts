import type { TextAlphabet } from '../alphabet.js';
import { alphabetToWrite } from '../alphabets.js';
import { UserDataError } from '../errors.js';
import { countSeptets } from '../gsm7/encode.js';
import { gsm7 } from '../gsm7/gsm7.js';
import { tableToWrite } from '../gsm7/languages.js';
import type { Unencodable } from '../unencodable.js';

/** A text as it could be sent: the octets of all of it, before it is cut. */
export interface Written {
  alphabet: TextAlphabet;
  /** The identifiers of the national tables, 0 for none. */
  single: number;
  locking: number;
  octets: Uint8Array;
  /** The text that the octets say. */
  text: string;
  /** Octets the alphabet takes for what the gateway will add. */
  signature: number;
}

type Tables = Pick<Written, 'single' | 'locking'>;
const DEFAULT: Tables = { single: 0, locking: 0 };

function octetsOf(text: string, alphabet: TextAlphabet, tables: Tables, policy?: Unencodable): Uint8Array {
  if (alphabet !== 'gsm7') return alphabetToWrite(alphabet).encode(text, policy);
  const { single, locking } = tables;
  return gsm7.encode(text, { single, locking, unencodable: policy?.unencodable, replacement: policy?.replacement });
}

function write(text: string, signature: string, alphabet: TextAlphabet, tables: Tables): Written | undefined {
  // Cheaper than an error for each of the two hundred pairs of national tables that do not fit.
  if (alphabet === 'gsm7' && countSeptets(text, tables.locking, tables.single) < 0) return undefined;
  try {
    const octets = octetsOf(text, alphabet, tables);
    const added = signature === '' ? 0 : octetsOf(signature, alphabet, tables).length;
    return { alphabet, single: tables.single, locking: tables.locking, octets, text, signature: added };
  } catch (error) {
    if (error instanceof UserDataError && error.code === 'unencodable') return undefined;
    throw error;
  }
}

/** Every pair of the default tables and the given ones. */
function pairs(languages: readonly number[]): Tables[] {
  const single = [0, ...languages];
  const locking = single.filter((identifier) => identifier !== tableToWrite('spanish', 'single'));
  return locking.flatMap((one) => single.map((other) => ({ locking: one, single: other })));
}

/** Every way to write `text` unchanged, in the order of the alphabets. National tables only where they are needed. */
export function waysToWrite(
  text: string,
  signature: string,
  alphabets: readonly TextAlphabet[],
  languages: readonly number[],
): Written[] {
  const ways: Written[] = [];
  for (const alphabet of alphabets) {
    if (alphabet === 'ucs2' && ways.some(neverDearerThanUcs2)) continue;
    const plain = write(text, signature, alphabet, DEFAULT);
    if (plain !== undefined) ways.push(plain);
    else if (alphabet === 'gsm7') {
      for (const tables of pairs(languages)) {
        const way = write(text, signature, alphabet, tables);
        if (way !== undefined) ways.push(way);
      }
    }
  }
  return ways;
}

/** At most two septets or one octet a character, and no shift in the header: half of UCS-2, or seven eighths. */
function neverDearerThanUcs2({ alphabet, single, locking }: Written): boolean {
  return alphabet !== 'gb18030' && alphabet !== 'gbk' && single === 0 && locking === 0;
}

/**
 * `text` in an alphabet that lacks some of its characters.
 * @throws UserDataError `unencodable` unless `policy` says otherwise
 */
export function writeChanged(
  text: string,
  signature: string,
  alphabet: TextAlphabet,
  languages: readonly number[],
  policy: Unencodable,
): Written {
  const tables = alphabet === 'gsm7' ? leastLoss(text, languages) : DEFAULT;
  const octets = octetsOf(text, alphabet, tables, policy);
  const said = alphabet === 'gsm7' ? gsm7.decode(octets, tables) : alphabetToWrite(alphabet).decode(octets);
  const added = signature === '' ? 0 : octetsOf(signature, alphabet, tables).length;
  return { alphabet, single: tables.single, locking: tables.locking, octets, text: said, signature: added };
}

function leastLoss(text: string, languages: readonly number[]): Tables {
  const distinct = [...new Set(text)];
  let best = DEFAULT;
  let fewest = Number.POSITIVE_INFINITY;
  for (const tables of pairs(languages)) {
    const lost = distinct.filter((one) => countSeptets(one, tables.locking, tables.single) < 0).length;
    if (lost < fewest) {
      fewest = lost;
      best = tables;
    }
  }
  return best;
}

/** Where each grapheme of a written text ends, in octets. */
export function graphemeEnds(written: Written): number[] {
  const ends: number[] = [];
  let end = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(written.text)) {
    end += octetsOf(segment, written.alphabet, written).length;
    ends.push(end);
  }
  return ends;
}
