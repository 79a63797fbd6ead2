import { command, cstring, list, octets, u8 } from '@smswire/pdu';
import { source } from '../addresses.js';
import { time } from '../versions.js';
import { response } from './response.js';
import { submitMulti } from './submit-multi.js';

// Commands of SMPP 3.3 that later versions dropped. Their layouts come from two implementations that agree on the
// order and not on every width; the wider one stands here, since decoding takes any length up to the NUL.

/** Ask for a parameter of the message centre's. */
export const paramRetrieve = command('param_retrieve', 0x00000022, { paramName: cstring(32) });
export const paramRetrieveResp = response('param_retrieve_resp', 0x00000022, { paramValue: cstring(101) });

/** Ask for the ids of the last messages from an address. */
export const queryLastMsgs = command('query_last_msgs', 0x00000023, {
  ...source,
  /** 1 to 100. */
  noOfMessages: u8,
});
export const queryLastMsgsResp = response('query_last_msgs_resp', 0x00000023, { messageIds: list(u8, cstring(9)) });

/** Ask for all of one message. */
export const queryMsgDetails = command('query_msg_details', 0x00000024, {
  messageId: cstring(9),
  ...source,
  /** Octets of the text that are wanted. */
  smLength: u8,
});
export const queryMsgDetailsResp = response('query_msg_details_resp', 0x00000024, {
  serviceType: cstring(6),
  ...source,
  destAddresses: submitMulti.fields.destAddresses,
  protocolId: u8,
  priorityFlag: u8,
  scheduleDeliveryTime: time,
  validityPeriod: time,
  registeredDelivery: u8,
  dataCoding: u8,
  shortMessage: octets(u8),
  messageId: cstring(9),
  finalDate: time,
  messageState: u8,
  errorCode: u8,
});
