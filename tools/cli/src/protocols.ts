import type { CmppVersion } from '@smswire/cmpp';
import { cmppExplained } from './cmpp/explained.js';
import { mccpExplained } from './mccp/explained.js';
import type { Explained } from './protocol.js';
import { smppExplained } from './smpp/explained.js';
import { pushExplained, wbxmlExplained } from './wap-push/explained.js';

/** What the command line says of the protocol. */
export interface ProtocolOptions {
  readonly protocol: string;
  readonly cmppVersion: CmppVersion;
}

const protocols: Readonly<Record<string, (options: ProtocolOptions) => Explained>> = {
  smpp: () => smppExplained,
  cmpp: ({ cmppVersion }) => cmppExplained(cmppVersion),
  'wap-push': () => pushExplained,
  wbxml: () => wbxmlExplained,
  mccp: () => mccpExplained,
};

export const protocolNames: string[] = Object.keys(protocols);

/** The protocol that the options name. */
export const protocolOf = (options: ProtocolOptions): Explained =>
  (protocols[options.protocol] as (options: ProtocolOptions) => Explained)(options);
