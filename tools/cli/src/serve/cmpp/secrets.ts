import { authenticatorIsmg, type CmppVersion, connectResponse, versionOf } from '@smswire/cmpp';
import type { Received, Sent } from '../../cmpp/codec.js';
import { Failure } from '../../failure.js';

/** Answers a CONNECT: Status 0 lets the SP in. */
export type Admission = (connect: Received<'CMPP_CONNECT'>, highest: CmppVersion) => Sent<'CMPP_CONNECT_RESP'>;

/** The Status of a wrong digest. */
const AUTHENTICATION = 3;

/**
 * Those who may connect: the n-th secret belongs to the n-th Source_Addr. Without any everybody may, whatever the
 * digest, and is answered as if the secret were empty.
 * @throws Failure unless each address has its secret
 */
export function admission(sourceAddrs: readonly string[] = [], secrets: readonly string[] = []): Admission {
  if (secrets.length !== sourceAddrs.length) throw new Failure('each --source-addr needs its --secret');
  const known = new Map(sourceAddrs.map((sourceAddr, index) => [sourceAddr, secrets[index]]));
  return (connect, highest) => {
    const secret = known.size === 0 ? '' : known.get(connect.sourceAddr);
    const response = connectResponse(connect, { secret, now: new Date(), highest });
    const version = versionOf(connect.version);
    if (known.size > 0 || response.status !== AUTHENTICATION || version === undefined) return response;
    const { authenticatorSource } = connect;
    const digest = authenticatorIsmg({ status: 0, authenticatorSource, secret: '', version });
    return { ...response, status: 0, authenticatorIsmg: digest };
  };
}
