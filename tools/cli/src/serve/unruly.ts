import type { Clock, Handlers, Link, Protocol, ReceiveOf, SendOf } from '@smswire/session';
import { changed } from '../talked.js';
import { type Fate, type Mischief, throttle } from './mischief.js';

/** What answers the requests of one link. */
export interface Counter<P extends Protocol> {
  /** Answers what opens the link; undefined for any other request. */
  open(pdu: ReceiveOf<P>): SendOf<P> | undefined;
  /** Answers any other; undefined for what is not answered here, or not yet. */
  answer(pdu: ReceiveOf<P>): SendOf<P> | undefined;
  /** Whether it counts where submissions are throttled. */
  isSubmission(pdu: ReceiveOf<P>): boolean;
  refuse(pdu: ReceiveOf<P>, status: number): SendOf<P> | undefined;
  close(): void;
}

export interface UnrulyOptions<P extends Protocol> {
  readonly clock: Clock;
  readonly mischief: Mischief;
  readonly nextFate: () => Fate;
  /** The status for one submission too many. */
  readonly throttled: number;
  readonly onLost: (pdu: SendOf<P>, why: string, number: number) => void;
}

/** Answers as it should, but for the mischief asked for. Talk its `codec`. */
export class Unruly<P extends Protocol> {
  readonly codec: P;
  private readonly options: UnrulyOptions<P>;
  private readonly unsaid = new WeakSet<object>();
  private readonly delayed = new Set<() => void>();

  constructor(codec: P, options: UnrulyOptions<P>) {
    this.options = options;
    // An answer that is dropped is written as nothing: the session has answered, and the peer hears of none.
    this.codec = changed(codec, (inner) => ({
      ...inner,
      encodeInto: (pdu, target, offset, number) =>
        this.unsaid.has(pdu) ? offset : inner.encodeInto(pdu, target, offset, number),
    }));
  }

  /** The handlers of a link; `watch` are others that see its traffic. */
  handlers(link: Link<P>, counter: Counter<P>, watch: Handlers<P>): Handlers<P> {
    const { clock, mischief } = this.options;
    const { throttleRate } = mischief;
    const tooMany = throttleRate === undefined ? undefined : throttle(throttleRate, clock.now());
    return {
      ...watch,
      onRequest: (pdu) => counter.open(pdu) ?? this.answer(pdu, counter, tooMany),
      ...(watch.onSend && {
        onSend: (pdu, number, of) => {
          if (!this.unsaid.has(pdu)) watch.onSend?.(pdu, number, of);
        },
      }),
      onClose: (reason, unanswered) => {
        counter.close();
        watch.onClose?.(reason, unanswered, link);
      },
    };
  }

  /** Answers at once what was delayed. */
  stop(): void {
    for (const now of this.delayed) now();
  }

  private answer(
    pdu: ReceiveOf<P>,
    counter: Counter<P>,
    tooMany: ((now: number) => boolean) | undefined,
  ): SendOf<P> | Promise<SendOf<P>> | undefined {
    const { clock, throttled, nextFate, onLost } = this.options;
    if (counter.isSubmission(pdu) && tooMany?.(clock.now())) return counter.refuse(pdu, throttled);
    const fate = nextFate();
    const refused = fate.status === 0 ? undefined : counter.refuse(pdu, fate.status);
    const response = refused ?? counter.answer(pdu);
    if (response === undefined) return undefined;
    if (fate.dropped) {
      this.unsaid.add(response);
      onLost(response, 'dropped on purpose', this.codec.numberOf(pdu) as number);
    }
    return fate.delayMs > 0 ? this.later(response, fate.delayMs) : response;
  }

  private later(response: SendOf<P>, ms: number): Promise<SendOf<P>> {
    const { clock } = this.options;
    return new Promise((resolve) => {
      const now = (): void => {
        clock.cancel(timer);
        this.delayed.delete(now);
        resolve(response);
      };
      const timer = clock.after(ms, now, undefined);
      this.delayed.add(now);
    });
  }
}
