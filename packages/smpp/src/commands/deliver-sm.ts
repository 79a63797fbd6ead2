import { command } from '@smswire/pdu';
import { messageId } from '../versions.js';
import { response } from './response.js';
import { submitSm } from './submit-sm.js';

/** Deliver a short message or a receipt. SMPP 3.4 §4.6.1; the layout is submit_sm's. */
export const deliverSm = command('deliver_sm', 0x00000005, submitSm.fields);

export const deliverSmResp = response('deliver_sm_resp', 0x00000005, {
  /** Unused: empty. */
  messageId,
});
