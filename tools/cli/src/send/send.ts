import type { CloseReason, Link } from '@smswire/session';
import { type ConnectOptions, connect } from '@smswire/session/node';
import type { MessageIdPolicy } from '@smswire/smpp';
import { Failure } from '../failure.js';
import type { Codec } from '../smpp/codec.js';
import { aborted, stopSignal } from '../stop.js';
import { type Form, type Traffic, traffic } from '../traffic.js';
import { type BindRequest, bind } from './bind.js';
import { incoming } from './incoming.js';
import { withRaw } from './raw.js';
import { Receipts } from './receipts.js';
import { submissions } from './submissions.js';
import { carriedOut, type TaskOptions } from './tasks.js';

export interface SendOptions extends TaskOptions {
  readonly connect: ConnectOptions;
  readonly codec: Codec;
  readonly bind: BindRequest;
  readonly messageIdPolicies?: readonly MessageIdPolicy[] | undefined;
  /** Stays bound afterwards, until a signal or the end of the link. */
  readonly wait: boolean;
  readonly form: Form;
}

/** Exit code where no connection came about. */
const NOT_CONNECTED = 3;
/** For each step of leaving. */
const PATIENCE = 5000;

/** `smswire send`: binds, sends, waits for what is to be waited for, and takes leave. Gives the exit code. */
export async function send(options: SendOptions): Promise<number> {
  check(options);
  const stop = stopSignal();
  // Nothing more is to be done: a signal came, or the link is gone.
  const ended = new AbortController();
  const shown = traffic(options.form, withRaw(options.codec));
  const receipts = new Receipts(options.messageIdPolicies);
  const link = await connected(options, shown, receipts, ended, stop);
  let leaving = false;
  const leave = (): Promise<void> => {
    leaving = true;
    ended.abort();
    return link.close();
  };
  void aborted(stop).then(leave);
  try {
    await bind(link, options.bind, stop);
    const good = await carriedOut(options, link, shown, receipts, ended.signal);
    if (options.wait || options.task.kind === 'listen') await aborted(ended.signal);
    return good && (leaving || !link.closed) ? 0 : 1;
  } finally {
    await leave();
  }
}

/** Whatever cannot be encoded is told before anybody is troubled. */
function check({ codec, bind: request, task }: SendOptions): void {
  codec.encode(request);
  if (task.kind !== 'message') return;
  for (const pdu of submissions(task.message, task.reference)) codec.encode(pdu);
}

async function connected(
  { connect: where }: SendOptions,
  shown: Traffic,
  receipts: Receipts,
  ended: AbortController,
  signal: AbortSignal,
): Promise<Link<Codec>> {
  const onClose = ({ code, by, message }: CloseReason): void => {
    shown.say(`closed: ${message}`, { type: 'closed', code, by, message }, 'aside');
    ended.abort();
  };
  const timing = { drainTimeoutMs: PATIENCE, goodbyeTimeoutMs: PATIENCE };
  const handlers = { ...shown.watch(), onRequest: incoming(receipts, shown.say), onClose };
  try {
    return await connect({ ...timing, ...where, signal }, shown.codec, handlers);
  } catch (error) {
    throw new Failure((error as Error).message, NOT_CONNECTED);
  }
}
