import { encodeDatagram } from './datagram.js';
import { MccpExchangeError } from './exchange-error.js';
import type { Mccp } from './mccp.js';
import { isResponse, type MccpPdu, type MccpRequest, type MccpRequestInput, type MccpResponse } from './pdu.js';

export interface UdpClientOptions {
  /**
   * Milliseconds from sending a request to sending it again, or to giving it up.
   * @default 5000
   */
  readonly responseTimeoutMs?: number;
  /**
   * How often a request is sent again.
   * @default 3
   */
  readonly maxResends?: number;
  /**
   * Requests that may await their response at once.
   * @default 1000
   */
  readonly maxOutstanding?: number;
  /**
   * The trid of the first request. One that goes on where an earlier client stopped keeps late answers apart.
   * @default 1
   */
  readonly firstTrid?: number;
}

/** Send these bytes, as one datagram. */
export interface UdpWrite {
  readonly type: 'write';
  readonly bytes: Uint8Array;
  /** The request as it was numbered. */
  readonly request: MccpRequest;
  /** 1 for the first time; the bytes are the same each time. */
  readonly attempt: number;
}

/** What a client over UDP says. Each request that is not a notice ends in one `response` or one `failed`. */
export type UdpClientOutput =
  | UdpWrite
  | { readonly type: 'response'; readonly response: MccpResponse; readonly request: MccpRequest }
  | { readonly type: 'failed'; readonly why: 'timeout' | 'cancelled' | 'closed'; readonly request: MccpRequest }
  /** A late or repeated response, one to nothing that was asked, or a request. */
  | { readonly type: 'unexpected'; readonly pdu: MccpPdu }
  | { readonly type: 'unparsed'; readonly bytes: Uint8Array; readonly error: unknown };

interface Outstanding {
  readonly request: MccpRequest;
  readonly bytes: Uint8Array;
  attempt: number;
  dueAt: number;
}

/**
 * A client over UDP that opens no socket and sets no timer: it is told what comes and the time (`now`, milliseconds of
 * any clock that does not go back), and says what is to be sent and what became of each request. MCCP §6.1.
 */
export interface UdpClient {
  /**
   * Numbers a request and says what to send. A notice (see `notices`) is then done with.
   * @throws MccpExchangeError `window_full`, or `kind` for a response; MccpError when it cannot be written
   */
  send(request: MccpRequestInput, now: number): UdpWrite;
  receive(datagram: Uint8Array): UdpClientOutput[];
  tick(now: number): UdpClientOutput[];
  /** When `tick` is next due; undefined while nothing is outstanding. */
  nextTime(): number | undefined;
  /** Gives up one request. Nothing happens when it has ended already. */
  cancel(trid: number): UdpClientOutput[];
  /** Gives up every request. */
  close(): UdpClientOutput[];
}

export function udpClient(codec: Mccp, options: UdpClientOptions = {}): UdpClient {
  const { responseTimeoutMs = 5000, maxResends = 3, maxOutstanding = 1000 } = options;
  // In the order in which they fall due: the timeout is one for all, and who is sent again goes to the end.
  const outstanding = new Map<number, Outstanding>();
  let nextTrid = options.firstTrid ?? codec.firstNumber;

  const transmit = (one: Outstanding, now: number): UdpWrite => {
    one.attempt++;
    one.dueAt = now + responseTimeoutMs;
    outstanding.delete(one.request.trid);
    outstanding.set(one.request.trid, one);
    return { type: 'write', bytes: one.bytes, request: one.request, attempt: one.attempt };
  };

  const settle = (pdu: MccpPdu): UdpClientOutput => {
    const one = outstanding.get(pdu.trid);
    if (one === undefined || !isResponse(pdu) || codec.answers(pdu, one.request) !== 'yes') {
      return { type: 'unexpected', pdu };
    }
    outstanding.delete(pdu.trid);
    return { type: 'response', response: pdu, request: one.request };
  };

  const giveUp = (one: Outstanding, why: 'timeout' | 'cancelled' | 'closed'): UdpClientOutput => {
    outstanding.delete(one.request.trid);
    return { type: 'failed', why, request: one.request };
  };

  return {
    send({ command, parameters = [] }, now) {
      const kind = codec.kind({ command });
      if (kind === 'response') throw new MccpExchangeError('kind', `${command} is a response; a client asks`);
      if (kind === 'request' && outstanding.size >= maxOutstanding) {
        throw new MccpExchangeError('window_full', `${command}: ${outstanding.size} requests are outstanding`);
      }
      while (outstanding.has(nextTrid)) nextTrid = codec.nextNumber(nextTrid);
      const request: MccpRequest = { command, trid: nextTrid, parameters: [...parameters] };
      const bytes = encodeDatagram(codec, request);
      nextTrid = codec.nextNumber(nextTrid);
      if (kind === 'notice') return { type: 'write', bytes, request, attempt: 1 };
      return transmit({ request, bytes, attempt: 0, dueAt: now }, now);
    },
    receive: (datagram) =>
      codec.split(datagram).map((bytes) => {
        let pdu: MccpPdu;
        try {
          pdu = codec.decode(bytes);
        } catch (error) {
          return { type: 'unparsed', bytes, error };
        }
        return settle(pdu);
      }),
    tick(now) {
      const outputs: UdpClientOutput[] = [];
      for (const one of outstanding.values()) {
        if (one.dueAt > now) break;
        outputs.push(one.attempt > maxResends ? giveUp(one, 'timeout') : transmit(one, now));
      }
      return outputs;
    },
    nextTime: () => outstanding.values().next().value?.dueAt,
    cancel(trid) {
      const one = outstanding.get(trid);
      return one === undefined ? [] : [giveUp(one, 'cancelled')];
    },
    close: () => [...outstanding.values()].map((one) => giveUp(one, 'closed')),
  };
}
