import net from 'node:net';
import tls from 'node:tls';
import { SessionError, sentence } from '../errors.js';
import type { Handlers, HandlersFor, Known } from '../handlers.js';
import { Link, type LinkOptions } from '../link.js';
import { shareOptions } from '../options.js';
import type { Protocol } from '../protocol.js';
import { SocketWire } from './socket-wire.js';

export interface ListenOptions extends LinkOptions {
  /** 0 for any that is free. @default 0 */
  readonly port?: number | undefined;
  /** The address to listen at. @default all of them */
  readonly host?: string | undefined;
  /** Key, certificate and what else Node's `tls.createServer` takes. */
  readonly tls?: tls.TlsOptions | undefined;
  /** Connections at once; more are closed as they come. @default Infinity */
  readonly maxLinks?: number | undefined;
  /** Told what went wrong with a connection that never became a link. The server goes on. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

export interface Server<P extends Protocol = Protocol> {
  readonly port: number;
  readonly links: ReadonlySet<Link<P>>;
  /** Accepts no more, closes every link in good order, and resolves when all is closed. */
  close(): Promise<void>;
}

/**
 * Listens, and makes a link of every connection. `accept` gives the handlers of a new link; undefined denies it.
 * @throws (as a rejection) SessionError `connect` where the port cannot be had, or `option`
 */
export async function listen<P extends Protocol>(
  options: ListenOptions,
  protocol: P,
  accept: Known<P, (link: Link<P>) => Handlers<P> | undefined>,
): Promise<Server<P>> {
  const shared = shareOptions(protocol.defaults, options);
  const links = new Set<Link<P>>();
  const report = (error: unknown): void => options.onError?.(error);
  // Functions and sets of the server, not of each connection: there may be many thousands.
  const byStream = new Map<net.Socket, Link<P>>();
  const forget = function (this: net.Socket): void {
    links.delete(byStream.get(this) as Link<P>);
    byStream.delete(this);
  };

  const welcome = (socket: net.Socket): void => {
    try {
      const make = (link: Link<P>): Handlers<P> => accept(link) ?? deny(link.remote);
      const link = new Link(new SocketWire(socket), protocol, make as HandlersFor<P>, shared);
      links.add(link);
      byStream.set(socket, link);
      socket.on('close', forget);
    } catch (error) {
      socket.destroy();
      report(error);
    }
  };

  // A handshake that hangs holds a connection as a missing bind does; Node alone would wait two minutes.
  const server = options.tls
    ? tls.createServer({ handshakeTimeout: 10_000, ...options.tls, allowHalfOpen: true }, welcome)
    : net.createServer({ allowHalfOpen: true }, welcome);
  if (options.maxLinks !== undefined) server.maxConnections = options.maxLinks;
  const carriers = new Set<net.Socket>();
  const drop = function (this: net.Socket): void {
    carriers.delete(this);
  };
  // Under TLS a connection is no link before its handshake is done, and must not outlive the server either.
  if (options.tls) server.on('connection', (socket) => void carriers.add(socket.on('close', drop)));
  server.on('tlsClientError', report);
  server.on('drop', () => report(new SessionError('connect', `refused: ${options.maxLinks} connections are open`)));

  await bound(server, options);
  server.on('error', report);
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await Promise.all([...links].map((link) => link.close()));
    for (const socket of carriers) socket.destroy();
    await closed;
  };
  return {
    port: (server.address() as net.AddressInfo).port,
    links,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function deny(remote: string): never {
  throw new SessionError('connect', `${remote} was denied`);
}

function bound(server: net.Server, { host, port = 0 }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (cause: unknown): void => {
      reject(new SessionError('connect', `port ${port} cannot be listened at: ${sentence(cause)}`, { cause }));
    };
    server.once('error', failed);
    try {
      server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
        server.removeListener('error', failed);
        resolve();
      });
    } catch (cause) {
      failed(cause);
    }
  });
}
