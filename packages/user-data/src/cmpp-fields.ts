import { type MsgFmt, type MsgFmtOptions, msgFmt } from './data-coding/cmpp.js';
import { UserDataError } from './errors.js';
import { NONE } from './octets.js';
import type { ReceivedPart } from './reassembly/assembly.js';
import { type DecodeTextOptions, decodeText, type ReceivedOctets } from './received-text.js';
import type { Segmentation } from './segment/options.js';
import type { Tolerance } from './tolerance.js';
import { type SplitUserData, splitUserData } from './udh/split.js';
import { wantArray, wantObject } from './wanted.js';

/** The fields of a CMPP_SUBMIT that carry a message. */
export interface CmppFields {
  pkTotal: number;
  pkNumber: number;
  tpUdhi: number;
  msgFmt: number;
  msgContent: Uint8Array;
}

/** A PDU of CMPP, as far as its message is concerned. */
export interface CmppMessage {
  tpUdhi?: number | undefined;
  msgFmt?: number | undefined;
  msgContent?: Uint8Array | undefined;
}

/** Text, where there is any. */
export interface CmppText {
  /** Absent where the octets are no text, or in an alphabet not known. */
  text?: string;
  format: MsgFmt;
}

/** CMPP has 1; some gateways hand through 0x40, where SMPP has its bit. */
const UDHI = 0x41;

/**
 * The fields of one PDU for each segment, to be spread into it.
 *
 * @param own `msgFmt` where another is wanted than that of the alphabet
 * @throws UserDataError `option` where CMPP has no Msg_Fmt for the alphabet and none is given
 */
export function cmppFields(message: Segmentation, own: { msgFmt?: number } = {}): CmppFields[] {
  wantObject('message', message);
  wantArray('message.parts', message.parts);
  wantObject('own', own);
  const format = own.msgFmt ?? message.msgFmt;
  if (format === undefined) {
    throw new UserDataError('option', 'msgFmt', 0, `CMPP has none for ${message.alphabet}; give the one agreed on`);
  }
  return message.parts.map(({ udh, userData, sequence, total }) => ({
    pkTotal: total,
    pkNumber: sequence,
    tpUdhi: udh.length > 0 ? 1 : 0,
    msgFmt: format,
    msgContent: userData,
  }));
}

function userDataOf({ tpUdhi = 0, msgContent = NONE }: CmppMessage, tolerance?: Tolerance): SplitUserData {
  return splitUserData(msgContent, (tpUdhi & UDHI) !== 0, tolerance);
}

/** The segment that a CMPP_DELIVER carries, for a reassembler. */
export function cmppPart(
  pdu: CmppMessage & { srcTerminalId?: string | undefined; destId?: string | undefined },
  tolerance?: Tolerance,
): ReceivedPart {
  wantObject('pdu', pdu);
  return { from: pdu.srcTerminalId ?? '', to: pdu.destId ?? '', ...userDataOf(pdu, tolerance) };
}

/**
 * The text of a PDU, or of a message put together from several: `{ msgFmt, parts }`.
 * @throws UserDataError only with `strict`, or `platform` where GB 18030 cannot be read
 */
export function decodeCmppText(
  message: CmppMessage & Pick<ReceivedOctets, 'parts'>,
  options: MsgFmtOptions & DecodeTextOptions = {},
): CmppText {
  wantObject('message', message);
  const format = msgFmt.decode(message.msgFmt ?? 0, options);
  if (format.alphabet === undefined || format.alphabet === 'binary') return { format };
  const octets = message.parts ? { parts: message.parts } : userDataOf(message, options);
  return { text: decodeText(octets, format.alphabet, options), format };
}
