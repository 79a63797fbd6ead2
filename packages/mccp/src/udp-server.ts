import { answerOf, type ResponseCommand } from './commands.js';
import { encodeDatagram } from './datagram.js';
import type { Mccp } from './mccp.js';
import { isResponse, type MccpPdu, type MccpRequest } from './pdu.js';

export interface UdpServerOptions {
  /**
   * Milliseconds for which an answer is kept, to be sent again to whoever repeats the request. It should outlast every
   * re-send of the clients.
   * @default 60000
   */
  readonly rememberMs?: number;
  /**
   * Answers that are kept at most; the oldest go first.
   * @default 10000
   */
  readonly maxRemembered?: number;
  /**
   * Octets of answers, and of the requests they are known by, that are kept at most.
   * @default 16777216
   */
  readonly maxRememberedBytes?: number;
  /**
   * Requests that may await their answer at once; more are dropped, and their clients send them again.
   * @default 1000
   */
  readonly maxPending?: number;
}

/** A request to answer. */
export interface UdpRequest {
  readonly type: 'request';
  readonly request: MccpRequest;
  /** Who asks, as `receive` was told. */
  readonly peer: string;
  /** Tells this request from all others. */
  readonly key: string;
}

export type UdpServerOutput =
  | UdpRequest
  /** Send these bytes again: an answer to a request that was repeated. */
  | { readonly type: 'write'; readonly peer: string; readonly bytes: Uint8Array }
  /** A request that is not taken up, since `maxPending` are pending. */
  | { readonly type: 'dropped'; readonly peer: string; readonly request: MccpRequest }
  /** A response, which nobody asked for. */
  | { readonly type: 'unexpected'; readonly peer: string; readonly pdu: MccpPdu }
  | { readonly type: 'unparsed'; readonly peer: string; readonly bytes: Uint8Array; readonly error: unknown };

/** An answer without what the server knows: the command word and the trid follow from the request. */
export interface MccpAnswer {
  /** @default R… of the request as A… */
  readonly command?: ResponseCommand | undefined;
  /** @default '0' */
  readonly status?: string | undefined;
  readonly parameters?: readonly string[] | undefined;
}

interface Remembered {
  /** Undefined: the request was done with, without an answer. */
  readonly answer: Uint8Array | undefined;
  readonly size: number;
  readonly forgetAt: number;
}

/**
 * A server over UDP that opens no socket and sets no timer. A request that is repeated with the same octets by the same
 * peer is handed out once and gets its first answer again. MCCP §6.1.
 */
export interface UdpServer {
  receive(peer: string, datagram: Uint8Array, now: number): UdpServerOutput[];
  /**
   * The bytes to send to `request.peer`; none with `undefined`, which says that there is no answer.
   * @throws MccpError when the answer cannot be written; the request is then still pending
   */
  answer(request: UdpRequest, answer: MccpAnswer | undefined, now: number): Uint8Array | undefined;
  /** Leaves a request without an answer, and takes it for a new one should it come again. */
  abandon(request: UdpRequest): void;
  /** How many requests await their answer, and how many answers are kept, after those due by `now` were forgotten. */
  counts(now: number): { pending: number; remembered: number };
}

export function udpServer(codec: Mccp, options: UdpServerOptions = {}): UdpServer {
  const { rememberMs = 60_000, maxRemembered = 10_000, maxRememberedBytes = 2 ** 24, maxPending = 1000 } = options;
  const pending = new Set<string>();
  // In the order in which they were answered, which is the order in which they are forgotten.
  const remembered = new Map<string, Remembered>();
  let rememberedBytes = 0;

  const forget = (now: number): void => {
    for (const [key, { size, forgetAt }] of remembered) {
      if (forgetAt > now && remembered.size <= maxRemembered && rememberedBytes <= maxRememberedBytes) break;
      remembered.delete(key);
      rememberedBytes -= size;
    }
  };

  const takeUp = (peer: string, bytes: Uint8Array): UdpServerOutput[] => {
    let request: MccpPdu;
    try {
      request = codec.decode(bytes);
    } catch (error) {
      return [{ type: 'unparsed', peer, bytes, error }];
    }
    if (isResponse(request)) return [{ type: 'unexpected', peer, pdu: request }];
    // By the whole line: a client that began anew may use a trid again, for another request.
    const key = JSON.stringify([peer, request.command, request.trid, request.parameters]);
    const known = remembered.get(key);
    if (known !== undefined) return known.answer === undefined ? [] : [{ type: 'write', peer, bytes: known.answer }];
    if (pending.has(key)) return [];
    if (pending.size >= maxPending) return [{ type: 'dropped', peer, request }];
    pending.add(key);
    return [{ type: 'request', peer, request, key }];
  };

  return {
    receive(peer, datagram, now) {
      forget(now);
      return codec.split(datagram).flatMap((bytes) => takeUp(peer, bytes));
    },
    answer({ key, request }, answer, now) {
      const { trid } = request;
      const bytes =
        answer &&
        encodeDatagram(codec, {
          command: answer.command ?? answerOf(request.command),
          trid,
          status: answer.status,
          parameters: answer.parameters,
        });
      if (pending.delete(key)) {
        const size = 2 * key.length + (bytes?.length ?? 0);
        remembered.set(key, { answer: bytes, size, forgetAt: now + rememberMs });
        rememberedBytes += size;
        forget(now);
      }
      return bytes;
    },
    abandon: ({ key }) => {
      pending.delete(key);
    },
    counts(now) {
      forget(now);
      return { pending: pending.size, remembered: remembered.size };
    },
  };
}
