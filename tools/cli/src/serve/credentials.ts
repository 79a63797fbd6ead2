import { commandStatus } from '@smswire/smpp';
import { Failure } from '../failure.js';

/** The status that answers a bind with these: 0 lets it in. */
export type Credentials = (systemId: string, password: string) => number;

/**
 * Those who may bind: the n-th password belongs to the n-th system id, and an id without one needs none. Without any
 * id everybody may.
 * @throws Failure for a password without an id
 */
export function credentials(systemIds: readonly string[] = [], passwords: readonly string[] = []): Credentials {
  if (passwords.length > systemIds.length) throw new Failure('a --password without its --system-id');
  const known = new Map(systemIds.map((systemId, index) => [systemId, passwords[index]]));
  return (systemId, password) => {
    if (known.size === 0) return 0;
    if (!known.has(systemId)) return commandStatus.ESME_RINVSYSID;
    const wanted = known.get(systemId);
    return wanted === undefined || wanted === password ? 0 : commandStatus.ESME_RINVPASWD;
  };
}
