import { fetchBody, type HttpOptions } from './http-body.js';

export interface Media {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The reply's Content-Type. */
  readonly contentType: string | undefined;
}

/**
 * Fetches media from the address that an earlier response carried, over http or https. MCCP §6.2.
 * @throws MccpExchangeError, `size` as soon as the reply passes `maxBytes`; the signal's reason
 */
export async function fetchMedia(address: string | URL, options: HttpOptions = {}): Promise<Media> {
  const { bytes, headers } = await fetchBody(address, { method: 'GET', headers: { connection: 'close' } }, options);
  return { bytes, contentType: headers.get('content-type') ?? undefined };
}
