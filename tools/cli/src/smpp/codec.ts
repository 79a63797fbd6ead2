import type { Smpp, SmppInput, SmppPdu } from '@smswire/smpp';

/** Any of our codecs: what it was made with does not show in its type. */
export type Codec = Smpp<SmppPdu, SmppInput>;

/** A PDU of one command as it came. */
export type Received<C extends SmppPdu['command']> = Extract<SmppPdu, { command: C }>;

/** A PDU of one command to be sent. */
export type Sent<C extends SmppInput['command']> = Extract<SmppInput, { command: C }>;
