import type { Clock } from './clock.js';
import { sentence } from './errors.js';
import type { Output } from './output.js';
import type { Protocol } from './protocol.js';
import type { Session } from './session.js';
import type { Wire, WireEvents } from './wire.js';

/** Octets that are written at once; fewer wait for the end of the turn of the event loop. */
const enough = 32 * 1024;

/** Whom a driver tells what the session says. */
export interface Audience<P extends Protocol> {
  told(output: Output<P>): void;
  /** No more requests can be taken in for now. */
  readonly full: boolean;
  /** The wire takes octets again. */
  unblocked(): void;
  /** The wire is closed: nothing more follows. */
  gone(): void;
}

/** Joins a session, a wire and a clock: one write for each turn of the event loop, and one timer. */
export class Driver<P extends Protocol = Protocol> implements WireEvents {
  readonly session: Session<P>;
  readonly wire: Wire;
  readonly clock: Clock;
  /** The wire takes no more for now. */
  blocked = false;
  /** The wire is closed. */
  closed = false;
  private readonly audience: Audience<P>;
  private telling = false;
  private writing = false;
  private paused = false;
  private held = false;
  private ended = false;
  private timer: unknown;
  private timerAt = Number.POSITIVE_INFINITY;
  /** When a wire that was ended and does not close is destroyed. */
  private lingerUntil = Number.POSITIVE_INFINITY;

  constructor(session: Session<P>, wire: Wire, clock: Clock, audience: Audience<P>) {
    this.session = session;
    this.wire = wire;
    this.clock = clock;
    this.audience = audience;
  }

  onData(chunk: Uint8Array): void {
    this.session.receive(chunk, this.clock.now());
    this.settle();
  }

  onDrain(): void {
    if (!this.blocked) return;
    this.blocked = false;
    this.session.block(false, this.clock.now());
    this.audience.unblocked();
    this.settle();
  }

  onEnd(): void {
    this.session.disconnected();
    this.settle();
  }

  onClose(error?: unknown): void {
    this.closed = true;
    this.session.disconnected(error);
    this.settle();
    this.clock.cancel(this.timer);
    this.audience.gone();
  }

  /** Sees to all that follows from what the session was told. */
  settle(): void {
    if (this.telling) return;
    this.telling = true;
    try {
      for (let output = this.next(); output !== undefined; output = this.next()) {
        this.audience.told(output);
        this.relieve();
      }
    } finally {
      this.telling = false;
    }
    if (this.closed) return;
    if (this.session.ended) this.finish();
    else {
      if (this.session.pendingOctets > 0) this.write();
      this.regulate();
    }
    this.arm();
  }

  private next(): Output<P> | undefined {
    try {
      return this.session.next();
    } catch (error) {
      // Only a faulty codec gets here. It may cost this connection, never the process.
      this.session.end({ code: 'framing', by: 'us', message: `the codec failed: ${sentence(error)}`, error });
      return this.session.next();
    }
  }

  /** Closes at once what has ended. */
  destroy(): void {
    this.ended = true;
    this.settle();
    this.wire.destroy();
  }

  /** Writes what there is, once it is a batch: answers to a few octets may be many. */
  relieve(): void {
    if (this.session.pendingOctets >= enough && !this.blocked) this.flush();
  }

  private write(): void {
    if (this.blocked) return;
    if (this.session.pendingOctets >= enough) this.flush();
    else if (!this.writing) {
      this.writing = true;
      this.clock.soon(flushSoon, this as Driver);
    }
  }

  private flush(): void {
    const bytes = this.closed ? undefined : this.session.take();
    if (bytes === undefined || this.wire.write(bytes) || this.ended) return;
    this.blocked = true;
    this.session.block(true, this.clock.now());
  }

  /** @internal */
  flushed(): void {
    this.writing = false;
    if (this.blocked || this.ended) return;
    this.flush();
    this.settle();
  }

  private finish(): void {
    if (this.ended) return;
    this.ended = true;
    this.flush();
    // To see the peer's end of it; what it still sends is not looked at.
    if (this.paused) this.wire.resume();
    this.wire.end();
    this.lingerUntil = this.clock.now() + this.session.options.goodbyeTimeoutMs;
  }

  private regulate(): void {
    const { full } = this.audience;
    const held = full && !this.blocked;
    if (held !== this.held) {
      this.held = held;
      this.session.hold(held, this.clock.now());
    }
    const pause = full || this.blocked;
    if (pause === this.paused) return;
    this.paused = pause;
    if (pause) this.wire.pause();
    else this.wire.resume();
  }

  private arm(): void {
    const at = this.ended ? this.lingerUntil + 1 : this.session.nextTime();
    if (at >= this.timerAt) return;
    if (this.timer !== undefined) this.clock.cancel(this.timer);
    this.timerAt = at;
    this.timer = this.clock.after(Math.max(0, at - this.clock.now()), wake, this as Driver);
  }

  /** @internal */
  woken(): void {
    this.timer = undefined;
    this.timerAt = Number.POSITIVE_INFINITY;
    const now = this.clock.now();
    if (now > this.lingerUntil) this.wire.destroy();
    else {
      this.session.tick(now);
      this.settle();
    }
  }
}

const flushSoon = (driver: Driver): void => driver.flushed();
const wake = (driver: Driver): void => driver.woken();
