/**
 * Why an exchange came to nothing.
 * - `timeout`: no response came, however often the request was sent again
 * - `closed`: this side closed before the response came
 * - `window_full`: as many requests are outstanding as may be
 * - `kind`: a response or a notice was given where a request is due, or a request where a notice is
 * - `address`: not an address of http or https
 * - `network`: the peer could not be reached, or broke off; `cause` says how
 * - `http_status`: the reply's HTTP status is no success; it is `httpStatus`
 * - `size`: the reply is larger than it may be
 * - `unanswered`: the reply holds no response to the request
 * - `session_id`: the session id that came cannot stand in a header field
 */
export type MccpExchangeErrorCode =
  | 'timeout'
  | 'closed'
  | 'window_full'
  | 'kind'
  | 'address'
  | 'network'
  | 'http_status'
  | 'size'
  | 'unanswered'
  | 'session_id';

/** The error of exchanges over UDP and HTTP. Recognise it by `code`. What is wrong with a line is an `MccpError`. */
export class MccpExchangeError extends Error {
  override readonly name = 'MccpExchangeError';
  readonly code: MccpExchangeErrorCode;
  /** The status of the HTTP reply, with `http_status`. */
  readonly httpStatus: number | undefined;

  constructor(code: MccpExchangeErrorCode, message: string, details: { cause?: unknown; httpStatus?: number } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.httpStatus = details.httpStatus;
  }
}
