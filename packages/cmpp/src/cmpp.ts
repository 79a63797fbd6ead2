import { type CmppCodec, type CmppOptions, codec } from './codec.js';
import type { CmppVersion } from './version.js';

/**
 * The protocol in one version: `encode`, `decode` and `dissect` its messages.
 *
 * @example
 * const v30 = cmpp({ version: '3.0' });
 * v30.encode({ command: 'CMPP_SUBMIT', sequenceId: 1, msgContent, destTerminalIds: ['13800138000'] });
 */
export function cmpp<V extends CmppVersion = '3.0'>(options: CmppOptions<V> = {}): CmppCodec<V> {
  return codec((options.version ?? '3.0') as V, options);
}
