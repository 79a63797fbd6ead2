import net from 'node:net';
import tls from 'node:tls';
import type { Signal } from '../calls.js';
import { systemClock } from '../clock.js';
import { SessionError, sentence } from '../errors.js';
import type { HandlersFor } from '../handlers.js';
import { Link, type LinkOptions } from '../link.js';
import { resolveOptions } from '../options.js';
import type { Protocol } from '../protocol.js';
import { SocketWire } from './socket-wire.js';

export interface ConnectOptions extends LinkOptions {
  /** @default 'localhost' */
  readonly host?: string | undefined;
  readonly port: number;
  /** True, or how: certificates, the name to verify. The peer's certificate is verified unless this says otherwise. */
  readonly tls?: boolean | tls.ConnectionOptions | undefined;
  /** Milliseconds for name, connection and TLS handshake; 0 or Infinity for no limit. @default 10000 */
  readonly connectTimeoutMs?: number | undefined;
  /** Gives the attempt up; of no effect once connected. */
  readonly signal?: Signal | undefined;
  /** Anything else Node's `net.connect` takes, such as `localAddress`, `family` or `lookup`. */
  readonly socket?: Omit<net.TcpNetConnectOpts, 'host' | 'port' | 'allowHalfOpen'> | undefined;
}

/**
 * Connects and gives the link; it opens nothing by itself: bind, or whatever the protocol asks for, comes next.
 * @throws (as a rejection) SessionError `connect` or `option`
 */
export async function connect<P extends Protocol>(
  options: ConnectOptions,
  protocol: P,
  handlers?: HandlersFor<P>,
): Promise<Link<P>> {
  resolveOptions(protocol.defaults, options);
  const socket = await open(options);
  try {
    return new Link(new SocketWire(socket), protocol, handlers, options);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function open(options: ConnectOptions): Promise<net.Socket> {
  const { host = 'localhost', port, signal, clock = systemClock, connectTimeoutMs = 10_000 } = options;
  return new Promise((resolve, reject) => {
    let socket: net.Socket | undefined;
    const ready = options.tls ? 'secureConnect' : 'connect';
    const release = (): void => {
      clock.cancel(timer);
      signal?.removeEventListener('abort', onAbort);
      socket?.off(ready, onReady).off('error', onError).off('close', onClose);
    };
    const fail = (why: string, cause?: unknown): void => {
      release();
      // What a socket says while it is being thrown away concerns nobody.
      socket?.on('error', () => {}).destroy();
      reject(new SessionError('connect', `${host}:${port}: ${why}`, { cause }));
    };
    const onReady = (): void => {
      release();
      resolve(socket as net.Socket);
    };
    const onError = (cause: unknown): void => fail(sentence(cause), cause);
    const onClose = (): void => fail('the peer closed the connection');
    const onAbort = (): void => fail('given up by its signal', signal?.reason);
    const timer =
      connectTimeoutMs > 0 && connectTimeoutMs < Number.POSITIVE_INFINITY
        ? clock.after(connectTimeoutMs, () => fail(`no connection within ${connectTimeoutMs} ms`), undefined)
        : undefined;
    if (signal?.aborted === true) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort);
    try {
      socket = dial(options, host);
    } catch (cause) {
      fail(sentence(cause), cause);
      return;
    }
    socket.once(ready, onReady).once('error', onError).once('close', onClose);
  });
}

function dial({ port, socket, tls: secure }: ConnectOptions, host: string): net.Socket {
  const where = { ...socket, host, port, allowHalfOpen: true };
  if (!secure) return net.connect(where);
  // Node offers no server name of itself; many servers choose their certificate by it.
  const named = net.isIP(host) === 0 ? { servername: host } : {};
  return tls.connect({ ...where, ...named, ...(secure === true ? {} : secure) });
}
