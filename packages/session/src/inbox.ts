import type { Driver } from './driver.js';
import { sentence } from './errors.js';
import type { Output } from './output.js';
import { isPromise } from './promise.js';
import type { Protocol, ReceiveOf, SendOf, Warning } from './protocol.js';
import { Queue } from './queue.js';

export type Arrival<P extends Protocol> = Extract<Output<P>, { type: 'request' | 'notice' }>;

/** Whoever handles what comes. */
export interface Delivery<P extends Protocol> {
  /** Hands the PDU to its handler, if there is one, and gives what that gives. */
  handle(arrival: Arrival<P>): unknown;
  warn(warning: Warning): void;
}

/** The peer's requests and notices on their way to the handlers: in order, no more at once than is allowed. */
export class Inbox<P extends Protocol = Protocol> {
  /** Made when something has to wait, which on most links never happens. */
  private queue: Queue<Arrival<P>> | undefined;
  private readonly driver: Driver<P>;
  private readonly delivery: Delivery<P>;
  private atWork = 0;
  private delivering = false;

  constructor(driver: Driver<P>, delivery: Delivery<P>) {
    this.driver = driver;
    this.delivery = delivery;
  }

  /** Whether to read no more for now. */
  get full(): boolean {
    return this.overfull && this.driver.session.options.whenFull === 'pause';
  }

  add(arrival: Arrival<P>): void {
    if (this.waiting === 0 && this.free) {
      this.delivering = true;
      this.hand(arrival);
      this.delivering = false;
      this.deliver();
    } else if (this.overfull && !this.full) {
      this.driver.session.refuse(arrival.pdu, 'busy', this.driver.clock.now());
    } else {
      this.queue ??= new Queue();
      this.queue.push(arrival);
    }
  }

  /** Hands over what may be handed over. */
  deliver(): void {
    while (this.waiting > 0 && this.free) {
      this.delivering = true;
      this.hand(this.queue?.shift() as Arrival<P>);
      this.delivering = false;
      this.driver.relieve();
    }
  }

  private get waiting(): number {
    return this.queue?.size ?? 0;
  }

  /** Whether one more may be handed over now. */
  private get free(): boolean {
    const { blocked, session } = this.driver;
    return !this.delivering && !blocked && !session.ended && this.atWork < this.places;
  }

  private hand(arrival: Arrival<P>): void {
    const { session, clock } = this.driver;
    const refusal = session.refusal(arrival.pdu);
    if (refusal === undefined) this.handle(arrival);
    else session.refuse(arrival.pdu, refusal, clock.now());
  }

  private get overfull(): boolean {
    return this.waiting >= this.driver.session.options.inbox;
  }

  // What follows an opening request must find the session open.
  private get places(): number {
    return this.driver.session.state === undefined ? 1 : this.driver.session.options.concurrency;
  }

  private handle(arrival: Arrival<P>): void {
    let reply: unknown;
    try {
      reply = this.delivery.handle(arrival);
    } catch (error) {
      this.failed(arrival, error);
      return;
    }
    if (!isPromise(reply)) {
      this.handled(arrival, reply);
      return;
    }
    this.atWork++;
    reply.then(
      (value) => {
        this.handled(arrival, value);
        this.finish();
      },
      (error: unknown) => {
        this.failed(arrival, error);
        this.finish();
      },
    );
  }

  private finish(): void {
    this.atWork--;
    this.deliver();
    this.driver.settle();
  }

  private handled(arrival: Arrival<P>, reply: unknown): void {
    const { session, clock } = this.driver;
    if (reply === undefined || arrival.type === 'notice') {
      if (arrival.type === 'request') session.refuse(arrival.pdu, 'unknown', clock.now());
      return;
    }
    try {
      session.respond(arrival.pdu, reply as SendOf<P>, clock.now());
    } catch (error) {
      this.failed(arrival, error);
    }
  }

  private failed({ pdu }: { pdu: ReceiveOf<P> }, cause: unknown): void {
    this.driver.session.refuse(pdu, 'failed', this.driver.clock.now());
    this.delivery.warn({ code: 'handler', message: `handling ${pdu.command} failed: ${sentence(cause)}`, cause });
  }
}
