import type { AlphabetName } from '../alphabet.js';
import { UserDataError } from '../errors.js';
import { wantNumber, wantText } from '../wanted.js';
import { type MessageClass, tpDcs } from './tp-dcs.js';

/** What a CMPP Msg_Fmt says. */
export interface MsgFmt {
  /** `simWrite` is a message that is written to the SIM card; `other` is outside CMPP's table. */
  group: 'ascii' | 'simWrite' | 'binary' | 'ucs2' | 'gb' | 'other';
  /** Absent where none is known. */
  alphabet?: AlphabetName;
  messageClass?: MessageClass;
}

/** What a gateway means beyond CMPP's table. */
export interface MsgFmtOptions {
  /** Alphabets of this gateway's own codes, or other ones for CMPP's. */
  vendor?: Readonly<Record<number, AlphabetName>> | undefined;
}

const table: Readonly<Record<number, readonly [MsgFmt['group'], AlphabetName]>> = {
  0: ['ascii', 'ascii'],
  3: ['simWrite', 'binary'],
  4: ['binary', 'binary'],
  8: ['ucs2', 'ucs2'],
  15: ['gb', 'gb18030'],
};
const written: Partial<Record<AlphabetName, number>> = { ascii: 0, binary: 4, ucs2: 8, gb18030: 15, gbk: 15 };

function decode(value: number, options?: MsgFmtOptions): MsgFmt {
  wantNumber('msgFmt', value);
  const [group, own] = table[value] ?? (['other', undefined] as const);
  const alphabet = options?.vendor?.[value] ?? own;
  if (group !== 'other') return { group, ...(alphabet === undefined ? undefined : { alphabet }) };
  // Gateways hand through what the network had: 9 and 25 are UCS-2 there, 0xf5 and 0xf6 octets with a class.
  const { alphabet: network, messageClass, reserved } = tpDcs.decode(value);
  const known = alphabet ?? (network !== 'gsm7' || !reserved ? network : undefined);
  return {
    group,
    ...(known === undefined ? undefined : { alphabet: known }),
    ...(messageClass === undefined ? undefined : { messageClass }),
  };
}

/** CMPP's own value for an alphabet, where it has one. */
export function plainMsgFmt(alphabet: AlphabetName): number | undefined {
  return written[alphabet];
}

function encode(alphabet: AlphabetName, options?: MsgFmtOptions): number {
  wantText('msgFmt', alphabet);
  const own = plainMsgFmt(alphabet);
  if (own !== undefined) return own;
  const vendor = Object.entries(options?.vendor ?? {}).find(([, name]) => name === alphabet);
  if (vendor !== undefined) return Number(vendor[0]);
  throw new UserDataError('option', 'msgFmt', 0, `CMPP has no Msg_Fmt for ${JSON.stringify(alphabet)}`);
}

/** CMPP's Msg_Fmt, both ways. */
export const msgFmt: {
  /** What a value says. Outside CMPP's table it is read as the network's coding scheme, unless `vendor` has it. */
  decode(value: number, options?: MsgFmtOptions): MsgFmt;
  /**
   * The value for an alphabet.
   * @throws UserDataError `option` where there is none
   */
  encode(alphabet: AlphabetName, options?: MsgFmtOptions): number;
} = { decode, encode };
