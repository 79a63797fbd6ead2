import { command, u32 } from '@smswire/pdu';
import { response } from './response.js';

/** A PDU that could not be read or is not known. SMPP 3.4 §4.3. */
export const genericNack = command('generic_nack', 0x80000000, {
  /** 0, in 5.0, where the number of the PDU could not be read. */
  sequenceNumber: u32,
});

/** End the session. SMPP 3.4 §4.2. */
export const unbind = command('unbind', 0x00000006, {});
export const unbindResp = response('unbind_resp', 0x00000006, {});

/** Is the peer there? SMPP 3.4 §4.11. */
export const enquireLink = command('enquire_link', 0x00000015, {});
export const enquireLinkResp = response('enquire_link_resp', 0x00000015, {});
