import { AbortableCall, CallbackCall, type Done, PromiseCall, type Signal } from './calls.js';
import { type Clock, systemClock } from './clock.js';
import { Dispatcher } from './dispatcher.js';
import { SessionError, sentence } from './errors.js';
import type { Handlers, HandlersFor } from './handlers.js';
import type { GivenOptions, WindowPolicy } from './options.js';
import type { AnswerOf, Protocol, SendOf } from './protocol.js';
import { Session } from './session.js';
import type { Status } from './status.js';
import type { Pending } from './window.js';
import type { Wire } from './wire.js';

export interface LinkOptions extends GivenOptions {
  /** @default systemClock */
  readonly clock?: Clock | undefined;
}

export interface RequestOptions {
  /** Milliseconds from sending to the response; 0 or Infinity for none. @default responseTimeoutMs */
  readonly timeoutMs?: number | undefined;
  /** How often it is sent before the peer is given up; 1 for no more than once. @default requestAttempts */
  readonly attempts?: number | undefined;
  /** Gives the request up. */
  readonly signal?: Signal | undefined;
  /** What to do when the window is full. @default windowPolicy */
  readonly window?: WindowPolicy | undefined;
}

/** A session over a wire. Both ends are links; nothing here knows which of them called. */
export class Link<P extends Protocol = Protocol> {
  /** The other end, in the words of the wire. */
  readonly remote: string;
  private readonly session: Session<P>;
  private readonly dispatcher: Dispatcher<P>;
  private readonly clock: Clock;

  /**
   * Starts at once: whatever comes goes to the handlers given here. Handlers made by a function get to know the link.
   * @throws SessionError `option`, and what the function throws
   */
  constructor(wire: Wire, protocol: P, handlers?: HandlersFor<P>, options: LinkOptions = {}) {
    this.remote = wire.remote;
    this.clock = options.clock ?? systemClock;
    this.session = new Session(protocol, options, this.clock.now());
    this.dispatcher = new Dispatcher(this, this.session, wire, this.clock);
    const given: Handlers<P> | ((link: Link<P>) => Handlers<P>) = handlers ?? {};
    this.use(typeof given === 'function' ? given(this) : given);
    wire.start(this.dispatcher.driver);
    this.dispatcher.driver.settle();
  }

  /** The protocol's own name of its state. Undefined: not opened yet. */
  get state(): string | undefined {
    return this.session.state;
  }

  /** Whether the session has ended. */
  get closed(): boolean {
    return this.session.ended;
  }

  /** Requests that were sent and are not answered yet. */
  get inFlight(): number {
    return this.session.inFlight;
  }

  /** Requests that wait for a place in the window. */
  get waiting(): number {
    return this.session.waiting;
  }

  /** What becomes of the link: the present status first, then each change until `closed`. For any number of readers. */
  get status(): AsyncIterable<Status> {
    return this.dispatcher.status;
  }

  /**
   * Sends a request and gives its response, whatever status that carries. Settles exactly once.
   * @throws (as a rejection) SessionError with any code but `connect`
   */
  request<C extends SendOf<P>['command']>(
    pdu: SendOf<P> & { readonly command: C },
    options?: RequestOptions,
  ): Promise<AnswerOf<P, C>>;
  request(pdu: SendOf<P>, options?: RequestOptions): Promise<unknown> {
    const { responseTimeoutMs, requestAttempts } = this.session.options;
    const timeoutMs = options?.timeoutMs ?? responseTimeoutMs;
    const attempts = options?.attempts ?? requestAttempts;
    const call = this.promiseCall(pdu, timeoutMs || Number.POSITIVE_INFINITY, attempts, options?.signal);
    try {
      if (!(timeoutMs >= 0))
        throw new SessionError('option', `timeoutMs is ${timeoutMs}; it must be 0 or more`, { pdu });
      if (!(attempts >= 1)) throw new SessionError('option', `attempts is ${attempts}; it must be 1 or more`, { pdu });
      if (options?.signal?.aborted === true) throw aborted(pdu, options.signal);
      this.session.request(call, this.clock.now(), options?.window);
    } catch (error) {
      call.failed(error as SessionError);
      return call.promise;
    }
    this.dispatcher.driver.settle();
    return call.promise;
  }

  /**
   * Sends a notice, or a request without a promise: `done` is called once with its end, and may be left out.
   * @throws SessionError `closed`, `kind`, `state`, `window_full` or `encode`; `done` is not called then
   */
  send(pdu: SendOf<P>, done?: Done<P>): void {
    if (this.session.kindOf(pdu) === 'notice') this.session.notify(pdu);
    else {
      const { responseTimeoutMs, requestAttempts } = this.session.options;
      this.session.request(new CallbackCall(pdu, responseTimeoutMs, requestAttempts, done), this.clock.now());
    }
    this.dispatcher.driver.settle();
  }

  /** Replaces the handlers. @throws SessionError `option`; the old ones stay then */
  use(handlers: Handlers<P>): void {
    this.dispatcher.use(handlers);
  }

  /**
   * Ends in good order: no new requests, those under way finish, goodbye, the connection closes. Each step is bounded
   * by `drainTimeoutMs` or `goodbyeTimeoutMs`. Resolves when the connection is closed; never rejects. It may be called
   * again and from any handler; a handler that awaits it holds it up until `drainTimeoutMs`, since it waits for handlers.
   */
  close(): Promise<void> {
    this.session.close(this.clock.now());
    this.dispatcher.driver.settle();
    return this.dispatcher.departed;
  }

  /** Ends at once, without goodbye; what was not written yet is dropped. */
  destroy(error?: unknown): void {
    const message = error === undefined ? 'this side broke off' : `this side broke off: ${sentence(error)}`;
    this.session.end({ code: 'destroyed', by: 'us', message, error });
    this.dispatcher.driver.destroy();
  }

  private promiseCall(pdu: SendOf<P>, timeoutMs: number, attempts: number, signal: Signal | undefined): PromiseCall<P> {
    if (signal === undefined) return new PromiseCall(pdu, timeoutMs, attempts);
    return new AbortableCall(pdu, timeoutMs, attempts, signal, (call) => {
      if (!this.session.giveUp(call as Pending<P>, this.clock.now())) return;
      call.failed(aborted(pdu, signal));
      this.dispatcher.driver.settle();
    });
  }
}

function aborted(pdu: { command: string }, signal: Signal): SessionError {
  return new SessionError('aborted', `${pdu.command}: given up by its signal`, { pdu, cause: signal.reason });
}
