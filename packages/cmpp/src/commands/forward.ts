import { command, list, octets, padded, u8, u32, u64, usually, zeroPadded } from '@smswire/pdu';
import { onlyBefore30, onlySince30, since30 } from './by-version.js';
import { responseId } from './response-id.js';

/** Hands a message or a report from gateway to gateway. CMPP 3.0 §8.5. */
export const forward = command('CMPP_FWD', 0x09, {
  /** The code of the source gateway, six digits. */
  sourceId: zeroPadded(6),
  /** The code of the destination gateway, six digits. */
  destinationId: zeroPadded(6),
  /** Gateways passed. */
  nodesCount: u8,
  /** 0 MT, 1 MO, 2 MT report, 3 MO report: see `decodeReport` and `decodeMoReport`. */
  msgFwdType: u8,
  msgId: u64,
  /** Parts of the message, from 1. */
  pkTotal: u8,
  /** Which part this is, from 1. */
  pkNumber: u8,
  /** 0 for no report, 1 for a report, 2 for a charging record only. */
  registeredDelivery: u8,
  /** Priority. */
  msgLevel: u8,
  /** The service, as charged. */
  serviceId: padded(10),
  /** Who pays: 0 the recipient, 1 the sender, 2 the SP, 3 the number in `feeTerminalId`. */
  feeUserType: u8,
  /** Of 21 octets in every version. */
  feeTerminalId: padded(21),
  feeTerminalPseudo: onlySince30(padded(32)),
  /** 0 GoTone, 1 Shenzhouxing. */
  feeTerminalUserType: onlySince30(u8),
  /** GSM 03.40 §9.2.3.9. */
  tpPid: u8,
  /** 1 where a user data header leads the content. */
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
  /** The sender: what that is depends on `msgFwdType`. */
  srcId: padded(21),
  srcPseudo: onlySince30(padded(32)),
  srcUserType: onlySince30(u8),
  /** What the SP is shown: 0 the number, 1 the pseudo code. */
  srcType: onlySince30(u8),
  /** The recipients: DestUsr_tl and that many Dest_Id; exactly one in 3.0. */
  destIds: since30(list(u8, padded(21), 99), list(u8, padded(21), 1)),
  destPseudo: onlySince30(padded(32)),
  destUserType: onlySince30(u8),
  /** Msg_Length and that many octets: at most 159 in ASCII, 140 otherwise. */
  msgContent: octets(u8),
  reserve: onlyBefore30(padded(8)),
  /** What ties an answer to the request of a service on demand. */
  linkId: onlySince30(padded(20)),
});

/** CMPP 3.0 §8.5. */
export const forwardResp = command('CMPP_FWD_RESP', responseId(forward.id), {
  /** As in the FWD. */
  msgId: u64,
  pkTotal: u8,
  pkNumber: u8,
  /** 0, or why it is refused: see `describeResult`. */
  result: since30(u8, u32),
});
