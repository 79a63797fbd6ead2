import type { TextAlphabet } from '../alphabet.js';

/** Octets of user data in one SMS, header included. TS 23.040 §9.2.3.16. */
const SMS = 140;
/** CMPP has Msg_Length below 160 for Msg_Fmt 0, and at most 140 for all others. */
const CMPP_ASCII = 159;
/** What the length of SMPP's message_payload can count. */
const PAYLOAD = 0xffff;

/**
 * Octets of unpacked text that fit behind a header of `headerLength` octets, 0 for none. The septets of GSM 7 bit are
 * packed on the air, however they reach the message centre; CMPP hands over octets.
 */
export function capacity(
  protocol: 'smpp' | 'cmpp',
  carrier: 'udh' | 'sar' | 'payload',
  alphabet: TextAlphabet,
  headerLength: number,
): number {
  if (carrier === 'payload') return PAYLOAD;
  const octets = SMS - headerLength;
  if (alphabet === 'gsm7' && protocol === 'smpp') return Math.floor((octets * 8) / 7);
  if (alphabet === 'ascii' && protocol === 'cmpp' && headerLength === 0) return CMPP_ASCII;
  return alphabet === 'ucs2' ? octets - (octets % 2) : octets;
}
