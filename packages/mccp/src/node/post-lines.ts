import type { Mccp } from '../mccp.js';
import type { MccpInput, MccpPdu } from '../pdu.js';
import { fetchBody, type HttpOptions } from './http-body.js';

/** Commands as the body of a POST, and those of the reply. */
export async function postLines(
  address: string | URL,
  pdus: readonly MccpInput[],
  codec: Mccp,
  headers: Record<string, string>,
  options: HttpOptions,
): Promise<MccpPdu[]> {
  const body = codec.encodeAll(pdus);
  const init = { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body } as const;
  const { bytes } = await fetchBody(address, init, options);
  return codec.decodeAll(bytes);
}
