import type { Clock } from './clock.js';

/** A clock that stands still until it is told to go on: for tests that never wait. */
export interface ManualClock extends Clock {
  /** Runs what was left for the end of the turn, and what that leaves, until nothing is left. */
  settle(): void;
  /** Lets time pass, running each timer at its moment and settling after each. */
  advance(ms: number): void;
  /** Timers that are set. */
  readonly timers: number;
}

interface Timer {
  readonly at: number;
  run(): void;
}

/** A `Clock` that begins at `start` milliseconds. */
export function manualClock(start = 0): ManualClock {
  let time = start;
  let tasks: (() => void)[] = [];
  const timers = new Set<Timer>();

  const settle = (): void => {
    while (tasks.length > 0) {
      const batch = tasks;
      tasks = [];
      for (const task of batch) task();
    }
  };
  const first = (until: number): Timer | undefined => {
    let found: Timer | undefined;
    for (const timer of timers) if (timer.at <= until && (found === undefined || timer.at < found.at)) found = timer;
    return found;
  };

  return {
    now: () => time,
    after: (ms, run, argument) => {
      const timer: Timer = { at: time + ms, run: () => run(argument) };
      timers.add(timer);
      return timer;
    },
    cancel: (timer) => void timers.delete(timer as Timer),
    soon: (run, argument) => void tasks.push(() => run(argument)),
    settle,
    advance: (ms) => {
      const until = time + ms;
      settle();
      for (let timer = first(until); timer !== undefined; timer = first(until)) {
        timers.delete(timer);
        time = Math.max(time, timer.at);
        timer.run();
        settle();
      }
      time = until;
    },
    get timers() {
      return timers.size;
    },
  };
}
