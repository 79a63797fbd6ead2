/** Time, as a link needs it. Give your own to make tests instant: `manualClock` of the subpath `memory` is one. */
export interface Clock {
  /** Milliseconds; never goes back. */
  now(): number;
  after<T>(ms: number, run: (argument: T) => void, argument: T): unknown;
  cancel(timer: unknown): void;
  /** In this turn of the event loop, but after what came in with it. */
  soon<T>(run: (argument: T) => void, argument: T): void;
}

declare const performance: { now(): number };
declare const setTimeout: <T>(run: (argument: T) => void, ms: number, argument: T) => unknown;
declare const clearTimeout: (timer: unknown) => void;
declare const setImmediate: (<T>(run: (argument: T) => void, argument: T) => unknown) | undefined;

/** Timers take no longer delay; one that fires early is set again. */
const longest = 0x7fffffff;

export const systemClock: Clock = {
  // Whole milliseconds stay small integers in memory, and a limit is never passed by a fraction.
  now: () => Math.floor(performance.now()),
  after: (ms, run, argument) => setTimeout(run, Math.min(ms, longest), argument),
  cancel: (timer) => clearTimeout(timer),
  soon: (run, argument) => {
    if (typeof setImmediate === 'function') setImmediate(run, argument);
    else setTimeout(run, 0, argument);
  },
};
