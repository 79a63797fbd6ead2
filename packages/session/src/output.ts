import type { SessionError } from './errors.js';
import type { NumberOf, Protocol, ReceiveOf, SendOf, Warning } from './protocol.js';
import type { Pending } from './window.js';

/**
 * Why a session ended.
 * - `goodbye`: the two took leave of each other, or this side closed a session that was never opened
 * - `goodbye_timeout`: this side said goodbye and the peer did not answer
 * - `destroyed`: this side broke off
 * - `wire_closed`: the peer closed the connection without a goodbye
 * - `wire_error`: the connection failed; `error` says how
 * - `framing`: what came is not this protocol, or lost its frame; `looksLike` names what it seems to be
 * - `session_init`, `inactivity`, `keepalive`: that timer ran out
 * - `unanswered`: a request was sent as often as it may be, and had no response
 */
export type CloseCode =
  | 'goodbye'
  | 'goodbye_timeout'
  | 'destroyed'
  | 'wire_closed'
  | 'wire_error'
  | 'framing'
  | 'session_init'
  | 'inactivity'
  | 'keepalive'
  | 'unanswered';

export interface CloseReason {
  readonly code: CloseCode;
  /** Who began it. */
  readonly by: 'us' | 'peer';
  readonly message: string;
  readonly error?: unknown;
  /** `HTTP`, `TLS`, `RDP` and so on, where the first octets tell. */
  readonly looksLike?: string | undefined;
}

/** What a session says, in order. What it has to write is asked for with `take`. */
export type Output<P extends Protocol = Protocol> =
  | { readonly type: 'request'; readonly pdu: ReceiveOf<P> }
  | { readonly type: 'notice'; readonly pdu: ReceiveOf<P> }
  | { readonly type: 'response'; readonly pdu: ReceiveOf<P>; readonly request: Pending<P> }
  | { readonly type: 'failed'; readonly error: SessionError; readonly request: Pending<P> }
  /** A response to nothing in flight: late (then `request` is what it answers), a duplicate, or never asked for. */
  | { readonly type: 'unexpected'; readonly pdu: ReceiveOf<P>; readonly request: SendOf<P> | undefined }
  | { readonly type: 'unparsed'; readonly bytes: Uint8Array; readonly error: unknown }
  | { readonly type: 'warning'; readonly warning: Warning }
  | { readonly type: 'opened'; readonly state: string }
  /** The peer has been silent and is asked for a sign of life. */
  | { readonly type: 'idle' }
  /** This side or the peer wants to leave; what is under way may finish. */
  | { readonly type: 'closing'; readonly by: 'us' | 'peer' }
  /** Every PDU that goes out and comes in, automatic ones too, where `tap` is set. */
  | { readonly type: 'sent'; readonly pdu: SendOf<P>; readonly number: NumberOf<P> }
  | { readonly type: 'received'; readonly pdu: ReceiveOf<P> }
  | { readonly type: 'closed'; readonly reason: CloseReason; readonly unanswered: readonly SendOf<P>[] };
