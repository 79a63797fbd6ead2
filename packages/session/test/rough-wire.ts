import type { Wire, WireEvents } from '../src/index.js';
import type { ManualClock } from '../src/memory.js';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A wire whose data comes in random pieces at random times, in order. */
export function roughWire(wire: Wire, clock: ManualClock, random: () => number): Wire {
  let free = 0;
  const later = (run: () => void): void => {
    free = Math.max(free, clock.now() + Math.floor(random() * 40));
    clock.after(free - clock.now(), run, undefined);
  };
  const rough = (events: WireEvents): WireEvents => ({
    onData: (chunk) => {
      for (let start = 0; start < chunk.length; ) {
        const end = Math.min(chunk.length, start + 1 + Math.floor(random() ** 3 * 300));
        const piece = chunk.slice(start, end);
        later(() => events.onData(piece));
        start = end;
      }
    },
    onDrain: () => events.onDrain(),
    onEnd: () => later(() => events.onEnd()),
    onClose: (error) => later(() => events.onClose(error)),
  });
  return {
    remote: wire.remote,
    start: (events) => wire.start(rough(events)),
    write: (bytes) => wire.write(bytes),
    end: () => wire.end(),
    destroy: () => wire.destroy(),
    pause: () => wire.pause(),
    resume: () => wire.resume(),
  };
}
