import type { AddressInfo } from 'node:net';
import type { Mccp } from '../mccp.js';
import type { MccpRequest } from '../pdu.js';
import {
  type MccpAnswer,
  type UdpRequest,
  type UdpServerOptions,
  type UdpServerOutput,
  udpServer,
} from '../udp-server.js';
import { type Clock, systemClock } from './clock.js';
import { closed, ready, socketFor } from './udp-socket.js';

export interface ListenUdpOptions extends UdpServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /**
   * The address to listen on.
   * @default '0.0.0.0'
   */
  readonly host?: string;
  readonly clock?: Clock;
}

export interface UdpPeer {
  readonly address: string;
  readonly port: number;
}

export interface UdpListenHandlers {
  /**
   * Gives the answer to a request, or undefined where there is none. A repeated request does not come here again. When
   * it throws, nothing is sent, and the request comes again should the client repeat it.
   */
  readonly onRequest: (request: MccpRequest, peer: UdpPeer) => MccpAnswer | undefined | Promise<MccpAnswer | undefined>;
  /** Told of what is no request: responses, lines that do not decode, and requests dropped under load. */
  readonly onStray?: (output: Exclude<UdpServerOutput, { type: 'request' | 'write' }>) => void;
  /** Told of errors of the socket and of `onRequest`. They end nothing. */
  readonly onError?: (error: unknown) => void;
}

export interface UdpListener {
  readonly address: string;
  readonly port: number;
  /** Closes the socket; what is answered after that goes nowhere. */
  close(): Promise<void>;
}

/**
 * A server over UDP. MCCP §6.1.
 * @throws MccpExchangeError `network` when the port cannot be had
 */
export async function listenUdp(
  { port, host = '0.0.0.0', clock = systemClock, ...options }: ListenUdpOptions,
  codec: Mccp,
  { onRequest, onStray, onError }: UdpListenHandlers,
): Promise<UdpListener> {
  const server = udpServer(codec, options);
  const { socket, address } = await socketFor(host);
  socket.bind(port, address);
  await ready(socket, 'listening', `listen on ${host}:${port}`);
  let closing: Promise<void> | undefined;

  const send = (bytes: Uint8Array, peer: UdpPeer): void => {
    if (closing === undefined) socket.send(bytes, peer.port, peer.address, (error) => error && onError?.(error));
  };
  const serve = async (request: UdpRequest, peer: UdpPeer): Promise<void> => {
    try {
      const bytes = server.answer(request, await onRequest(request.request, peer), clock.now());
      if (bytes !== undefined) send(bytes, peer);
    } catch (error) {
      server.abandon(request);
      onError?.(error);
    }
  };

  socket.on('message', (datagram, { address, port }) => {
    const peer: UdpPeer = { address, port };
    for (const output of server.receive(`${address} ${port}`, datagram, clock.now())) {
      if (output.type === 'request') void serve(output, peer);
      else if (output.type === 'write') send(output.bytes, peer);
      else onStray?.(output);
    }
  });
  socket.on('error', (error) => onError?.(error));

  const bound: AddressInfo = socket.address();
  return {
    address: bound.address,
    port: bound.port,
    close() {
      closing ??= closed(socket);
      return closing;
    },
  };
}
