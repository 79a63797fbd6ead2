import type { NumberOf, Protocol, SendOf } from './protocol.js';

/** A request from the moment it is handed over to its end. Whoever drives a session may extend it with fields of its own. */
export class Pending<P extends Protocol = Protocol> {
  readonly pdu: SendOf<P>;
  /** Milliseconds it may take, from each time it is sent. */
  readonly timeoutMs: number;
  /** How often it may still be sent. */
  attempts: number;
  /** What was sent, where that may have to be sent again: by then the caller may have changed the PDU. */
  octets: Uint8Array | undefined = undefined;
  /** Undefined until it is sent. */
  number: NumberOf<P> | undefined = undefined;
  /** The last moment its response is in time. */
  deadline = 0;
  /** Whether it stands in the queue for a place in the window. */
  waiting = false;

  constructor(pdu: SendOf<P>, timeoutMs: number, attempts = 1) {
    this.pdu = pdu;
    this.timeoutMs = timeoutMs;
    this.attempts = attempts;
  }

  /** Whether the session asks this itself: nobody is told of the answer, it takes no place and does not expire. */
  get own(): boolean {
    return false;
  }
}

/** A keepalive question or a goodbye. */
export class OwnQuestion<P extends Protocol = Protocol> extends Pending<P> {
  override get own(): boolean {
    return true;
  }
}

/** Requests that await an answer: their numbers and their expiry. It sets no limit to how many there are. */
export class Window<P extends Protocol = Protocol> {
  private byNumber: Map<NumberOf<P>, Pending<P>> | undefined;
  private next: NumberOf<P>;
  /** Never later than the earliest deadline; Infinity when there is none. */
  private earliest = Number.POSITIVE_INFINITY;
  private latest = Number.NEGATIVE_INFINITY;
  /** Whether deadlines rise in the order of sending, so that a sweep may stop at the first that has not passed. */
  private ordered = true;

  constructor(firstNumber: NumberOf<P>) {
    this.next = firstNumber;
  }

  /** The number the next request gets: the first in turn that is not awaiting an answer. */
  number(protocol: P): NumberOf<P> {
    while (this.byNumber?.has(this.next)) this.next = protocol.nextNumber(this.next);
    return this.next;
  }

  /** Uses up the number. */
  advance(protocol: P): void {
    this.next = protocol.nextNumber(this.next);
  }

  /** Takes in a request that was sent under `number`. A `deadline` of Infinity: it waits as long as the session. */
  add(request: Pending<P>, number: NumberOf<P>, deadline: number): void {
    request.number = number;
    request.deadline = deadline;
    this.byNumber ??= new Map();
    this.byNumber.set(number, request);
    if (deadline === Number.POSITIVE_INFINITY) return;
    if (deadline < this.latest) this.ordered = false;
    else this.latest = deadline;
    if (deadline < this.earliest) this.earliest = deadline;
  }

  get(number: NumberOf<P>): Pending<P> | undefined {
    return this.byNumber?.get(number);
  }

  /** False where it is not in the window (any more). */
  remove(request: Pending<P>): boolean {
    const { byNumber } = this;
    if (request.number === undefined || byNumber?.get(request.number) !== request) return false;
    byNumber.delete(request.number);
    if (byNumber.size === 0) {
      this.earliest = Number.POSITIVE_INFINITY;
      this.latest = Number.NEGATIVE_INFINITY;
      this.ordered = true;
    }
    return true;
  }

  /** A moment before which nothing expires; it may be too early, never too late. */
  get nextExpiry(): number {
    return this.earliest;
  }

  /** Those whose deadline has passed, oldest first. They stay until removed. */
  expired(now: number): Pending<P>[] {
    if (!(now > this.earliest)) return [];
    const expired: Pending<P>[] = [];
    this.earliest = Number.POSITIVE_INFINITY;
    for (const request of this.byNumber?.values() ?? []) {
      if (now > request.deadline) expired.push(request);
      else {
        if (request.deadline < this.earliest) this.earliest = request.deadline;
        if (this.ordered && request.deadline !== Number.POSITIVE_INFINITY) break;
      }
    }
    return expired;
  }

  all(): Pending<P>[] {
    return [...(this.byNumber?.values() ?? [])];
  }
}
