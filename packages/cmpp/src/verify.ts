import type { OnWarning } from '@smswire/pdu';
import { authenticatorIsmg, authenticatorSource } from './authenticator.js';
import { equalInConstantTime } from './constant-time.js';
import { tolerate } from './tolerance.js';
import { wantObject, wantOctets } from './wanted.js';

/** The fields of a CONNECT that prove the shared secret. */
export interface ConnectProof {
  readonly sourceAddr: string;
  readonly authenticatorSource: Uint8Array;
  readonly timestamp: number;
}

/**
 * Whether a CONNECT proves that its sender knows `secret`. A Source_Addr of fewer than 6 octets may have been hashed
 * with its padding or without. See `clockSkewMs` for its age.
 */
export function verifyAuthenticatorSource(connect: ConnectProof, secret: string | Uint8Array): boolean {
  wantObject('CMPP_CONNECT', connect);
  wantOctets('CMPP_CONNECT.authenticatorSource', connect.authenticatorSource);
  const { sourceAddr, timestamp } = connect;
  const bare = authenticatorSource({ sourceAddr, secret, timestamp });
  const padded = authenticatorSource({ sourceAddr, secret, timestamp, padSourceAddr: true });
  const isBare = equalInConstantTime(connect.authenticatorSource, bare);
  const isPadded = equalInConstantTime(connect.authenticatorSource, padded);
  return isBare || isPadded;
}

/** The fields of a CONNECT_RESP that prove the shared secret. */
export interface ConnectRespProof {
  readonly status: number;
  readonly authenticatorIsmg: Uint8Array;
}

export interface VerifyAuthenticatorIsmgOptions {
  /** As in the CONNECT that was answered. */
  readonly authenticatorSource: Uint8Array;
  /** Text is taken as UTF-8. */
  readonly secret: string | Uint8Array;
  /**
   * What a wrong digest does: nothing, as it is not looked at; a warning; an error. Many gateways send zeros, a constant
   * or the digest they were sent.
   * @default 'warn'
   */
  readonly mode?: 'off' | 'warn' | 'strict' | undefined;
  readonly onWarning?: OnWarning | undefined;
}

/**
 * Whether a CONNECT_RESP proves that its sender knows the secret too. Status may have been hashed in 1 octet or in 4,
 * whatever the version. True without a look when the mode is `off`, and for a refusal, which has nothing to prove.
 * @throws `authenticator` in mode `strict`, where the answer would be false
 */
export function verifyAuthenticatorIsmg(response: ConnectRespProof, options: VerifyAuthenticatorIsmgOptions): boolean {
  wantObject('CMPP_CONNECT_RESP', response);
  wantObject('CMPP_CONNECT', options);
  const { authenticatorSource: source, secret, mode = 'warn', onWarning } = options;
  const { status, authenticatorIsmg: found } = response;
  if (mode === 'off' || status !== 0) return true;
  wantOctets('CMPP_CONNECT_RESP.authenticatorIsmg', found);
  const inOneOctet = authenticatorIsmg({ status, authenticatorSource: source, secret, version: '2.0' });
  const inFourOctets = authenticatorIsmg({ status, authenticatorSource: source, secret, version: '3.0' });
  const isInOne = equalInConstantTime(found, inOneOctet);
  const isInFour = equalInConstantTime(found, inFourOctets);
  if (isInOne || isInFour) return true;

  const message = found.every((octet) => octet === 0)
    ? 'the server sent no AuthenticatorISMG, so nothing shows that it knows the secret'
    : 'the digest is not the one the shared secret gives; check the secret, or whether this is the right server';
  const at = { command: 'CMPP_CONNECT_RESP', path: 'authenticatorIsmg', offset: 0 };
  tolerate({ onWarning, strict: mode === 'strict' }, { code: 'authenticator', ...at, message });
  return false;
}
