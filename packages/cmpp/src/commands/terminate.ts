import { command } from '@smswire/pdu';
import { responseId } from './response-id.js';

/** Closes the link. Either side may send it. CMPP 3.0 §8.4.2.1. */
export const terminate = command('CMPP_TERMINATE', 0x02, {});

/** CMPP 3.0 §8.4.2.2. */
export const terminateResp = command('CMPP_TERMINATE_RESP', responseId(terminate.id), {});
