import { command, octets, padded, u8, u32, u64, usually } from '@smswire/pdu';
import { onlyBefore30, onlySince30, since30 } from './by-version.js';
import { responseId } from './response-id.js';

/** Hands a message or a status report to the SP. CMPP 3.0 §8.4.5.1. */
export const deliver = command('CMPP_DELIVER', 0x05, {
  /** This DELIVER's own id. The message a report is about is named in the report. */
  msgId: u64,
  /** The SP's number. */
  destId: padded(21),
  /** The service, as charged. */
  serviceId: padded(10),
  /** GSM 03.40 §9.2.3.9. */
  tpPid: u8,
  /** 1 where a user data header leads the content; some gateways say 0x40. */
  tpUdhi: usually(u8, 0, 1),
  /** How the content is coded: see `describeMsgFmt`. */
  msgFmt: u8,
  /** The sender; of a report, the message's recipient. */
  srcTerminalId: since30(padded(21), padded(32)),
  /** 0 for a number, 1 for a pseudo code. */
  srcTerminalType: onlySince30(u8),
  /** 1 where the content is a status report: see `decodeReport`. */
  registeredDelivery: u8,
  /** Msg_Length and that many octets. */
  msgContent: octets(u8),
  reserved: onlyBefore30(padded(8)),
  /** What ties an answer to the request of a service on demand. */
  linkId: onlySince30(padded(20)),
});

/** CMPP 3.0 §8.4.5.2. */
export const deliverResp = command('CMPP_DELIVER_RESP', responseId(deliver.id), {
  /** As in the DELIVER. */
  msgId: u64,
  /** 0, or why it is refused: see `describeResult`. */
  result: since30(u8, u32),
});
