export interface Datagram {
  readonly to: 'client' | 'server';
  readonly bytes: Uint8Array;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A network of its own time that loses 30 in 100 datagrams, doubles 20 and lets them overtake each other. */
export function lossyNetwork(seed: number, slowestMs: number) {
  const random = seeded(seed);
  const flying: (Datagram & { at: number })[] = [];
  return {
    send(datagram: Datagram, now: number): void {
      const copies = random() < 0.3 ? 0 : random() < 0.2 ? 2 : 1;
      for (let i = 0; i < copies; i++) flying.push({ ...datagram, at: now + random() * slowestMs });
    },
    nextTime: (): number | undefined => (flying.length === 0 ? undefined : Math.min(...flying.map(({ at }) => at))),
    /** What arrives up to `now`, in the order in which it does. */
    arrivals(now: number): Datagram[] {
      flying.sort((a, b) => a.at - b.at);
      const later = flying.findIndex(({ at }) => at > now);
      return flying.splice(0, later < 0 ? flying.length : later);
    },
  };
}
