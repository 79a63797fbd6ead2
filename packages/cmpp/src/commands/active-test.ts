import { command, u8 } from '@smswire/pdu';
import { responseId } from './response-id.js';

/** Asks whether the other side is there. Either side may send it, on a long connection. CMPP 3.0 §8.4.7.1. */
export const activeTest = command('CMPP_ACTIVE_TEST', 0x08, {});

/** CMPP 3.0 §8.4.7.2. Some gateways leave its one octet out. */
export const activeTestResp = command(
  'CMPP_ACTIVE_TEST_RESP',
  responseId(activeTest.id),
  { reserved: u8 },
  { bodiless: true },
);
