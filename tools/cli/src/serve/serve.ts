import type { CloseReason, Protocol, SendOf } from '@smswire/session';
import { type Server as Listening, listen } from '@smswire/session/node';
import { Failure } from '../failure.js';
import { toPlain } from '../json.js';
import { certificatesOf, keyOf } from '../pem.js';
import { aborted, stopSignal } from '../stop.js';
import type { Talked } from '../talked.js';
import { type Form, type Traffic, traffic } from '../traffic.js';
import type { Server, ServerOptions } from './server.js';

/** Where and how to serve. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly form: Form;
  /** Files of a key and a certificate. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
}

/** Makes the server that talks by `codec`. */
export type Serving<P extends Protocol> = (codec: P, onLost: NonNullable<ServerOptions<P>['onLost']>) => Server<P>;

/** Handlers at work on each link: answers that are delayed must not hold up others. */
const CONCURRENCY = 1000;
/** After a signal. */
const PATIENCE = 5000;

/** `smswire serve`: a message centre or a gateway until a signal comes. Gives the exit code. */
export async function serve<P extends Protocol>(place: Place, talked: Talked<P>, serving: Serving<P>): Promise<number> {
  const stop = stopSignal();
  const shown = traffic(place.form, talked);
  const centre = serving(shown.talked.codec, (pdu: SendOf<P>, why, number) => {
    const text = `lost ${talked.summary(pdu, number)}: ${why}`;
    const numbered = { ...pdu, ...(number !== undefined && { [talked.number]: number }) };
    shown.say(text, { type: 'lost', pdu: toPlain(numbered), message: why }, 'aside');
  });
  const server = await opened(place, shown, centre);
  const { host, tls } = place;
  const { port } = server;
  shown.say(`listening on ${host.includes(':') ? `[${host}]` : host}:${port}`, {
    type: 'listening',
    host,
    port,
    tls: tls !== undefined,
  });

  await aborted(stop);
  shown.say(`${String(stop.reason)}: taking leave`, { type: 'stopping', signal: stop.reason }, 'aside');
  const left = centre.stop();
  await server.close();
  if (left > 0) shown.say(`${left} messages were still on their way`, { type: 'left', messages: left }, 'aside');
  return 0;
}

async function opened<P extends Protocol>(
  { host, port, tls }: Place,
  shown: Traffic<P>,
  centre: Server<P>,
): Promise<Listening<P>> {
  const secure = tls && { key: keyOf('--tls-key', tls.key), cert: certificatesOf('--tls-cert', tls.cert) };
  const timing = { drainTimeoutMs: PATIENCE, goodbyeTimeoutMs: PATIENCE };
  const onError = (error: unknown): void => {
    shown.say((error as Error).message, { type: 'error', message: (error as Error).message }, 'aside');
  };
  let links = 0;
  const accept = (link: Parameters<Server<P>['accept']>[0]): ReturnType<Server<P>['accept']> => {
    const name = `#${++links}`;
    const place = { link: name, remote: link.remote };
    shown.say(`${name} connected from ${link.remote}`, { type: 'connected', ...place }, 'aside');
    const onClose = ({ code, by, message }: CloseReason): void =>
      shown.say(`${name} closed: ${message}`, { type: 'closed', ...place, code, by, message }, 'aside');
    return centre.accept(link, { ...shown.watch(name), onClose });
  };
  try {
    const about = { host, port, tls: secure, onError, concurrency: CONCURRENCY, ...timing };
    return await listen<P>(about, centre.codec, accept as never);
  } catch (error) {
    throw new Failure((error as Error).message, 1);
  }
}
