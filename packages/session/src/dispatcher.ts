import type { Call } from './calls.js';
import type { Clock } from './clock.js';
import { type Audience, Driver } from './driver.js';
import { SessionError, sentence } from './errors.js';
import type { Handlers } from './handlers.js';
import { type Arrival, type Delivery, Inbox } from './inbox.js';
import type { Link } from './link.js';
import type { Output } from './output.js';
import { isPromise } from './promise.js';
import type { Protocol, ReceiveOf, Warning } from './protocol.js';
import type { Session } from './session.js';
import { Bulletin, type Status } from './status.js';
import type { Wire } from './wire.js';

/** Brings what a session says to whom it concerns: a request's caller, a handler, the readers of the status. */
export class Dispatcher<P extends Protocol = Protocol> implements Audience<P>, Delivery<P> {
  readonly driver: Driver<P>;
  private readonly inbox: Inbox<P>;
  private readonly link: Link<P>;
  private handlers: Handlers<P> = {};
  private bulletin: Bulletin | undefined;
  private latest: Status = connected;
  private departure: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  constructor(link: Link<P>, session: Session<P>, wire: Wire, clock: Clock) {
    this.link = link;
    this.driver = new Driver(session, wire, clock, this);
    this.inbox = new Inbox(this.driver, this);
  }

  /** @throws SessionError `option`; the old handlers stay then */
  use(handlers: Handlers<P>): void {
    if (typeof handlers !== 'object' || handlers === null || isPromise(handlers)) {
      throw new SessionError('option', 'handlers must be an object, and no promise of one');
    }
    for (const name of handlerNames) {
      const handler: unknown = handlers[name];
      if (handler !== undefined && typeof handler !== 'function') {
        throw new SessionError('option', `${name} is a ${typeof handler}, not a function`);
      }
    }
    this.handlers = handlers;
    this.driver.session.tap = handlers.onReceive !== undefined || handlers.onSend !== undefined;
  }

  get full(): boolean {
    return this.inbox.full;
  }

  get status(): AsyncIterable<Status> {
    this.bulletin ??= new Bulletin(this.latest);
    return this.bulletin;
  }

  /** Resolves when the wire is closed. */
  get departed(): Promise<void> {
    if (this.departure === undefined) {
      let resolve = (): void => {};
      const promise = new Promise<void>((done) => {
        resolve = done;
      });
      this.departure = { promise, resolve };
      if (this.driver.closed) resolve();
    }
    return this.departure.promise;
  }

  unblocked(): void {
    this.inbox.deliver();
  }

  gone(): void {
    this.departure?.resolve();
  }

  told(output: Output<P>): void {
    const { type } = output;
    if (type === 'response') this.settle(output.request as Call<P>, undefined, output.pdu);
    else if (type === 'failed') this.settle(output.request as Call<P>, output.error, undefined);
    else if (type === 'request' || type === 'notice') this.inbox.add(output);
    else if (type === 'warning') this.warn(output.warning);
    else if (type === 'opened' || type === 'idle') this.publish(output);
    else if (type === 'closing') this.publish(closing);
    else if (type === 'closed') this.close(output);
    else {
      try {
        this.follow(this.report(output));
      } catch (cause) {
        this.failed(cause);
      }
    }
  }

  handle({ type, pdu }: Arrival<P>): unknown {
    return type === 'request' ? this.handlers.onRequest?.(pdu, this.link) : this.handlers.onNotice?.(pdu, this.link);
  }

  warn(warning: Warning): void {
    attempt(() => this.handlers.onWarning?.(warning, this.link));
  }

  // No closure: this is the busiest path of all.
  private settle(call: Call<P>, error: SessionError | undefined, response: ReceiveOf<P> | undefined): void {
    try {
      this.follow(error === undefined ? call.answered(response as ReceiveOf<P>) : call.failed(error));
    } catch (cause) {
      this.failed(cause);
    }
  }

  private publish(status: Status): void {
    this.latest = status;
    this.bulletin?.publish(status);
  }

  private report(output: Extract<Output<P>, { type: 'unexpected' | 'unparsed' | 'received' | 'sent' }>): unknown {
    const { handlers, link } = this;
    if (output.type === 'unexpected') return handlers.onUnexpected?.(output.pdu, output.request, link);
    if (output.type === 'unparsed') return handlers.onUnparsed?.(output.bytes, output.error, link);
    if (output.type === 'received') return handlers.onReceive?.(output.pdu, link);
    return handlers.onSend?.(output.pdu, output.number, link);
  }

  private close({ reason, unanswered }: Extract<Output<P>, { type: 'closed' }>): void {
    this.publish({ type: 'closed', reason });
    attempt(() => this.handlers.onClose?.(reason, unanswered, this.link));
  }

  /** An async handler fails after it has returned, and a rejection that nobody handles ends the process. */
  private follow(reply: unknown): void {
    if (isPromise(reply)) reply.then(undefined, (cause: unknown) => this.failed(cause));
  }

  private failed(cause: unknown): void {
    this.warn({ code: 'handler', message: `a handler failed: ${sentence(cause)}`, cause });
  }
}

const connected: Status = { type: 'connected' };
const closing: Status = { type: 'closing' };

const handlerNames = [
  'onRequest',
  'onNotice',
  'onUnexpected',
  'onUnparsed',
  'onWarning',
  'onClose',
  'onReceive',
  'onSend',
] as const satisfies readonly (keyof Handlers)[];

/** What fails here has nobody left to be told to. */
function attempt(run: () => unknown): void {
  try {
    const reply = run();
    if (isPromise(reply)) reply.then(undefined, () => {});
  } catch {}
}
