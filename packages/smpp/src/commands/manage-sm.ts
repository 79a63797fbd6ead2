import { command, cstring, u8 } from '@smswire/pdu';
import { destination, longSource, source } from '../addresses.js';
import { messageId, shortMessage, time } from '../versions.js';
import { response } from './response.js';

/** Ask for the state of a message. SMPP 3.4 §4.8.1. */
export const querySm = command('query_sm', 0x00000003, { messageId, ...source });

export const querySmResp = response('query_sm_resp', 0x00000003, {
  messageId,
  /** When it reached its final state; empty before. */
  finalDate: time,
  messageState: u8,
  /** The network's code, or 0. */
  errorCode: u8,
});

/** Cancel one message by its id, or all between two addresses. SMPP 3.4 §4.9.1. */
export const cancelSm = command('cancel_sm', 0x00000008, {
  serviceType: cstring(6),
  messageId,
  ...source,
  ...destination,
});

export const cancelSmResp = response('cancel_sm_resp', 0x00000008, {});

/** Replace a message that waits. SMPP 3.4 §4.10.1. */
export const replaceSm = command('replace_sm', 0x00000007, {
  messageId,
  ...source,
  scheduleDeliveryTime: time,
  validityPeriod: time,
  registeredDelivery: u8,
  smDefaultMsgId: u8,
  shortMessage,
});

export const replaceSmResp = response('replace_sm_resp', 0x00000007, {});

/** A mobile can be reached again. SMPP 3.4 §4.12.1; no response, not in 3.3. */
export const alertNotification = command('alert_notification', 0x00000102, {
  ...longSource,
  esmeAddrTon: u8,
  esmeAddrNpi: u8,
  esmeAddr: cstring(65),
});
