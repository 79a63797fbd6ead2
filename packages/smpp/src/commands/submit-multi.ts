import { by, choice, command, cstring, list, u8, u32 } from '@smswire/pdu';
import { destination, source } from '../addresses.js';
import { messageId, mostDests, shortMessage, time } from '../versions.js';
import { response } from './response.js';

/** A destination of submit_multi: `destFlag` 1 an SME's address, 2 the name of a distribution list. 3.4 §4.5.1.1. */
const destAddress = choice('destFlag', u8, { 1: destination, 2: { dlName: cstring(21) } });

/** number_of_dests and so many destinations. */
const destAddresses = by({
  '3.3': list(u8, destAddress, mostDests['3.3']),
  '3.4': list(u8, destAddress, mostDests['3.4']),
  '5.0': list(u8, destAddress, mostDests['5.0']),
});

/** Submit a short message to several destinations. SMPP 3.4 §4.5.1. */
export const submitMulti = command('submit_multi', 0x00000021, {
  serviceType: cstring(6),
  ...source,
  destAddresses,
  esmClass: u8,
  protocolId: u8,
  priorityFlag: u8,
  scheduleDeliveryTime: time,
  validityPeriod: time,
  registeredDelivery: u8,
  replaceIfPresentFlag: u8,
  dataCoding: u8,
  smDefaultMsgId: u8,
  shortMessage,
});

export const submitMultiResp = response('submit_multi_resp', 0x00000021, {
  messageId,
  /** no_unsuccess and so many destinations that were not accepted, each with its command_status. */
  unsuccessSmes: list(u8, { ...destination, errorStatusCode: u32 }),
});
