import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the next turn of so many a second; resolves at once after `signal` is aborted. */
export function pace(perSecond: number | undefined, signal: AbortSignal): () => Promise<void> {
  if (perSecond === undefined) return () => Promise.resolve();
  const start = performance.now();
  let turns = 0;
  return async () => {
    const wait = start + (turns++ * 1000) / perSecond - performance.now();
    if (wait > 0) await pause(wait, undefined, { signal }).catch(() => {});
  };
}
