/**
 * A symmetric session: what two peers of any request and response protocol owe each other, over any byte stream.
 *
 * @packageDocumentation
 */
export type { Done, Signal } from './calls.js';
export { type Clock, systemClock } from './clock.js';
export { SessionError, type SessionErrorCode } from './errors.js';
export type { Handlers } from './handlers.js';
export { Link, type LinkOptions, type RequestOptions } from './link.js';
export { defaultOptions, type GivenOptions, type SessionOptions, type WindowPolicy } from './options.js';
export type { CloseCode, CloseReason, Output } from './output.js';
export type {
  AnswerOf,
  Command,
  Exchange,
  Kind,
  NumberOf,
  Opening,
  Protocol,
  ReceiveOf,
  Refusal,
  Rejection,
  SendOf,
  Warning,
} from './protocol.js';
export { Session } from './session.js';
export type { Status } from './status.js';
export { Pending } from './window.js';
export type { Wire, WireEvents } from './wire.js';
export { withLink } from './with-link.js';
