import { command, cstring, u8 } from '@smswire/pdu';
import { source } from '../addresses.js';
import { time } from '../versions.js';
import { response } from './response.js';

/**
 * Broadcast a message to areas. SMPP 5.0 §4.4.1. The TLVs broadcastAreaIdentifier, broadcastContentType,
 * broadcastRepNum and broadcastFrequencyInterval are mandatory.
 */
export const broadcastSm = command('broadcast_sm', 0x00000111, {
  serviceType: cstring(6),
  ...source,
  /** Empty for a new message, else the one that is replaced. */
  messageId: cstring(65),
  priorityFlag: u8,
  scheduleDeliveryTime: time,
  validityPeriod: time,
  replaceIfPresentFlag: u8,
  dataCoding: u8,
  smDefaultMsgId: u8,
});

export const broadcastSmResp = response('broadcast_sm_resp', 0x00000111, { messageId: cstring(65) });

/** Ask for the state of a broadcast. SMPP 5.0 §4.6.1. */
export const queryBroadcastSm = command('query_broadcast_sm', 0x00000112, { messageId: cstring(65), ...source });

/** The TLVs messageState, broadcastAreaIdentifier and broadcastAreaSuccess are mandatory. SMPP 5.0 §4.6.2. */
export const queryBroadcastSmResp = response('query_broadcast_sm_resp', 0x00000112, { messageId: cstring(65) });

/** Cancel a broadcast. SMPP 5.0 §4.6.3. */
export const cancelBroadcastSm = command('cancel_broadcast_sm', 0x00000113, {
  serviceType: cstring(6),
  messageId: cstring(65),
  ...source,
});

export const cancelBroadcastSmResp = response('cancel_broadcast_sm_resp', 0x00000113, {});
