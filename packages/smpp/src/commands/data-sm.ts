import { command, cstring, u8 } from '@smswire/pdu';
import { longDestination, longSource } from '../addresses.js';
import { response } from './response.js';

/** Send a message either way, its text in `tlvs.messagePayload`. SMPP 3.4 §4.7.1; not in 3.3. */
export const dataSm = command('data_sm', 0x00000103, {
  serviceType: cstring(6),
  ...longSource,
  ...longDestination,
  esmClass: u8,
  registeredDelivery: u8,
  dataCoding: u8,
});

export const dataSmResp = response('data_sm_resp', 0x00000103, { messageId: cstring(65) });
