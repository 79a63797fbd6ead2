import type { CloseReason } from './output.js';
import type { Command } from './protocol.js';

/**
 * Why a request failed, or what was misused.
 * - `timeout`: no response came in time
 * - `nack`: the peer refused the PDU as such; `response` says how
 * - `mismatch`: a response of another type came under the request's number; it is `response`
 * - `unparsed`: the response came but could not be decoded; `cause` says why
 * - `aborted`: the signal was aborted; `cause` is its reason
 * - `window_full`: no room in the window, and none in the queue
 * - `encode`: the PDU cannot be encoded and nothing was sent; `cause` says why
 * - `kind`: a response was given where a request or notice is due
 * - `state`: the protocol does not permit the PDU in this state, or from this side
 * - `closed`: the session ended or is ending; `reason` says why
 * - `connect`: no connection came about; `cause` says why
 * - `option`: an option has an impossible value
 */
export type SessionErrorCode =
  | 'timeout'
  | 'nack'
  | 'mismatch'
  | 'unparsed'
  | 'aborted'
  | 'window_full'
  | 'encode'
  | 'kind'
  | 'state'
  | 'closed'
  | 'connect'
  | 'option';

interface Details {
  readonly pdu?: Command | undefined;
  readonly response?: Command | undefined;
  readonly reason?: CloseReason | undefined;
  readonly cause?: unknown;
}

/** The one error of this package. Recognise it by `name` and `code`, so that two copies on disk do no harm. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code: SessionErrorCode;
  /** The request that failed. */
  readonly pdu: Command | undefined;
  readonly response: Command | undefined;
  readonly reason: CloseReason | undefined;

  constructor(code: SessionErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.pdu = details.pdu;
    this.response = details.response;
    this.reason = details.reason;
  }
}

/** The `code` of whatever was thrown, where it has one. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** One sentence about whatever was thrown, even where that cannot be made a string. */
export function sentence(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return 'what was thrown cannot be told in words';
  }
}
