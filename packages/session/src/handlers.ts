import type { Link } from './link.js';
import type { CloseReason } from './output.js';
import type { NumberOf, Protocol, ReceiveOf, SendOf, Warning } from './protocol.js';

/** A response, or that there is none. */
type Reply<P extends Protocol> = SendOf<P> | undefined;

/**
 * What a link calls. All are optional. What one throws, or rejects with later, is told to `onWarning` with the code
 * `handler`; what `onWarning` and `onClose` throw goes nowhere.
 */
export interface Handlers<P extends Protocol = Protocol> {
  /**
   * A request of the peer, in order. Gives the response or a promise of it; the link numbers it. While the promise is
   * open no further request is handed over (see `concurrency`), and in the end no more is read. Without an answer, or
   * without this handler, the peer is told that nobody knows the request; when it throws, that it failed.
   */
  onRequest?(pdu: ReceiveOf<P>, link: Link<P>): Reply<P> | Promise<Reply<P>>;
  /** A message that expects no answer, in order with the requests. */
  onNotice?(pdu: ReceiveOf<P>, link: Link<P>): void | Promise<void>;
  /** A response to nothing in flight: late (then `request` is what it answers), a duplicate, or never asked for. */
  onUnexpected?(response: ReceiveOf<P>, request: SendOf<P> | undefined, link: Link<P>): void;
  /** A frame that could not be decoded; the peer has been told where the protocol has a way to. `bytes` is a copy. */
  onUnparsed?(bytes: Uint8Array, error: unknown, link: Link<P>): void;
  /** Something was tolerated, or a handler failed. */
  onWarning?(warning: Warning, link: Link<P>): void;
  /** The session ended, and these requests of ours have no answer. Comes once, last of all but `onSend`. */
  onClose?(reason: CloseReason, unanswered: readonly SendOf<P>[], link: Link<P>): void;
  /** Every PDU that came, automatic ones too. */
  onReceive?(pdu: ReceiveOf<P>, link: Link<P>): void;
  /** Every PDU that was encoded to be sent, automatic ones too, and the number it went under. */
  onSend?(pdu: SendOf<P>, number: NumberOf<P>, link: Link<P>): void;
}

/** Handlers, or a function that makes them once it knows the link. */
export type HandlersFor<P extends Protocol> = Known<P, Handlers<P> | ((link: Link<P>) => Handlers<P>)>;

/**
 * `T`, worked out as soon as `P` is. Where handlers stand in the call that `P` is inferred from, TypeScript would
 * otherwise check them against any protocol at all, and take the command of a response for any string.
 */
export type Known<P extends Protocol, T> = P extends Protocol ? T : never;
