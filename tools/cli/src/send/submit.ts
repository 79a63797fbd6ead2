import type { Link, Protocol, ReceiveOf, SendOf } from '@smswire/session';
import { pace } from './pace.js';
import type { Sender } from './sender.js';
import type { Tally } from './tally.js';

export interface SubmitOptions {
  /** Requests in flight. */
  readonly window: number;
  /** PDUs a second. @default as many as go */
  readonly rate?: number | undefined;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  /** Whether receipts are awaited. */
  readonly awaits: boolean;
}

/** Sends the PDUs in order, so many at once, until they are all answered, the link is closed or `signal` is aborted. */
export async function submitAll<P extends Protocol>(
  sender: Pick<Sender<P>, 'refusalOf' | 'idsOf' | 'receipts'>,
  link: Link<P>,
  pdus: Iterable<SendOf<P>>,
  { window, rate, signal, tally, awaits }: SubmitOptions,
): Promise<void> {
  const turn = pace(rate, signal);
  const source = pdus[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (;;) {
      await turn();
      if (signal.aborted || link.closed) return;
      const next = source.next();
      if (next.done) return;
      try {
        const response = (await link.request(next.value)) as ReceiveOf<P>;
        const refusal = sender.refusalOf(response);
        if (refusal !== undefined) {
          tally.failed(refusal);
          continue;
        }
        tally.accepted++;
        if (awaits) for (const id of sender.idsOf(response, next.value)) sender.receipts.expect(id);
      } catch (error) {
        tally.failed(
          (error as { code?: unknown }).code === 'timeout' ? 'without a response' : (error as Error).message,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: window }, worker));
}
