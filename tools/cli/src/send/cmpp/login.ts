import {
  type CmppVersion,
  type ConnectOptions,
  connectRequest,
  describeResult,
  verifyAuthenticatorIsmg,
} from '@smswire/cmpp';
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
  connectRequest({ ...account, now: new Date() } satisfies ConnectOptions);

/** Opens the link. @throws Failure where that is refused or not answered */
export async function login(
  link: Link<Codec>,
  account: Account,
  onWarning: (warning: Warning) => void,
  signal: AbortSignal,
): Promise<void> {
  const connect = connectOf(account);
  const response = await link.request(connect, { signal }).catch((error: Error) => {
    throw new Failure(error.message, NOT_OPENED);
  });
  const { status } = response;
  if (status !== 0) {
    const { text } = describeResult(status, { command: response.command, version: account.version });
    throw new Failure(`CMPP_CONNECT: ${resultName(response.command, status)}, ${text}`, NOT_OPENED);
  }
  const { authenticatorSource } = connect;
  verifyAuthenticatorIsmg(response, { authenticatorSource, secret: account.secret, onWarning });
}
