/** What a message centre for testing does wrong on purpose. Shares are from 0 to 1. */
export interface Mischief {
  /** Submissions a second on each link; more are refused. */
  readonly throttleRate?: number | undefined;
  /** The share of requests that are refused with `failStatus`. */
  readonly fail?: number | undefined;
  /** @default 1, which means an error in every protocol */
  readonly failStatus?: number | undefined;
  /** The share of answers that are never sent. */
  readonly drop?: number | undefined;
  readonly delay?: { readonly ms: number; readonly share: number } | undefined;
  /** The share of messages that turn out to be undeliverable. */
  readonly undeliverable?: number | undefined;
}

/** What becomes of one request. */
export interface Fate {
  /** The status it is refused with, or 0. */
  readonly status: number;
  readonly dropped: boolean;
  readonly delayMs: number;
}

/** The fates of requests, in turn. Each takes the same amount of chance, so that options do not change one another. */
export function fates({ fail = 0, failStatus = 1, drop = 0, delay }: Mischief, random: () => number): () => Fate {
  return () => {
    const failed = random() < fail;
    const dropped = random() < drop;
    const delayed = random() < (delay?.share ?? 0);
    return {
      status: failed ? failStatus : 0,
      dropped,
      delayMs: delayed ? (delay?.ms ?? 0) : 0,
    };
  };
}

/** Whether one more is too many at `now`: a bucket that holds a second's worth, and fills as fast. */
export function throttle(perSecond: number, start: number): (now: number) => boolean {
  const most = Math.max(1, perSecond);
  let left = most;
  let last = start;
  return (now) => {
    left = Math.min(most, left + ((now - last) * perSecond) / 1000);
    last = now;
    if (left < 1) return true;
    left -= 1;
    return false;
  };
}
