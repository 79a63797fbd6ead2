/** Time, as a link needs it. Give your own to make tests instant: `manualClock` of the subpath `memory` is one. */
export interface Clock {
  /** Milliseconds; never goes back. */
  now(): number;
  after<T>(ms: number, run: (argument: T) => void, argument: T): unknown;
  cancel(timer: unknown): void;
  /** In this turn of the event loop, but after what came in with it. */
  soon<T>(run: (argument: T) => void, argument: T): void;
}

/** What Node, Deno, Bun and browsers have in common; `setImmediate` is not in all of them. */
interface Host {
  readonly performance: { now(): number };
  setTimeout<T>(run: (argument: T) => void, ms: number, argument: T): unknown;
  clearTimeout(timer: unknown): void;
  setImmediate?<T>(run: (argument: T) => void, argument: T): unknown;
}

const host = globalThis as unknown as Host;

/** Timers take no longer delay; one that fires early is set again. */
const longest = 0x7fffffff;

export const systemClock: Clock = {
  // Whole milliseconds stay small integers in memory, and a limit is never passed by a fraction.
  now: () => Math.floor(host.performance.now()),
  after: (ms, run, argument) => host.setTimeout(run, Math.min(ms, longest), argument),
  cancel: (timer) => host.clearTimeout(timer),
  soon: (run, argument) => {
    if (host.setImmediate === undefined) host.setTimeout(run, 0, argument);
    else host.setImmediate(run, argument);
  },
};
