import type { AlphabetName } from '../alphabet.js';
import { UserDataError } from '../errors.js';
import { wantNumber, wantObject } from '../wanted.js';
import { type TpDcs, type TpDcsInput, tpDcs } from './tp-dcs.js';

/** What an SMPP data_coding says. SMPP 3.4 §5.2.19, and TS 23.038 §4 above its table. */
export interface DataCoding extends Omit<TpDcs, 'group' | 'alphabet'> {
  /** `smpp` is SMPP's own table, 0x00 to 0x0e. */
  group: 'smpp' | TpDcs['group'];
  /** Absent where no alphabet is known: a code without one, or 0 where no `defaultAlphabet` was given. */
  alphabet?: AlphabetName;
}

/** What the octet itself does not tell. */
export interface DataCodingOptions {
  /** What data_coding 0 means on this connection. The message centre decides, and nothing in a message says it. */
  defaultAlphabet?: AlphabetName | undefined;
}

/** What to write: one of SMPP's own codes, or a GSM one where a class or message waiting calls for it. */
export type DataCodingInput = Omit<TpDcsInput, 'group' | 'alphabet'> & { alphabet: AlphabetName };

const smppTable: readonly (AlphabetName | undefined)[] = [
  undefined,
  'ascii',
  'binary',
  'latin1',
  'binary',
  'shiftJis',
  'iso88595',
  'iso88598',
  'ucs2',
  undefined,
  'iso2022jp',
  undefined,
  undefined,
  undefined,
  'eucKr',
];
/** Octets are written as 0x04, which every message centre knows; 0x02 is the same. */
const OCTETS = 4;
const RESERVED = [0x0b, 0x0c];

function decode(octet: number, options?: DataCodingOptions): DataCoding {
  wantNumber('dataCoding', octet);
  if (octet >= smppTable.length) return tpDcs.decode(octet);
  const alphabet = octet === 0 ? options?.defaultAlphabet : smppTable[octet];
  return {
    group: 'smpp',
    ...(alphabet === undefined ? undefined : { alphabet }),
    compressed: false,
    ...(RESERVED.includes(octet) ? { reserved: true } : undefined),
  };
}

/** SMPP's own code for an alphabet, where it has one. */
export function plainDataCoding(alphabet: AlphabetName, defaultAlphabet: AlphabetName): number | undefined {
  if (alphabet === defaultAlphabet) return 0;
  const octet = alphabet === 'binary' ? OCTETS : smppTable.indexOf(alphabet, 1);
  return octet > 0 ? octet : undefined;
}

function encode(coding: DataCodingInput, options?: DataCodingOptions): number {
  wantObject('dataCoding', coding);
  const { alphabet, messageClass, messageWaiting, compressed, automaticDeletion } = coding;
  const plain = messageClass === undefined && !messageWaiting && !compressed && !automaticDeletion;
  const own = plain ? plainDataCoding(alphabet, options?.defaultAlphabet ?? 'gsm7') : undefined;
  if (own !== undefined) return own;
  if (plain && alphabet === 'gsm7') {
    const way = 'only 0 means GSM 7 bit without a class, and here 0 means another alphabet; give a messageClass';
    throw new UserDataError('option', 'dataCoding.alphabet', 0, way);
  }
  if (alphabet !== 'gsm7' && alphabet !== 'binary' && alphabet !== 'ucs2') {
    const what = plain ? 'no code' : 'no code with a class, message waiting, compression or deletion';
    throw new UserDataError('option', 'dataCoding.alphabet', 0, `${JSON.stringify(alphabet)} has ${what}`);
  }
  // SMPP leaves 0x10 to 0x1f reserved; a class goes into 0xf0 wherever that group can say it.
  const classed = messageClass !== undefined && alphabet !== 'ucs2' && !compressed && !automaticDeletion;
  return tpDcs.encode({ ...coding, alphabet, ...(classed ? { group: 'messageClass' } : undefined) });
}

/** SMPP's data_coding, both ways. */
export const dataCoding: {
  /** What an octet says. Every octet can be read; above SMPP's own table the GSM groups count. */
  decode(octet: number, options?: DataCodingOptions): DataCoding;
  /**
   * The octet for it. The default alphabet is written as 0; without `defaultAlphabet` that is GSM's.
   * @throws UserDataError `option` for what no octet says
   */
  encode(coding: DataCodingInput, options?: DataCodingOptions): number;
} = { decode, encode };
