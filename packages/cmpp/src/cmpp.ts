import type { Messages } from '@smswire/pdu';
import { type CodecOptions, codec } from './codec.js';
import type { CmppInput, CmppPdu } from './commands.js';
import { type Link, link, type Speaker } from './protocol.js';
import type { CmppVersion } from './version.js';

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
  return speak(options.version ?? '3.0') as unknown as Cmpp<V>;
}
