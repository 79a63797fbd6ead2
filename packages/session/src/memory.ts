/**
 * Two wires joined in one process, and a clock that goes by hand: what tests of a session need.
 *
 * @packageDocumentation
 */
import { type Clock, systemClock } from './clock.js';
import type { Wire, WireEvents } from './wire.js';

export { type ManualClock, manualClock } from './manual-clock.js';

export interface MemoryWire extends Wire {
  /** Fails as a connection that was reset does: `onClose` of this end gets the error, the other end just closes. */
  fail(error: unknown): void;
}

export interface MemoryWireOptions {
  /** Carries the octets over. @default the system's clock */
  readonly clock?: Pick<Clock, 'soon'> | undefined;
  /** Octets under way in one direction before `write` says to wait. @default 65536 */
  readonly highWaterMark?: number | undefined;
}

/** The two ends of one connection. */
export function memoryWires({
  clock = systemClock,
  highWaterMark = 65_536,
}: MemoryWireOptions = {}): [MemoryWire, MemoryWire] {
  const a = new End('memory:a', clock, highWaterMark);
  const b = new End('memory:b', clock, highWaterMark);
  a.peer = b;
  b.peer = a;
  return [a, b];
}

class End implements MemoryWire {
  readonly remote: string;
  peer: End | undefined;
  private events: WireEvents | undefined;
  private incoming: Uint8Array[] = [];
  private octets = 0;
  private endedHere = false;
  private endedThere = false;
  private endTold = false;
  private closed = false;
  private paused = false;
  private busy = false;
  private waiting = false;
  private readonly clock: Pick<Clock, 'soon'>;
  private readonly highWaterMark: number;

  constructor(remote: string, clock: Pick<Clock, 'soon'>, highWaterMark: number) {
    this.remote = remote;
    this.clock = clock;
    this.highWaterMark = highWaterMark;
  }

  start(events: WireEvents): void {
    this.events = events;
    this.wake();
  }

  write(bytes: Uint8Array): boolean {
    const { peer } = this;
    if (peer === undefined || this.closed || this.endedHere) return true;
    peer.incoming.push(bytes);
    peer.octets += bytes.length;
    peer.wake();
    this.waiting = peer.octets >= this.highWaterMark;
    return !this.waiting;
  }

  end(): void {
    if (this.closed || this.endedHere) return;
    this.endedHere = true;
    if (this.peer !== undefined) {
      this.peer.endedThere = true;
      this.peer.wake();
    }
    this.wake();
  }

  destroy(): void {
    this.close(undefined);
  }

  fail(error: unknown): void {
    this.close(error);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.wake();
  }

  private close(error: unknown): void {
    if (this.closed) return;
    this.closed = true;
    this.incoming = [];
    const { peer } = this;
    this.clock.soon((end) => end.events?.onClose(error), this as End);
    if (peer !== undefined && !peer.closed) this.clock.soon((end) => end.close(undefined), peer);
  }

  private wake(): void {
    if (this.busy || this.events === undefined) return;
    this.busy = true;
    this.clock.soon((end) => end.carry(), this as End);
  }

  private carry(): void {
    this.busy = false;
    while (!this.closed && !this.paused && this.incoming.length > 0) {
      const chunk = this.incoming.shift() as Uint8Array;
      this.octets -= chunk.length;
      this.events?.onData(chunk);
      this.peer?.drained();
    }
    if (this.closed || this.incoming.length > 0) return;
    if (this.endedThere && !this.endTold) {
      this.endTold = true;
      this.events?.onEnd();
    }
    if (this.endedThere && this.endedHere) this.close(undefined);
  }

  private drained(): void {
    const octets = this.peer?.octets ?? 0;
    if (!this.waiting || octets >= this.highWaterMark / 2) return;
    this.waiting = false;
    this.clock.soon((end) => end.events?.onDrain(), this as End);
  }
}
