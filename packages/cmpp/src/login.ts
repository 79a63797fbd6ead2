import { authenticatorIsmg, authenticatorSource } from './authenticator.js';
import { clockSkewMs, timestampAt } from './timestamp.js';
import { type ConnectProof, verifyAuthenticatorSource } from './verify.js';
import { type CmppVersion, versionOctet, versionOf } from './version.js';
import { wantObject } from './wanted.js';

export interface ConnectOptions {
  /** The SP_Id, or a gateway's code: at most 6 characters of Latin-1. */
  readonly sourceAddr: string;
  /** Text is taken as UTF-8. */
  readonly secret: string | Uint8Array;
  readonly version: CmppVersion;
  /** Read once, for the field and for the digest. */
  readonly now: Date;
  /**
   * The server's zone, in minutes east of Greenwich.
   * @default 480
   */
  readonly utcOffsetMinutes?: number | undefined;
  /** @default false, see `authenticatorSource` */
  readonly padSourceAddr?: boolean | undefined;
}

/** The CONNECT that proves the secret. CMPP 3.0 §8.4.1.1. */
export interface Connect {
  command: 'CMPP_CONNECT';
  sourceAddr: string;
  authenticatorSource: Uint8Array;
  version: number;
  timestamp: number;
}

/**
 * The CONNECT to open a link with, but for its number.
 * @throws PduError when an input does not fit its field
 */
export function connectRequest(options: ConnectOptions): Connect {
  wantObject('CMPP_CONNECT', options);
  const { sourceAddr, secret, version, padSourceAddr } = options;
  const timestamp = timestampAt(options.now, options.utcOffsetMinutes);
  return {
    command: 'CMPP_CONNECT',
    sourceAddr,
    authenticatorSource: authenticatorSource({ sourceAddr, secret, timestamp, padSourceAddr }),
    version: versionOctet(version),
    timestamp,
  };
}

export interface ConnectRespOptions {
  /** The secret of the address in the CONNECT; `undefined` for an address that is not known. */
  readonly secret: string | Uint8Array | undefined;
  readonly now: Date;
  /**
   * The highest version served.
   * @default '3.0'
   */
  readonly highest?: CmppVersion | undefined;
  /**
   * How far the peer's clock may be off, in milliseconds.
   * @default Infinity
   */
  readonly maxClockSkewMs?: number | undefined;
  /**
   * The peer's zone, in minutes east of Greenwich.
   * @default 480
   */
  readonly utcOffsetMinutes?: number | undefined;
}

/** The answer to a CONNECT. CMPP 3.0 §8.4.1.2. */
export interface ConnectResp {
  command: 'CMPP_CONNECT_RESP';
  status: number;
  authenticatorIsmg: Uint8Array;
  version: number;
}

const STATUS = { ok: 0, sourceAddress: 2, authentication: 3, version: 4 };

/**
 * A server's answer to a CONNECT, but for its number: accepted, or refused for its version, its address, its digest or
 * its clock. Write it in the version of the CONNECT: see `versionOf`.
 */
export function connectResponse(
  connect: ConnectProof & { readonly version: number },
  options: ConnectRespOptions,
): ConnectResp {
  wantObject('CMPP_CONNECT', connect);
  wantObject('CMPP_CONNECT_RESP', options);
  const { secret, highest = '3.0' } = options;
  const version = versionOf(connect.version);
  const status = statusOf(connect, version, options);
  const accepted = status === STATUS.ok && secret !== undefined && version !== undefined;
  return {
    command: 'CMPP_CONNECT_RESP',
    status,
    authenticatorIsmg: accepted
      ? authenticatorIsmg({ status, authenticatorSource: connect.authenticatorSource, secret, version })
      : new Uint8Array(16),
    version: versionOctet(highest),
  };
}

function statusOf(connect: ConnectProof, version: CmppVersion | undefined, options: ConnectRespOptions): number {
  const { secret, now, highest = '3.0', maxClockSkewMs = Number.POSITIVE_INFINITY } = options;
  if (version === undefined || versionOctet(version) > versionOctet(highest)) return STATUS.version;
  if (secret === undefined) return STATUS.sourceAddress;
  if (!verifyAuthenticatorSource(connect, secret)) return STATUS.authentication;
  if (maxClockSkewMs === Number.POSITIVE_INFINITY) return STATUS.ok;
  const skew = clockSkewMs(connect.timestamp, now, options.utcOffsetMinutes);
  return skew !== undefined && Math.abs(skew) <= maxClockSkewMs ? STATUS.ok : STATUS.authentication;
}
