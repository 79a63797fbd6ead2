import { EventEmitter, once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import nodeSmpp from 'smpp';

/** A PDU of the npm package `smpp`: its fields under the standard's names. */
export interface PeerPdu {
  readonly command: string;
  readonly command_status: number;
  readonly sequence_number: number;
  readonly [field: string]: unknown;
  response(fields?: object): PeerPdu;
}

export interface PeerSession extends EventEmitter {
  sequence: number;
  send(pdu: PeerPdu): boolean;
  close(): void;
  destroy(): void;
}

/** What it has beside its codec. */
interface Sessions {
  connect(options: { host: string; port: number }): PeerSession;
  createServer(listener: (session: PeerSession) => void): Server;
}

const sessions = nodeSmpp as unknown as Sessions;

/** A request of its: the response, whatever its status. */
export function ask(session: PeerSession, command: string, fields: object = {}): Promise<PeerPdu> {
  const send = (session as unknown as Record<string, (fields: object, done: (pdu: PeerPdu) => void) => void>)[command];
  return new Promise((resolve) => send?.call(session, fields, resolve));
}

/** Answers what comes as an application of its would, which it leaves to the application altogether. */
export function answering(session: PeerSession, fields: (pdu: PeerPdu) => object = () => ({})): PeerPdu[] {
  const seen: PeerPdu[] = [];
  session.on('error', () => {});
  session.on('pdu', (pdu: PeerPdu) => {
    if (pdu.command.endsWith('_resp') || pdu.command === 'generic_nack') return;
    seen.push(pdu);
    session.send(pdu.response(fields(pdu)));
    if (pdu.command === 'unbind') session.close();
  });
  return seen;
}

export async function connectPeer(port: number): Promise<PeerSession> {
  const session = sessions.connect({ host: '127.0.0.1', port });
  await once(session, 'connect');
  return session;
}

export interface PeerServer {
  readonly port: number;
  /** The first session. */
  readonly session: Promise<PeerSession>;
  close(): void;
}

/** A message centre of its, which does with each session what it is told. */
export async function listenPeer(welcome: (session: PeerSession) => void): Promise<PeerServer> {
  const events = new EventEmitter();
  const open: PeerSession[] = [];
  const server = sessions.createServer((session) => {
    open.push(session);
    welcome(session);
    events.emit('session', session);
  });
  const first = once(events, 'session').then(([session]) => session as PeerSession);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    session: first,
    close: () => {
      for (const session of open) session.destroy();
      server.close();
    },
  };
}

/** Does it `count` times, no more than `width` at once. */
export async function windowed<T>(count: number, width: number, run: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) results[index] = await run(index);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
