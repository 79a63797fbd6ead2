import { UserDataError } from '../errors.js';
import { type MessageWaitingType, messageWaitingBits, messageWaitingType } from '../message-waiting.js';
import { wantNumber, wantObject } from '../wanted.js';

/** 0 is shown at once and not kept ("flash"), 1 is for the phone, 2 for the (U)SIM, 3 for attached equipment. */
export type MessageClass = 0 | 1 | 2 | 3;

/** What a TP-Data-Coding-Scheme octet says. TS 23.038 §4. */
export interface TpDcs {
  /** The coding group. `messageClass` is the group of 0xf0 to 0xff, though `general` can carry a class too. */
  group: 'general' | 'messageWaiting' | 'messageClass' | 'reserved';
  alphabet: 'gsm7' | 'binary' | 'ucs2';
  /** Whether the text is compressed as TS 23.042 says, which this package does not undo. */
  compressed: boolean;
  messageClass?: MessageClass;
  /** Whether the message is to be deleted once read. */
  automaticDeletion?: true;
  messageWaiting?: {
    /** Whether messages wait, or no longer do. */
    active: boolean;
    /** Whether the text of this message is kept. */
    store: boolean;
    type: MessageWaitingType;
  };
  /** Set where a bit or a code has no meaning yet, which a receiver reads as written here. */
  reserved?: true;
}

/** What to write: the group follows from the rest unless it is named. */
export type TpDcsInput = Partial<Omit<TpDcs, 'reserved'>>;

const GENERAL = ['gsm7', 'binary', 'ucs2', 'gsm7'] as const;

function decode(value: number): TpDcs {
  wantNumber('tpDcs', value);
  const octet = value & 0xff;
  const group = octet >>> 4;
  const low = (octet & 3) as MessageClass;
  if (group < 8) {
    const classed = (octet & 0x10) !== 0;
    return {
      group: 'general',
      alphabet: GENERAL[(octet >>> 2) & 3] as TpDcs['alphabet'],
      compressed: (octet & 0x20) !== 0,
      ...(classed ? { messageClass: low } : undefined),
      ...(octet & 0x40 ? { automaticDeletion: true } : undefined),
      ...((octet & 0x0c) === 0x0c || (!classed && low !== 0) ? { reserved: true } : undefined),
    };
  }
  if (group < 12) return { group: 'reserved', alphabet: 'gsm7', compressed: false, reserved: true };
  if (group < 15) {
    return {
      group: 'messageWaiting',
      alphabet: group === 14 ? 'ucs2' : 'gsm7',
      compressed: false,
      messageWaiting: { active: (octet & 8) !== 0, store: group !== 12, type: messageWaitingType(low) },
      ...(octet & 4 ? { reserved: true } : undefined),
    };
  }
  return {
    group: 'messageClass',
    alphabet: octet & 4 ? 'binary' : 'gsm7',
    compressed: false,
    messageClass: low,
    ...(octet & 8 ? { reserved: true } : undefined),
  };
}

function encode(dcs: TpDcsInput): number {
  wantObject('tpDcs', dcs);
  const { alphabet = 'gsm7', compressed = false, messageClass, automaticDeletion, messageWaiting } = dcs;
  const group = dcs.group ?? (messageWaiting ? 'messageWaiting' : 'general');
  const code = (GENERAL as readonly string[]).indexOf(alphabet);
  if (code < 0) throw refused(`no coding scheme has the alphabet ${JSON.stringify(alphabet)}`);
  if (messageClass !== undefined && !(Number.isInteger(messageClass) && messageClass >= 0 && messageClass <= 3)) {
    throw new UserDataError('range', 'tpDcs.messageClass', 0, `${messageClass} is not 0, 1, 2 or 3`);
  }
  if ((messageWaiting !== undefined) !== (group === 'messageWaiting')) {
    throw refused('messageWaiting goes with its own group and with no other');
  }
  if (messageWaiting !== undefined) wantObject('tpDcs.messageWaiting', messageWaiting);
  if (group === 'general') {
    const flags = (automaticDeletion ? 0x40 : 0) | (compressed ? 0x20 : 0) | (code << 2);
    return messageClass === undefined ? flags : flags | 0x10 | messageClass;
  }
  if (compressed || automaticDeletion) throw refused('only the general group has compressed and automaticDeletion');
  if (group === 'messageClass') {
    if (messageClass === undefined || alphabet === 'ucs2')
      throw refused('the group messageClass needs a class, and has no ucs2');
    return 0xf0 | (code << 2) | messageClass;
  }
  if (group === 'messageWaiting' && messageWaiting) return waiting(messageWaiting, alphabet, messageClass);
  throw refused(`the group ${JSON.stringify(group)} cannot be written`);
}

function waiting(
  { active, store, type }: NonNullable<TpDcs['messageWaiting']>,
  alphabet: TpDcs['alphabet'],
  messageClass: MessageClass | undefined,
): number {
  const bits = messageWaitingBits(type);
  if (bits === undefined || !(bits >= 0 && bits <= 3))
    throw refused(`message waiting has no type ${JSON.stringify(type)} here`);
  if (alphabet === 'binary' || (alphabet === 'ucs2' && !store) || messageClass !== undefined) {
    throw refused('message waiting is written in gsm7, or in ucs2 when the text is stored, and without a class');
  }
  return (store ? (alphabet === 'ucs2' ? 0xe0 : 0xd0) : 0xc0) | (active ? 8 : 0) | bits;
}

const refused = (message: string) => new UserDataError('option', 'tpDcs', 0, message);

/** The TP-Data-Coding-Scheme of GSM and 3GPP networks, both ways. TS 23.038 §4. */
export const tpDcs: {
  /** What an octet says. Every octet can be read: what is reserved is read as the standard has it read. */
  decode(octet: number): TpDcs;
  /**
   * The octet for it.
   * @throws UserDataError `option` for what no octet says, `range` for no class
   */
  encode(dcs: TpDcsInput): number;
} = { decode, encode };
