import { type CmppVersion, connectRequest, describeResult, type LoginResponse, login } from '@smswire/cmpp';
import type { Link, Warning } from '@smswire/session';
import type { Codec } from '../../cmpp/codec.js';
import { resultName } from '../../cmpp/summary.js';
import { Failure } from '../../failure.js';
import { NOT_OPENED } from '../sender.js';

/** Who the SP is, and the proof of it. */
export interface Account {
  readonly sourceAddr: string;
  readonly secret: string;
  readonly version: CmppVersion;
}

/** The CONNECT of this moment. @throws PduError where something does not fit its field */
export const connectOf = (account: Account): ReturnType<typeof connectRequest> =>
  connectRequest({ ...account, now: new Date() });

/** Opens the link. @throws Failure where that is refused or not answered */
export async function open(
  link: Link<Codec>,
  account: Account,
  onWarning: (warning: Warning) => void,
  signal: AbortSignal,
): Promise<void> {
  const { command, status } = await opened(link, account, onWarning, signal);
  if (status === 0) return;
  const { text } = describeResult(status, { command, version: account.version });
  throw new Failure(`CMPP_CONNECT: ${resultName(command, status)}, ${text}`, NOT_OPENED);
}

async function opened(
  link: Link<Codec>,
  account: Account,
  onWarning: (warning: Warning) => void,
  signal: AbortSignal,
): Promise<LoginResponse> {
  const heeding = { request: (connect: ReturnType<typeof connectOf>) => link.request(connect, { signal }) };
  try {
    return await login(heeding, { ...account, onWarning });
  } catch (error) {
    throw new Failure((error as Error).message, NOT_OPENED);
  }
}
