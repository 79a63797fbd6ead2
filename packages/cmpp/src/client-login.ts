import type { OnWarning } from '@smswire/pdu';
import type { CmppPdu } from './commands.js';
import { type Connect, type ConnectOptions, connectRequest } from './login.js';
import { verifyAuthenticatorIsmg } from './verify.js';
import { wantObject } from './wanted.js';

export interface LoginOptions extends Omit<ConnectOptions, 'now'> {
  /** @default the time of the call */
  readonly now?: Date | undefined;
  /**
   * What a wrong AuthenticatorISMG does: nothing, as it is not looked at; a warning; an error. Many gateways send zeros,
   * a constant or the digest they were sent.
   * @default 'warn'
   */
  readonly verify?: 'off' | 'warn' | 'strict' | undefined;
  readonly onWarning?: OnWarning | undefined;
}

/** The CONNECT_RESP, which is the same in all versions once it is decoded. */
export type LoginResponse = Extract<CmppPdu<'3.0'>, { command: 'CMPP_CONNECT_RESP' }>;

/**
 * Opens a link as a client, which an SP is as a rule: sends CONNECT, and looks whether the server knows the secret too.
 * Gives the CONNECT_RESP whatever its Status; 0 has opened the link. With Status 4 the server does not speak
 * `options.version`, and its Version names the highest that it does: nothing lower is agreed on behind the caller's back.
 * @param link anything that gives a request's response; the session's `Link` does. Its codec should be of
 * `options.version`: another reads the answer too, but warns of it, and refuses it under `strict`
 * @throws (as a rejection) what the link rejects with; PduError where an option does not fit its field; PduError
 * `authenticator` under `strict`: the link is open then, and should be closed
 */
export async function login(
  link: { request(connect: Connect): Promise<LoginResponse> },
  options: LoginOptions,
): Promise<LoginResponse> {
  wantObject('CMPP_CONNECT', options);
  const connect = connectRequest({ ...options, now: options.now ?? new Date() });
  const response = await link.request(connect);
  const { authenticatorSource } = connect;
  const { secret, verify: mode, onWarning } = options;
  verifyAuthenticatorIsmg(response, { authenticatorSource, secret, mode, onWarning });
  return response;
}
