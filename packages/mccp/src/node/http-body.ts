import { MccpExchangeError } from '../exchange-error.js';

/** What the protocol lets a file or a voice message have (MCCP §1.2.3.4): 2 MiB. */
const maxBodyOctets = 2_097_152;

export interface HttpOptions {
  /** Aborts the exchange; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Header fields to send besides. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Octets of the reply at most, counted as they come and after decompression.
   * @default 2097152
   */
  readonly maxBytes?: number | undefined;
}

export interface HttpReply {
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * One request over http or https and the whole of its reply.
 * @throws MccpExchangeError `address`, `network`, `http_status` or `size`, or the signal's reason
 */
export async function fetchBody(
  address: string | URL,
  init: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: Uint8Array<ArrayBuffer> },
  { signal, headers, maxBytes = maxBodyOctets }: HttpOptions,
): Promise<HttpReply> {
  const url = webAddress(address);
  try {
    const reply = await fetch(url, { ...init, headers: { ...init.headers, ...headers }, signal: signal ?? null });
    const bytes = await take(reply, url, maxBytes);
    return { headers: reply.headers, bytes };
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof MccpExchangeError) throw cause;
    throw new MccpExchangeError('network', `${url.origin} cannot be reached or broke off`, { cause });
  }
}

// An address may come from the peer, and fetch would read data: and blob: ones too.
function webAddress(address: string | URL): URL {
  const url = URL.canParse(String(address)) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new MccpExchangeError('address', 'an address of http or https is wanted');
  }
  return url;
}

async function take(reply: Response, url: URL, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const refuse = async (error: MccpExchangeError): Promise<never> => {
    await reply.body?.cancel();
    throw error;
  };
  if (!reply.ok) {
    const message = `${url.origin} replied with HTTP status ${reply.status}`;
    return refuse(new MccpExchangeError('http_status', message, { httpStatus: reply.status }));
  }
  const tooLarge = () => new MccpExchangeError('size', `the reply of ${url.origin} passes ${maxBytes} octets`);
  if (Number(reply.headers.get('content-length')) > maxBytes) return refuse(tooLarge());

  let bytes = new Uint8Array(Math.min(maxBytes, 4096));
  let length = 0;
  const reader = reply.body?.getReader();
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    if (piece.value.length > maxBytes - length) {
      await reader?.cancel();
      throw tooLarge();
    }
    if (piece.value.length > bytes.length - length) {
      const grown = new Uint8Array(Math.min(maxBytes, 2 * (length + piece.value.length)));
      grown.set(bytes);
      bytes = grown;
    }
    bytes.set(piece.value, length);
    length += piece.value.length;
  }
  return bytes.slice(0, length);
}
