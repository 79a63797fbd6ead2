import type { Link, Protocol, ReceiveOf, SendOf } from '@smswire/session';
import type { Traffic } from '../traffic.js';
import { rawPdu } from './raw.js';
import type { Sender } from './sender.js';
import { submitAll } from './submit.js';
import { Tally } from './tally.js';

/** What is done once the link is open. */
export type Task<P extends Protocol> =
  | { readonly kind: 'ping' }
  | { readonly kind: 'listen' }
  | { readonly kind: 'raw'; readonly octets: Uint8Array }
  | MessageTask<P>;

export interface MessageTask<P extends Protocol> {
  readonly kind: 'message';
  /** The PDUs of the message under this reference. */
  readonly parts: (reference: number) => readonly SendOf<P>[];
  readonly recipients: number;
  /** How often it is sent, each time under a reference of its own, from `reference` on. */
  readonly count: number;
  readonly reference: number;
  /** How many references there are. */
  readonly references: number;
}

export interface TaskOptions<P extends Protocol> {
  readonly task: Task<P>;
  /** Requests in flight at most. */
  readonly window: number;
  /** PDUs a second at most. */
  readonly rate?: number | undefined;
  /** Milliseconds that receipts are waited for; without it they are not. */
  readonly waitReceiptsMs?: number | undefined;
}

/** Carries out the task until `ended` is aborted. Gives whether all of it went well. */
export async function carriedOut<P extends Protocol>(
  { task, window, rate, waitReceiptsMs }: TaskOptions<P>,
  sender: Sender<P>,
  link: Link<P>,
  { say }: Traffic<P>,
  ended: AbortSignal,
): Promise<boolean> {
  /** Whether the peer says yes; says why where it does not answer. */
  async function asked(pdu: SendOf<P>, onAnswer: () => void = () => {}): Promise<boolean> {
    try {
      const response = (await link.request(pdu)) as ReceiveOf<P>;
      onAnswer();
      return sender.refusalOf(response) === undefined;
    } catch (error) {
      const { message } = error as Error;
      say(message, { type: 'failed', message });
      return false;
    }
  }

  function ping(): Promise<boolean> {
    const question = sender.talked.codec.keepalive?.question() as SendOf<P>;
    const start = performance.now();
    return asked(question, () => {
      const ms = Math.round((performance.now() - start) * 10) / 10;
      const { remote } = link;
      say(`${remote} is alive: ${question.command} answered in ${ms} ms`, { type: 'alive', remote, ms });
    });
  }

  if (task.kind === 'listen') return true;
  if (task.kind === 'ping') return ping();
  if (task.kind === 'raw') return asked(rawPdu(task.octets, sender.talked.commandOf) as unknown as SendOf<P>);
  const tally = new Tally(task.parts(task.reference).length * task.count, task.recipients);
  const awaits = waitReceiptsMs !== undefined;
  await submitAll(sender, link, repeated(task), { window, rate, signal: ended, tally, awaits });
  if (waitReceiptsMs !== undefined) await sender.receipts.whole(waitReceiptsMs, ended);
  const { text, document, good } = tally.report(awaits ? sender.receipts : undefined);
  say(text, document);
  return good;
}

/** The parts of one message after the other, each message under a reference of its own. */
function* repeated<P extends Protocol>({ parts, count, reference, references }: MessageTask<P>) {
  for (let i = 0; i < count; i++) yield* parts((reference + i) % references);
}
