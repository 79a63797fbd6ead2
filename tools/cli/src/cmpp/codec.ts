import { type Cmpp, type CmppInput, type CmppPdu, type CmppVersion, cmpp } from '@smswire/cmpp';

/** CMPP as it is talked. Its messages have the fields of 3.0; a link of an older version leaves out what it lacks. */
export type Codec = Cmpp<'3.0'>;

export const codecOf = (version: CmppVersion): Codec => cmpp({ version }) as unknown as Codec;

/** A message of one command as it came. */
export type Received<C extends CmppPdu<'3.0'>['command']> = Extract<CmppPdu<'3.0'>, { command: C }>;

/** A message of one command to be sent. */
export type Sent<C extends CmppInput<'3.0'>['command']> = Extract<CmppInput<'3.0'>, { command: C }>;
