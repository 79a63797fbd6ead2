import type { SessionError } from './errors.js';
import type { Protocol, ReceiveOf, SendOf } from './protocol.js';
import { Pending } from './window.js';

/** What a link needs of an `AbortSignal`. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** A request and who waits for its end. One object does both: in-flight requests are what there is most of. */
export abstract class Call<P extends Protocol = Protocol> extends Pending<P> {
  /** What these give is what the callback gave: a promise of it may fail later. */
  abstract answered(response: ReceiveOf<P>): unknown;
  abstract failed(error: SessionError): unknown;
}

/** Told by a callback. */
export class CallbackCall<P extends Protocol> extends Call<P> {
  private readonly done: Done<P> | undefined;

  constructor(pdu: SendOf<P>, timeoutMs: number, attempts: number, done: Done<P> | undefined) {
    super(pdu, timeoutMs, attempts);
    this.done = done;
  }

  answered(response: ReceiveOf<P>): unknown {
    return this.done?.(undefined, response);
  }

  failed(error: SessionError): unknown {
    return this.done?.(error, undefined);
  }
}

export type Done<P extends Protocol> = (error: SessionError | undefined, response: ReceiveOf<P> | undefined) => void;

type Settle = (value: unknown) => void;
let resolver: Settle;
let rejecter: Settle;
// One function for all promises: a closure for each would cost as much again as the promise.
const capture = (resolve: Settle, reject: Settle): void => {
  resolver = resolve;
  rejecter = reject;
};

/** Told by a promise. */
export class PromiseCall<P extends Protocol> extends Call<P> {
  readonly promise: Promise<unknown> = new Promise(capture);
  private readonly resolve: Settle = resolver;
  private readonly reject: Settle = rejecter;

  answered(response: ReceiveOf<P>): void {
    this.resolve(response);
  }

  failed(error: SessionError): void {
    this.reject(error);
  }
}

/** Told by a promise, and given up when a signal says so. */
export class AbortableCall<P extends Protocol> extends PromiseCall<P> {
  private readonly signal: Signal;
  private readonly onAbort: () => void;

  constructor(
    pdu: SendOf<P>,
    timeoutMs: number,
    attempts: number,
    signal: Signal,
    giveUp: (call: AbortableCall<P>) => void,
  ) {
    super(pdu, timeoutMs, attempts);
    this.signal = signal;
    this.onAbort = () => giveUp(this);
    signal.addEventListener('abort', this.onAbort);
  }

  override answered(response: ReceiveOf<P>): void {
    this.signal.removeEventListener('abort', this.onAbort);
    super.answered(response);
  }

  override failed(error: SessionError): void {
    this.signal.removeEventListener('abort', this.onAbort);
    super.failed(error);
  }
}
