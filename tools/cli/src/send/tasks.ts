import type { Link } from '@smswire/session';
import type { Codec } from '../smpp/codec.js';
import type { Traffic } from '../traffic.js';
import { rawPdu } from './raw.js';
import type { Receipts } from './receipts.js';
import { type MessageOptions, submissions } from './submissions.js';
import { submitAll } from './submit.js';
import { Tally } from './tally.js';

/** What is done once bound. */
export type Task =
  | { readonly kind: 'ping' }
  | { readonly kind: 'listen' }
  | { readonly kind: 'raw'; readonly octets: Uint8Array }
  | { readonly kind: 'message'; readonly message: MessageOptions; readonly count: number; readonly reference: number };

export interface TaskOptions {
  readonly task: Task;
  /** Requests in flight at most. */
  readonly window: number;
  /** PDUs a second at most. */
  readonly rate?: number | undefined;
  /** Milliseconds that receipts are waited for; without it they are not. */
  readonly waitReceiptsMs?: number | undefined;
}

/** Carries out the task until `ended` is aborted. Gives whether all of it went well. */
export async function carriedOut(
  { task, window, rate, waitReceiptsMs }: TaskOptions,
  link: Link<Codec>,
  shown: Traffic,
  receipts: Receipts,
  ended: AbortSignal,
): Promise<boolean> {
  if (task.kind === 'listen') return true;
  if (task.kind === 'ping') return ping(link, shown);
  if (task.kind === 'raw') return sendRaw(link, task.octets, shown);
  const tally = new Tally(submissions(task.message, task.reference).length * task.count);
  const awaited = waitReceiptsMs === undefined ? undefined : receipts;
  await submitAll(link, repeated(task), { window, rate, signal: ended, tally, receipts: awaited });
  if (waitReceiptsMs !== undefined) await receipts.whole(waitReceiptsMs, ended);
  const { text, document, good } = tally.report(awaited);
  shown.say(text, document);
  return good;
}

/** The parts of one message after the other, each message under a reference of its own. */
function* repeated({ message, count, reference }: Extract<Task, { kind: 'message' }>) {
  const references = message.referenceWidth === 16 ? 65_536 : 256;
  for (let i = 0; i < count; i++) yield* submissions(message, (reference + i) % references);
}

async function ping(link: Link<Codec>, shown: Traffic): Promise<boolean> {
  const start = performance.now();
  return asked(shown, async () => {
    const { commandStatus } = await link.request({ command: 'enquire_link' });
    const ms = Math.round((performance.now() - start) * 10) / 10;
    shown.say(`${link.remote} is alive: enquire_link answered in ${ms} ms`, { type: 'alive', remote: link.remote, ms });
    return commandStatus;
  });
}

function sendRaw(link: Link<Codec>, octets: Uint8Array, shown: Traffic): Promise<boolean> {
  return asked(shown, async () => (await link.request(rawPdu(octets))).commandStatus);
}

/** Whether the answer has a status of 0; says why where there is none. */
async function asked(shown: Traffic, ask: () => Promise<number>): Promise<boolean> {
  try {
    return (await ask()) === 0;
  } catch (error) {
    const { message } = error as Error;
    shown.say(message, { type: 'failed', message });
    return false;
  }
}
