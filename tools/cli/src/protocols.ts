import type { CmppVersion } from '@smswire/cmpp';
import type { Explained } from './protocol.js';

/** What the command line says of the protocol. */
export interface ProtocolOptions {
  readonly protocol: string;
  readonly cmppVersion: CmppVersion;
}

// Each is loaded when it is asked for: a command that is called in a loop should begin at once.
const protocols: Readonly<Record<string, (options: ProtocolOptions) => Promise<Explained>>> = {
  smpp: async () => (await import('./smpp/explained.js')).smppExplained,
  cmpp: async ({ cmppVersion }) => (await import('./cmpp/explained.js')).cmppExplained(cmppVersion),
  'wap-push': async () => (await import('./wap-push/explained.js')).pushExplained,
  wbxml: async () => (await import('./wap-push/explained.js')).wbxmlExplained,
  mccp: async () => (await import('./mccp/explained.js')).mccpExplained,
};

export const protocolNames: string[] = Object.keys(protocols);

/** The protocol that the options name. */
export const protocolOf = (options: ProtocolOptions): Promise<Explained> =>
  (protocols[options.protocol] as (options: ProtocolOptions) => Promise<Explained>)(options);
