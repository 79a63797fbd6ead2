import { ByteWriter, writeLatin1 } from '@smswire/buffer';
import { md5 } from './md5.js';
import { timestampDigits } from './timestamp.js';
import { valueError } from './value-error.js';
import type { CmppVersion } from './version.js';
import { wantObject, wantOctets, wantSecret, wantText } from './wanted.js';

// Said here and not in a file of types: a module's own declaration clashes with no platform's.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const SOURCE_ADDR_OCTETS = 6;
const DIGEST_OCTETS = 16;

export interface AuthenticatorSourceInput {
  /** The SP_Id, or a gateway's code: at most 6 characters of Latin-1. */
  readonly sourceAddr: string;
  /** Text is taken as UTF-8. */
  readonly secret: string | Uint8Array;
  /** As in the Timestamp field of the same CONNECT. */
  readonly timestamp: number;
  /**
   * Whether a Source_Addr of fewer than 6 octets is hashed with its NUL padding. The specification leaves it open, its
   * addresses having 6; most implementations hash the bare address, some the padded one.
   * @default false
   */
  readonly padSourceAddr?: boolean | undefined;
}

/**
 * The AuthenticatorSource of a CONNECT, 16 octets: MD5 of Source_Addr, nine zero octets, the secret and the ten digits
 * of the Timestamp. CMPP 3.0 §8.4.1.1.
 * @throws `type`, `length`, `charset` or `range` when an input does not fit its field
 */
export function authenticatorSource(input: AuthenticatorSourceInput): Uint8Array {
  wantObject('CMPP_CONNECT', input);
  const address = addressOctets(input.sourceAddr, input.padSourceAddr ?? false);
  const secret = secretOctets('CMPP_CONNECT', input.secret);
  return md5(
    new ByteWriter(64)
      .octets(address)
      .octets(new Uint8Array(9))
      .octets(secret)
      .padded(timestampDigits(input.timestamp), 10)
      .bytes(),
  );
}

export interface AuthenticatorIsmgInput {
  /** As in the Status field of the same CONNECT_RESP. */
  readonly status: number;
  /** As in the CONNECT that is answered: 16 octets. */
  readonly authenticatorSource: Uint8Array;
  /** Text is taken as UTF-8. */
  readonly secret: string | Uint8Array;
  /** Status has 4 octets in 3.0 and 1 before. */
  readonly version: CmppVersion;
}

/**
 * The AuthenticatorISMG of a CONNECT_RESP, 16 octets: MD5 of Status as on the wire, the AuthenticatorSource and the
 * secret. A server that refuses the authentication sends zeros instead. CMPP 3.0 §8.4.1.2.
 * @throws `type`, `length` or `range` when an input does not fit its field
 */
export function authenticatorIsmg(input: AuthenticatorIsmgInput): Uint8Array {
  wantObject('CMPP_CONNECT_RESP', input);
  const { status, authenticatorSource: source } = input;
  const widest = input.version === '3.0' ? 0xffffffff : 0xff;
  if (!(Number.isInteger(status) && status >= 0 && status <= widest)) {
    throw valueError('range', 'CMPP_CONNECT_RESP.status', `${String(status)} is not an integer from 0 to ${widest}`);
  }
  wantOctets('CMPP_CONNECT.authenticatorSource', source);
  if (source.length !== DIGEST_OCTETS) {
    throw valueError(
      'length',
      'CMPP_CONNECT.authenticatorSource',
      `${source.length} octets, where ${DIGEST_OCTETS} belong`,
    );
  }
  const writer = new ByteWriter(64);
  if (input.version === '3.0') writer.u32(status);
  else writer.u8(status);
  return md5(writer.octets(source).octets(secretOctets('CMPP_CONNECT_RESP', input.secret)).bytes());
}

function addressOctets(address: string, pad: boolean): Uint8Array {
  wantText('CMPP_CONNECT.sourceAddr', address);
  if (address.length > SOURCE_ADDR_OCTETS) {
    const found = `${address.length} characters, where at most ${SOURCE_ADDR_OCTETS} fit`;
    throw valueError('length', 'CMPP_CONNECT.sourceAddr', found);
  }
  const octets = new Uint8Array(pad ? SOURCE_ADDR_OCTETS : address.length);
  if (writeLatin1(octets, 0, address) < 0) {
    throw valueError('charset', 'CMPP_CONNECT.sourceAddr', 'a character is NUL or not in Latin-1');
  }
  return octets;
}

function secretOctets(command: string, secret: string | Uint8Array): Uint8Array {
  wantSecret(`${command}.secret`, secret);
  return typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
}
