import type { Link } from '@smswire/session';
import type { Codec, Sent } from '../smpp/codec.js';
import { pace } from './pace.js';
import type { Receipts } from './receipts.js';
import type { Tally } from './tally.js';

export interface SubmitOptions {
  /** Requests in flight. */
  readonly window: number;
  /** PDUs a second. @default as many as go */
  readonly rate?: number | undefined;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  /** Told of each message id, where receipts are awaited. */
  readonly receipts?: Receipts | undefined;
}

/** Sends the PDUs in order, so many at once, until they are all answered, the link is closed or `signal` is aborted. */
export async function submitAll(
  link: Link<Codec>,
  pdus: Iterable<Sent<'submit_sm'>>,
  { window, rate, signal, tally, receipts }: SubmitOptions,
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
        const { commandStatus, messageId } = await link.request(next.value);
        tally.answered(commandStatus);
        if (commandStatus === 0 && messageId) receipts?.expect(messageId);
      } catch (error) {
        tally.failed(
          (error as { code?: unknown }).code === 'timeout' ? 'without a response' : (error as Error).message,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: window }, worker));
}
