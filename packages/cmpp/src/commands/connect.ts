import { command, octets, padded, u8, u32, usually } from '@smswire/pdu';
import { since30 } from './by-version.js';
import { responseId } from './response-id.js';

/** Asks to open the link. CMPP 3.0 §8.4.1.1. */
export const connect = command('CMPP_CONNECT', 0x01, {
  /** The SP_Id, or on a link between gateways the gateway's code. */
  sourceAddr: padded(6),
  /** A digest of 16 octets: see `authenticatorSource`. */
  authenticatorSource: octets(16),
  /** The version asked for: see `versionOctet`. Left out, it is the codec's. */
  version: usually(u8, 0x20, 0x30),
  /** MMDDHHMMSS as a decimal integer: see `timestampAt`. */
  timestamp: u32,
});

/** CMPP 3.0 §8.4.1.2. */
export const connectResp = command('CMPP_CONNECT_RESP', responseId(connect.id), {
  /** 0, or why the link is refused: see `describeResult`. */
  status: since30(u8, u32),
  /** A digest of 16 octets: see `authenticatorIsmg`. Zeros in a refusal. */
  authenticatorIsmg: octets(16),
  /** The highest version that the server speaks. Left out, it is the codec's. */
  version: usually(u8, 0x20, 0x30),
});
