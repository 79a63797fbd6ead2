import { MccpExchangeError } from '../exchange-error.js';
import type { Mccp } from '../mccp.js';
import type { MccpRequest, MccpRequestInput, MccpResponse } from '../pdu.js';
import { type UdpClientOptions, type UdpClientOutput, type UdpWrite, udpClient } from '../udp-client.js';
import { type Clock, systemClock } from './clock.js';
import { closed, ready, socketFor } from './udp-socket.js';

export interface ConnectUdpOptions extends UdpClientOptions {
  /** A name or an address. */
  readonly host: string;
  readonly port: number;
  readonly clock?: Clock;
}

export interface UdpLinkHandlers {
  /** Told of what belongs to no request: late responses, requests, lines that do not decode. */
  readonly onStray?: (output: Extract<UdpClientOutput, { type: 'unexpected' | 'unparsed' }>) => void;
  /** Told of the socket's errors. They end nothing: what was lost is sent again. */
  readonly onError?: (error: unknown) => void;
}

/** A client's end of an exchange over UDP. */
export interface UdpLink {
  /**
   * Sends a request, again and again if need be, and resolves to its response, whatever the status.
   * Rejects with MccpExchangeError `timeout`, `closed`, `window_full` or `kind`, with MccpError when the request cannot
   * be written, and with the signal's reason when that is aborted.
   */
  request(request: MccpRequestInput, options?: { signal?: AbortSignal }): Promise<MccpResponse>;
  /**
   * Sends a notice once; nobody answers it.
   * @throws MccpExchangeError `closed` or `kind`; MccpError when it cannot be written
   */
  notify(notice: MccpRequestInput): void;
  /** Closes the socket; requests that are outstanding reject with `closed`. */
  close(): Promise<void>;
}

interface Settle {
  resolve(response: MccpResponse): void;
  reject(reason: unknown): void;
}

/**
 * A socket that takes datagrams of one server only. MCCP §6.1.
 * @throws MccpExchangeError `network`
 */
export async function connectUdp(
  { host, port, clock = systemClock, ...options }: ConnectUdpOptions,
  codec: Mccp,
  { onStray, onError }: UdpLinkHandlers = {},
): Promise<UdpLink> {
  const client = udpClient(codec, options);
  const { socket, address } = await socketFor(host);
  socket.connect(port, address);
  await ready(socket, 'connect', `use UDP to ${host}:${port}`);

  const waiting = new Map<number, Settle>();
  let timer: unknown;
  let closing: Promise<void> | undefined;

  const follow = (outputs: readonly UdpClientOutput[]): void => {
    for (const output of outputs) {
      if (output.type === 'write') socket.send(output.bytes, (error) => error && onError?.(error));
      else if (output.type === 'response') take(output.request)?.resolve(output.response);
      else if (output.type === 'failed') take(output.request)?.reject(failure(output, host));
      else onStray?.(output);
    }
    // One timer for all; it is set again when it fires too early.
    clock.cancel(timer);
    const next = client.nextTime();
    timer = next === undefined ? undefined : clock.after(next - clock.now(), tick, undefined);
  };
  const tick = (): void => follow(client.tick(clock.now()));
  const take = ({ trid }: MccpRequest): Settle | undefined => {
    const settle = waiting.get(trid);
    waiting.delete(trid);
    return settle;
  };

  socket.on('message', (datagram) => follow(client.receive(datagram)));
  // A port that is not served answers by ICMP, which Node reports here; the server may yet come up.
  socket.on('error', (error) => onError?.(error));

  const send = (pdu: MccpRequestInput, kind: 'request' | 'notice'): UdpWrite => {
    if (closing !== undefined) throw new MccpExchangeError('closed', 'the link is closed');
    if (codec.kind(pdu) !== kind) throw new MccpExchangeError('kind', `${pdu.command} is no ${kind}`);
    return client.send(pdu, clock.now());
  };

  return {
    async request(request, { signal } = {}) {
      signal?.throwIfAborted();
      const write = send(request, 'request');
      const { trid } = write.request;
      const response = new Promise<MccpResponse>((resolve, reject) => waiting.set(trid, { resolve, reject }));
      const abort = (): void => {
        waiting.get(trid)?.reject(signal?.reason);
        waiting.delete(trid);
        follow(client.cancel(trid));
      };
      signal?.addEventListener('abort', abort, { once: true });
      follow([write]);
      return response.finally(() => signal?.removeEventListener('abort', abort));
    },
    notify(notice) {
      follow([send(notice, 'notice')]);
    },
    close() {
      if (closing === undefined) {
        closing = closed(socket);
        follow(client.close());
      }
      return closing;
    },
  };
}

function failure({ request, why }: Extract<UdpClientOutput, { type: 'failed' }>, host: string): MccpExchangeError {
  const what = `${request.command} ${request.trid}`;
  return why === 'timeout'
    ? new MccpExchangeError('timeout', `${what}: no response from ${host}, however often it was sent`)
    : new MccpExchangeError('closed', `${what}: the link was closed before its response came`);
}
