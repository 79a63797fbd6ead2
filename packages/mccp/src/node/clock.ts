/** Time as the drivers take it. `systemClock` and `manualClock` of `@smswire/session` fit. */
export interface Clock {
  /** Milliseconds; never goes back. */
  now(): number;
  /** Calls back once after so many milliseconds; what it gives cancels that. */
  after<T>(ms: number, run: (argument: T) => void, argument: T): unknown;
  cancel(timer: unknown): void;
}

/** The longest delay a timer of Node takes; a longer one would fire at once. */
const longest = 0x7fffffff;

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, run, argument) => setTimeout(run, Math.min(ms, longest), argument),
  cancel: (timer) => clearTimeout(timer as NodeJS.Timeout | undefined),
};
