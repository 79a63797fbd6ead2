import { MccpExchangeError } from '../exchange-error.js';
import type { Mccp } from '../mccp.js';
import { isResponse, type MccpRequestInput, type MccpResponse } from '../pdu.js';
import type { HttpOptions } from './http-body.js';
import { postLines } from './post-lines.js';

/**
 * Asks the dispatch server: one command, one response, and the connection is closed. MCCP §1.2.1.
 * Resolves to the response whatever its status.
 * @throws MccpExchangeError, `unanswered` when the reply holds no response to the request; MccpError when the request
 * cannot be written or the reply does not decode; the signal's reason
 */
export async function queryDispatch(
  address: string | URL,
  request: MccpRequestInput,
  codec: Mccp,
  options: HttpOptions = {},
): Promise<MccpResponse> {
  const numbered = { ...request, trid: request.trid ?? codec.firstNumber };
  const received = await postLines(address, [numbered], codec, { connection: 'close' }, options);
  for (const pdu of received) {
    if (isResponse(pdu) && pdu.trid === numbered.trid && codec.answers(pdu, numbered) === 'yes') return pdu;
  }
  throw new MccpExchangeError('unanswered', `the reply holds no response to ${request.command} ${numbered.trid}`);
}
