import { command, cstring, u8 } from '@smswire/pdu';
import { response } from './response.js';

const bind = {
  /** Identifies the ESME; 15 characters at most. */
  systemId: cstring(16),
  /** 8 characters at most. */
  password: cstring(9),
  /** The kind of ESME; 12 characters at most. */
  systemType: cstring(13),
  /** 0x33 and below 3.3 · 0x34 3.4 · 0x50 5.0. */
  interfaceVersion: u8,
  addrTon: u8,
  addrNpi: u8,
  /** The addresses served, as a UNIX regular expression; 40 characters at most. */
  addressRange: cstring(41),
} as const;

const bindResp = {
  /** Identifies the message centre. */
  systemId: cstring(16),
} as const;

/** Open a session to be sent messages. SMPP 3.4 §4.1.3. */
export const bindReceiver = command('bind_receiver', 0x00000001, bind);
export const bindReceiverResp = response('bind_receiver_resp', 0x00000001, bindResp);

/** Open a session to send messages. SMPP 3.4 §4.1.1. */
export const bindTransmitter = command('bind_transmitter', 0x00000002, bind);
export const bindTransmitterResp = response('bind_transmitter_resp', 0x00000002, bindResp);

/** Open a session for both. SMPP 3.4 §4.1.5; not in 3.3. */
export const bindTransceiver = command('bind_transceiver', 0x00000009, bind);
export const bindTransceiverResp = response('bind_transceiver_resp', 0x00000009, bindResp);

/** The message centre asks the ESME to bind. SMPP 3.4 §4.1.7; no response, not in 3.3. */
export const outbind = command('outbind', 0x0000000b, { systemId: cstring(16), password: cstring(9) });
