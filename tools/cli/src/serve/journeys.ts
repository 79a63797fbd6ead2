import type { Clock } from '@smswire/session';

/** What becomes of a message. */
export type End = 'delivered' | 'undeliverable' | 'expired' | 'deleted';

/** What is to become of it, and in how many milliseconds. */
export interface Plan {
  readonly afterMs: number;
  readonly end: End;
}

interface JourneyOptions {
  readonly clock: Clock;
  /** Milliseconds from a message, or from its time of delivery, to its end. */
  readonly delayMs: number;
  /** Whether the next message turns out to be undeliverable. */
  readonly fails: () => boolean;
}

/** Messages on the way to their ends. */
export class Journeys<M extends object> {
  private readonly options: JourneyOptions;
  private readonly underWay = new Map<M, { readonly timer: unknown; readonly arrive: (end: End) => void }>();

  constructor(options: JourneyOptions) {
    this.options = options;
  }

  /** Plans for a message that is not to go before `schedule`, nor to be tried after `expiry`. */
  plan(schedule: Date | undefined, expiry: Date | undefined, now: Date): Plan {
    const afterMs = Math.max(0, (schedule ?? now).getTime() - now.getTime()) + this.options.delayMs;
    const failed = this.options.fails();
    const lifetime = expiry === undefined ? Number.POSITIVE_INFINITY : Math.max(0, expiry.getTime() - now.getTime());
    if (lifetime < afterMs) return { afterMs: lifetime, end: 'expired' };
    return { afterMs, end: failed ? 'undeliverable' : 'delivered' };
  }

  /** Sets out, or out anew; `arrive` is told the end. */
  begin(message: M, { afterMs, end }: Plan, arrive: (end: End) => void): void {
    const { clock } = this.options;
    clock.cancel(this.underWay.get(message)?.timer);
    const timer = clock.after(afterMs, () => this.end(message, end), undefined);
    this.underWay.set(message, { timer, arrive });
  }

  /** Ends the journey now, if it has not ended. */
  end(message: M, end: End): void {
    const way = this.underWay.get(message);
    if (way === undefined) return;
    this.options.clock.cancel(way.timer);
    this.underWay.delete(message);
    way.arrive(end);
  }

  /** Leaves every message as it is. @returns how many are on the way */
  stop(): number {
    for (const { timer } of this.underWay.values()) this.options.clock.cancel(timer);
    return this.underWay.size;
  }
}
