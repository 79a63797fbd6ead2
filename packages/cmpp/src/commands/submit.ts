import { command, list, octets, padded, u8, u32, u64, usually } from '@smswire/pdu';
import { onlyBefore30, onlySince30, since30 } from './by-version.js';
import { responseId } from './response-id.js';

/** Hands a message to the gateway, for up to 99 recipients. CMPP 3.0 §8.4.3.1. */
export const submit = command('CMPP_SUBMIT', 0x04, {
  /** 0: the gateway gives the id in its response. */
  msgId: u64,
  /** Parts of the message, from 1. */
  pkTotal: u8,
  /** Which part this is, from 1. */
  pkNumber: u8,
  /** 1 for a status report, 0 for none; 2 in 2.x for a charging record only. */
  registeredDelivery: u8,
  /** Priority. */
  msgLevel: u8,
  /** The service, as charged. */
  serviceId: padded(10),
  /** Who pays: 0 the recipient, 1 the sender, 2 the SP, 3 the number in `feeTerminalId`. */
  feeUserType: u8,
  /** Who pays, where `feeUserType` is 3. */
  feeTerminalId: since30(padded(21), padded(32)),
  /** 0 for a number, 1 for a pseudo code. */
  feeTerminalType: onlySince30(u8),
  /** GSM 03.40 §9.2.3.9. */
  tpPid: u8,
  /** 1 where a user data header leads the content. GSM 03.40 §9.2.3.23. */
  tpUdhi: usually(u8, 0, 1),
  /** How the content is coded: see `describeMsgFmt`. */
  msgFmt: u8,
  /** The SP_Id. */
  msgSrc: padded(6),
  /** See `describeFeeType`. */
  feeType: padded(2),
  /** The fee in fen, in decimal digits. */
  feeCode: padded(6),
  /** Until when it is tried: see `formatAbsoluteTime`. */
  validTime: padded(17),
  /** When it is sent: see `formatAbsoluteTime`. */
  atTime: padded(17),
  /** The SP's number, as the recipient sees it. */
  srcId: padded(21),
  /** The recipients: DestUsr_tl and that many Dest_terminal_Id. */
  destTerminalIds: since30(list(u8, padded(21), 99), list(u8, padded(32), 99)),
  /** For all recipients: 0 for numbers, 1 for pseudo codes. */
  destTerminalType: onlySince30(u8),
  /** Msg_Length and that many octets: at most 159 in ASCII, 140 otherwise. */
  msgContent: octets(u8),
  reserve: onlyBefore30(padded(8)),
  /** What ties an answer to the request of a service on demand. */
  linkId: onlySince30(padded(20)),
});

/** CMPP 3.0 §8.4.3.2. */
export const submitResp = command('CMPP_SUBMIT_RESP', responseId(submit.id), {
  /** The message's id, or that of its first recipient: see `msgIdAt`. */
  msgId: u64,
  /** 0, or why it is refused: see `describeResult`. */
  result: since30(u8, u32),
});
