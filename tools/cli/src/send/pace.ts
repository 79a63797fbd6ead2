import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the next turn of so many a second; resolves at once after `signal` is aborted. */
export function pace(perSecond: number | undefined, signal: AbortSignal): () => Promise<void> {
  if (perSecond === undefined) return () => Promise.resolve();
  const start = performance.now();
  let turns = 0;
  const wait = async (): Promise<void> => {
    const ms = start + (turns++ * 1000) / perSecond - performance.now();
    if (ms > 0) await pause(ms, undefined, { signal }).catch(() => {});
  };
  // One behind the other, so that no more than one waits on the clock.
  let last = Promise.resolve();
  return () => {
    last = last.then(wait);
    return last;
  };
}
