import type { Call } from './calls.js';
import type { Clock } from './clock.js';
import { type Audience, Driver } from './driver.js';
import { SessionError, sentence } from './errors.js';
import type { Handlers } from './handlers.js';
import { type Arrival, type Delivery, Inbox } from './inbox.js';
import type { Link } from './link.js';
import type { Output } from './output.js';
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
  private latest: Status = { type: 'connected' };
  private departure: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  constructor(link: Link<P>, session: Session<P>, wire: Wire, clock: Clock) {
    this.link = link;
    this.driver = new Driver(session, wire, clock, this);
    this.inbox = new Inbox(this.driver, this);
  }

  /** @throws SessionError `option`; the old handlers stay then */
  use(handlers: Handlers<P>): void {
    if (typeof handlers !== 'object' || handlers === null)
      throw new SessionError('option', 'handlers must be an object');
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
    const { handlers, link } = this;
    switch (output.type) {
      case 'response':
        return this.settle(output.request as Call<P>, undefined, output.pdu);
      case 'failed':
        return this.settle(output.request as Call<P>, output.error, undefined);
      case 'request':
      case 'notice':
        return this.inbox.add(output);
      case 'unexpected':
        return this.guard(() => handlers.onUnexpected?.(output.pdu, output.request, link));
      case 'unparsed':
        return this.guard(() => handlers.onUnparsed?.(output.bytes, output.error, link));
      case 'warning':
        return this.warn(output.warning);
      case 'received':
        return this.guard(() => handlers.onReceive?.(output.pdu, link));
      case 'sent':
        return this.guard(() => handlers.onSend?.(output.pdu, output.number, link));
      case 'closed':
        this.publish({ type: 'closed', reason: output.reason });
        return attempt(() => handlers.onClose?.(output.reason, output.unanswered, link));
      case 'closing':
        return this.publish({ type: 'closing' });
      default:
        return this.publish(output);
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
      if (error === undefined) call.answered(response as ReceiveOf<P>);
      else call.failed(error);
    } catch (cause) {
      this.failed(cause);
    }
  }

  private publish(status: Status): void {
    this.latest = status;
    this.bulletin?.publish(status);
  }

  private guard(run: () => void): void {
    try {
      run();
    } catch (cause) {
      this.failed(cause);
    }
  }

  private failed(cause: unknown): void {
    this.warn({ code: 'handler', message: `a handler failed: ${sentence(cause)}`, cause });
  }
}

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
function attempt(run: () => void): void {
  try {
    run();
  } catch {}
}
