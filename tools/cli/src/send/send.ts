import type { CloseReason, Handlers, Link, Protocol } from '@smswire/session';
import { type ConnectOptions, connect } from '@smswire/session/node';
import { Failure } from '../failure.js';
import { aborted, stopSignal } from '../stop.js';
import { type Form, type Traffic, traffic } from '../traffic.js';
import { withRaw } from './raw.js';
import type { Sender } from './sender.js';
import { carriedOut, type TaskOptions } from './tasks.js';

export interface SendOptions<P extends Protocol> extends TaskOptions<P> {
  readonly connect: ConnectOptions;
  readonly sender: Sender<P>;
  /** Stays afterwards, until a signal or the end of the link. */
  readonly wait: boolean;
  readonly form: Form;
}

/** Exit code where no connection came about. */
const NOT_CONNECTED = 3;
/** For each step of leaving. */
const PATIENCE = 5000;

/** `smswire send`: opens a link, sends, waits for what is to be waited for, and takes leave. Gives the exit code. */
export async function send<P extends Protocol>(options: SendOptions<P>): Promise<number> {
  const { sender } = options;
  check(options);
  const stop = stopSignal();
  // Nothing more is to be done: a signal came, or the link is gone.
  const ended = new AbortController();
  const shown = traffic(options.form, withRaw(sender.talked));
  const watch = shown.watch();
  const link = await connected(options, shown, watch, ended, stop);
  let leaving = false;
  const leave = (): Promise<void> => {
    leaving = true;
    ended.abort();
    return link.close();
  };
  void aborted(stop).then(leave);
  try {
    await sender.open(link, (warning) => watch.onWarning?.(warning, link), stop);
    const good = await carriedOut(options, sender, link, shown, ended.signal);
    if (options.wait || options.task.kind === 'listen') await aborted(ended.signal);
    return good && (leaving || !link.closed) ? 0 : 1;
  } finally {
    await leave();
  }
}

/** Whatever cannot be encoded is told before anybody is troubled. */
function check<P extends Protocol>({ sender, task }: SendOptions<P>): void {
  sender.check();
  if (task.kind !== 'message') return;
  for (const pdu of task.parts(task.reference)) sender.talked.codec.encode(pdu);
}

async function connected<P extends Protocol>(
  { connect: where, sender }: SendOptions<P>,
  shown: Traffic<P>,
  watch: Handlers<P>,
  ended: AbortController,
  signal: AbortSignal,
): Promise<Link<P>> {
  const onClose = ({ code, by, message }: CloseReason): void => {
    shown.say(`closed: ${message}`, { type: 'closed', code, by, message }, 'aside');
    ended.abort();
  };
  const timing = { drainTimeoutMs: PATIENCE, goodbyeTimeoutMs: PATIENCE };
  const handlers: Handlers<P> = { ...watch, onRequest: sender.incoming(shown.say), onClose };
  try {
    return await connect<P>({ ...timing, ...where, signal }, shown.talked.codec, handlers as never);
  } catch (error) {
    throw new Failure((error as Error).message, NOT_CONNECTED);
  }
}
