import { SessionError, sentence } from './errors.js';
import type { SessionOptions, WindowPolicy } from './options.js';
import type { NumberOf, Protocol, SendOf } from './protocol.js';
import { Queue } from './queue.js';
import type { Voice } from './voice.js';
import { OwnQuestion, type Pending, Window } from './window.js';

/** How many requests that were given up are remembered, so that a late response can be told from a stray one. */
const remembered = 256;

/** Our requests: those in flight, those that wait for a place, and those given up. */
export class Requests<P extends Protocol = Protocol> {
  readonly window: Window<P>;
  inFlight = 0;
  /** Those in the queue that still want to be sent. */
  waiting = 0;
  /** Set while the wire takes no more; nothing leaves the queue then. */
  blocked = false;
  /** The last keepalive question. */
  keepalive: OwnQuestion<P> | undefined;
  private queue: Queue<Pending<P>> | undefined;
  private givenUp: Map<NumberOf<P>, SendOf<P>> | undefined;
  private readonly voice: Voice<P>;
  private readonly options: SessionOptions;

  constructor(voice: Voice<P>, options: SessionOptions) {
    this.voice = voice;
    this.options = options;
    this.window = new Window(voice.protocol.firstNumber);
  }

  /** @throws SessionError `window_full` or `encode` */
  offer(request: Pending<P>, now: number, policy: WindowPolicy): void {
    if (this.hasRoom && this.waiting === 0) {
      this.transmit(request, now);
      return;
    }
    if (policy === 'reject' || (policy === 'queue' && this.waiting >= this.options.queueLimit)) {
      const why =
        policy === 'reject' ? `${this.inFlight} requests are in flight` : `${this.waiting} requests wait already`;
      throw new SessionError('window_full', `${request.pdu.command}: ${why}`, { pdu: request.pdu });
    }
    request.waiting = true;
    this.waiting++;
    this.queue ??= new Queue();
    this.queue.push(request);
  }

  /** Sends from the queue what there is room for. */
  promote(now: number): void {
    while (this.waiting > 0 && this.hasRoom) {
      const request = this.queue?.shift() as Pending<P>;
      if (!request.waiting) continue;
      request.waiting = false;
      this.waiting--;
      try {
        this.transmit(request, now);
      } catch (error) {
        this.voice.fail(request, error as SessionError);
      }
    }
  }

  /** Takes a request out of the window. False: it was not there. */
  settle(request: Pending<P>): boolean {
    const there = this.window.remove(request);
    if (there && !request.own) this.inFlight--;
    return there;
  }

  /** Takes out a request that is wanted no longer, wherever it stands. False: it has ended already. */
  giveUp(request: Pending<P>): boolean {
    if (request.waiting) {
      request.waiting = false;
      this.waiting--;
      const { queue } = this;
      if (queue !== undefined && queue.size > 2 * this.waiting + 64) queue.retain((one) => one.waiting);
      return true;
    }
    if (!this.settle(request)) return false;
    this.givenUp ??= new Map();
    this.givenUp.set(request.number, request.pdu);
    if (this.givenUp.size > remembered) this.givenUp.delete(this.givenUp.keys().next().value);
    return true;
  }

  /** Sends again a request whose time is up, as it was. False: it was sent as often as it may be. */
  resend(request: Pending<P>, now: number): boolean {
    const { number, octets } = request;
    if (octets === undefined || number === undefined || request.attempts < 1) return false;
    request.attempts--;
    this.voice.repeat(request.pdu, number, octets);
    // Behind those that were sent meanwhile: the window keeps its requests in the order of sending.
    this.window.remove(request);
    this.window.add(request, number, now + request.timeoutMs);
    return true;
  }

  /** The request under this number that was given up, once. */
  late(number: NumberOf<P>): SendOf<P> | undefined {
    const pdu = this.givenUp?.get(number);
    this.givenUp?.delete(number);
    return pdu;
  }

  /** Takes out all there are, oldest first. */
  clear(): Pending<P>[] {
    const all = this.window.all().filter((request) => this.settle(request) && !request.own);
    for (let request = this.queue?.shift(); request !== undefined; request = this.queue?.shift()) {
      if (request.waiting) all.push(request);
      request.waiting = false;
    }
    this.waiting = 0;
    this.givenUp = undefined;
    return all;
  }

  /**
   * Sends what expects no answer.
   * @throws SessionError `encode`
   */
  notify(pdu: SendOf<P>): void {
    const { protocol } = this.voice;
    this.voice.write(pdu, this.window.number(protocol));
    this.window.advance(protocol);
  }

  /** Sends a question of the session's own, whatever the window says. */
  ask(question: OwnQuestion<P>): void {
    try {
      this.transmit(question, 0);
    } catch (cause) {
      this.voice.warn({ code: 'encode', message: sentence(cause), cause });
    }
  }

  /** Sends the keepalive question: under its old number while that is unanswered, so that no more than one ever waits. */
  askForLife(): void {
    const { keepalive } = this.voice.protocol;
    if (keepalive === undefined) return;
    const asked = this.keepalive;
    if (asked?.number !== undefined && this.window.get(asked.number) === asked) {
      this.voice.say(asked.pdu, asked.number);
      return;
    }
    this.keepalive = new OwnQuestion<P>(keepalive.question() as SendOf<P>, Number.POSITIVE_INFINITY);
    this.ask(this.keepalive);
  }

  private get hasRoom(): boolean {
    return !this.blocked && this.inFlight < this.options.window;
  }

  private transmit(request: Pending<P>, now: number): void {
    const { protocol } = this.voice;
    const number = this.window.number(protocol);
    const start = this.voice.slab.length;
    this.voice.write(request.pdu, number);
    if (--request.attempts > 0) request.octets = this.voice.slab.since(start);
    this.window.advance(protocol);
    this.window.add(request, number, now + request.timeoutMs);
    if (!request.own) this.inFlight++;
    this.givenUp?.delete(number);
  }
}
