import type { Clock } from '../src/node.js';

/** A clock that stands still until it is moved on. */
export function handClock(): Clock & { pass(ms: number): void; readonly timers: Set<{ at: number; run: () => void }> } {
  let now = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    timers,
    now: () => now,
    after(ms, run, argument) {
      const timer = { at: now + ms, run: () => run(argument) };
      timers.add(timer);
      return timer;
    },
    cancel: (timer) => {
      timers.delete(timer as { at: number; run: () => void });
    },
    pass(ms) {
      now += ms;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.run();
      }
    },
  };
}
