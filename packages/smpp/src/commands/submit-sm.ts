import { command, cstring, u8 } from '@smswire/pdu';
import { destination, source } from '../addresses.js';
import { messageId, shortMessage, time } from '../versions.js';
import { response } from './response.js';

/** Submit a short message for delivery. SMPP 3.4 §4.4.1. */
export const submitSm = command('submit_sm', 0x00000004, {
  /** CMT, CPT, VMN, VMA, WAP, USSD, or empty for the default. */
  serviceType: cstring(6),
  ...source,
  ...destination,
  /** Messaging mode, message type, and whether a UDH leads the text. */
  esmClass: u8,
  /** TP-PID in GSM. */
  protocolId: u8,
  /** 0 lowest to 3 highest. */
  priorityFlag: u8,
  /** Empty for at once. */
  scheduleDeliveryTime: time,
  /** Empty for the message centre's default. */
  validityPeriod: time,
  /** Which receipts and acknowledgements are wanted. */
  registeredDelivery: u8,
  /** 1 replaces a message that waits between the same addresses. */
  replaceIfPresentFlag: u8,
  /** How `shortMessage` is coded. */
  dataCoding: u8,
  /** A message kept at the message centre, or 0. */
  smDefaultMsgId: u8,
  /** The user data in octets; empty where `tlvs.messagePayload` carries it. */
  shortMessage,
});

export const submitSmResp = response('submit_sm_resp', 0x00000004, {
  /** The message centre's name for the message: opaque. */
  messageId,
});
