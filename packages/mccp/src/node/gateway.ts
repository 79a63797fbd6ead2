import { MccpExchangeError } from '../exchange-error.js';
import type { Mccp } from '../mccp.js';
import { isResponse, type MccpInput, type MccpPdu, type MccpResponse } from '../pdu.js';
import type { HttpOptions } from './http-body.js';
import { postLines } from './post-lines.js';

export interface GatewayOptions {
  /** A session to go on with; otherwise the first AAP brings one. */
  readonly sessionId?: string;
  /** The trid of the first request. @default 1 */
  readonly firstTrid?: number;
  /**
   * Where a successful AAP carries the session id: the description says that it does, and not where.
   * @default its first parameter
   */
  readonly sessionIdOf?: (aap: MccpResponse) => string | undefined;
}

export interface GatewayReply {
  /** What was sent, the requests as they were numbered. */
  readonly sent: MccpInput[];
  /** Every command of the reply in order: responses, and requests of the server to answer in a later exchange. */
  readonly received: MccpPdu[];
}

/** A session with a gateway or registration server over HTTP. MCCP §1.2.2. */
export interface Gateway {
  /** What the next exchange carries in its header field `SessionID`. */
  sessionId: string | undefined;
  /**
   * Sends commands in one HTTP request. Requests are numbered anew; responses keep the trid of what they answer.
   * @throws MccpExchangeError, `session_id` when an AAP brings one that no header field can hold; MccpError when a
   * command cannot be written or the reply does not decode; the signal's reason
   */
  exchange(pdus: readonly MccpInput[], options?: HttpOptions): Promise<GatewayReply>;
}

export function openGateway(address: string | URL, codec: Mccp, options: GatewayOptions = {}): Gateway {
  const { sessionIdOf = (aap) => aap.parameters[0] } = options;
  let nextTrid = options.firstTrid ?? codec.firstNumber;

  const numbered = (pdu: MccpInput): MccpInput => {
    if (codec.kind(pdu) === 'response') return pdu;
    const trid = nextTrid;
    nextTrid = codec.nextNumber(trid);
    return { ...pdu, trid };
  };

  const gateway: Gateway = {
    sessionId: options.sessionId,
    async exchange(pdus, httpOptions = {}) {
      const sent = pdus.map(numbered);
      const session: Record<string, string> = gateway.sessionId === undefined ? {} : { SessionID: gateway.sessionId };
      const received = await postLines(address, sent, codec, session, httpOptions);
      for (const pdu of received) {
        if (isResponse(pdu) && pdu.command === 'AAP' && pdu.status === '0') {
          gateway.sessionId = fieldValue(sessionIdOf(pdu)) ?? gateway.sessionId;
        }
      }
      return { sent, received };
    },
  };
  return gateway;
}

// An unescaped CR and LF would add header fields of the peer's choice.
function fieldValue(sessionId: string | undefined): string | undefined {
  if (sessionId === undefined || /^[!-~]+$/.test(sessionId)) return sessionId;
  throw new MccpExchangeError('session_id', 'the session id of AAP is not visible ASCII, as a header field has it');
}
