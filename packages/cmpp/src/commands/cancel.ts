import { command, u8, u32, u64 } from '@smswire/pdu';
import { since30 } from './by-version.js';
import { responseId } from './response-id.js';

/** Asks to give up a message. CMPP 3.0 §8.4.6.1. */
export const cancel = command('CMPP_CANCEL', 0x07, {
  /** The id that the SUBMIT_RESP gave. */
  msgId: u64,
});

/** CMPP 3.0 §8.4.6.2. */
export const cancelResp = command('CMPP_CANCEL_RESP', responseId(cancel.id), {
  /** 0 where it was cancelled, 1 where not. */
  successId: since30(u8, u32),
});
