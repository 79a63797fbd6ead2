import { type Messages, PduError } from '@smswire/pdu';
import { type CodecOptions, codec } from './codec.js';
import type { CmppInput, CmppPdu } from './commands.js';
import { type Link, link, type Speaker } from './protocol.js';
import { type CmppVersion, versionOctet, versionOf } from './version.js';

export interface CmppOptions<V extends CmppVersion = CmppVersion> extends CodecOptions {
  /** @default '3.0' */
  readonly version?: V | undefined;
}

/** CMPP in one version: the codec, and what a session asks of it. It has no state, so that one will do for all links. */
export interface Cmpp<V extends CmppVersion = CmppVersion> extends Messages<CmppPdu<V>, CmppInput<V>>, Link<V> {
  readonly version: V;
}

/**
 * CMPP in one version.
 *
 * @throws PduError `version` for a version that is none
 * @example
 * const v30 = cmpp({ version: '3.0' });
 * v30.encode({ command: 'CMPP_SUBMIT', sequenceId: 1, msgContent, destTerminalIds: ['13800138000'] });
 */
export function cmpp<V extends CmppVersion = '3.0'>(options: CmppOptions<V> = {}): Cmpp<V> {
  // Links that agree on another version share its tables, which compile at their first use.
  const spoken = new Map<CmppVersion, Speaker>();
  const speak = (version: CmppVersion): Speaker => {
    const known = spoken.get(version);
    if (known !== undefined) return known;
    const { verbs, isStranger } = codec(version, options);
    const made: Speaker = { version, ...verbs, ...link(version, isStranger, speak) };
    spoken.set(version, made);
    return made;
  };
  const version = options.version ?? '3.0';
  if (versionOf(versionOctet(version)) !== version) {
    const message = "no such version of CMPP; there are '2.0', '2.1' and '3.0', as strings";
    throw new PduError({ code: 'version', command: 'cmpp', path: 'version', offset: 0, message });
  }
  return speak(version) as unknown as Cmpp<V>;
}
