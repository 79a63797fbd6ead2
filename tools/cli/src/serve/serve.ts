import type { CloseReason } from '@smswire/session';
import { listen, type Server } from '@smswire/session/node';
import { smpp } from '@smswire/smpp';
import { Failure } from '../failure.js';
import { fileOf } from '../file.js';
import { toPlain } from '../json.js';
import type { Codec } from '../smpp/codec.js';
import { summary } from '../smpp/summary.js';
import { aborted, stopSignal } from '../stop.js';
import { type Form, type Traffic, traffic } from '../traffic.js';
import { type CentreOptions, messageCentre } from './centre.js';

export interface ServeOptions extends CentreOptions {
  readonly host: string;
  readonly port: number;
  readonly form: Form;
  /** Files of a key and a certificate. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
}

/** Handlers at work on each link: answers that are delayed must not hold up others. */
const CONCURRENCY = 1000;
/** After a signal. */
const PATIENCE = 5000;

/** `smswire serve`: a message centre until a signal comes. Gives the exit code. */
export async function serve(options: ServeOptions): Promise<number> {
  const stop = stopSignal();
  const shown = traffic(options.form, smpp());
  const centre = messageCentre(shown.codec, {
    ...options,
    onLost(pdu, why) {
      const text = `lost ${summary(pdu, pdu.sequenceNumber)}: ${why}`;
      shown.say(text, { type: 'lost', pdu: toPlain(pdu), message: why }, 'aside');
    },
  });
  const server = await opened(options, shown, centre);
  const { host } = options;
  shown.say(`listening on ${host.includes(':') ? `[${host}]` : host}:${server.port}`, {
    type: 'listening',
    host,
    port: server.port,
    tls: options.tls !== undefined,
  });

  await aborted(stop);
  shown.say(`${String(stop.reason)}: taking leave`, { type: 'stopping', signal: stop.reason }, 'aside');
  const left = centre.stop();
  await server.close();
  if (left > 0) shown.say(`${left} messages were still on their way`, { type: 'left', messages: left }, 'aside');
  return 0;
}

async function opened(
  { host, port, tls, clock }: ServeOptions,
  shown: Traffic,
  centre: ReturnType<typeof messageCentre>,
): Promise<Server<Codec>> {
  const secure = tls && { key: fileOf('--tls-key', tls.key), cert: fileOf('--tls-cert', tls.cert) };
  const timing = { drainTimeoutMs: PATIENCE, goodbyeTimeoutMs: PATIENCE };
  const onError = (error: unknown): void => {
    shown.say((error as Error).message, { type: 'error', message: (error as Error).message }, 'aside');
  };
  let links = 0;
  const accept: Parameters<typeof listen<Codec>>[2] = (link) => {
    const name = `#${++links}`;
    const place = { link: name, remote: link.remote };
    shown.say(`${name} connected from ${link.remote}`, { type: 'connected', ...place }, 'aside');
    const onClose = ({ code, by, message }: CloseReason): void =>
      shown.say(`${name} closed: ${message}`, { type: 'closed', ...place, code, by, message }, 'aside');
    return centre.accept(link, { ...shown.watch(name), onClose });
  };
  try {
    const about = { host, port, tls: secure, onError, clock, concurrency: CONCURRENCY, ...timing };
    return await listen(about, centre.codec, accept);
  } catch (error) {
    throw new Failure((error as Error).message, 1);
  }
}
