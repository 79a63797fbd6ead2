import type { GivenOptions } from './options.js';

/** Any PDU: a plain object that names its command. */
export interface Command {
  readonly command: string;
}

/** `notice`: a message that expects no answer, such as SMPP's outbind. */
export type Kind = 'request' | 'response' | 'notice';

/**
 * Why a peer's request is refused.
 * - `state`: not in this state, or not from this side
 * - `bound`: it would open a session that is open already
 * - `unknown`: nobody here handles it
 * - `failed`: the handler threw, or gave an answer that cannot be encoded
 * - `busy`: too many requests are waiting to be handled
 */
export type Refusal = 'state' | 'bound' | 'unknown' | 'failed' | 'busy';

/** Something tolerated, by a codec or by the session. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly path?: string | undefined;
  readonly offset?: number | undefined;
  /** What was thrown, where the warning reports an error of a handler. */
  readonly cause?: unknown;
}

/** A question either side may ask and its automatic answer: keepalive, goodbye. */
export interface Exchange<Send, Receive> {
  question(): Send;
  isQuestion(pdu: Receive): boolean;
  answer(question: Receive): Send;
}

/** What a successful opening response brings about. */
export interface Opening {
  /** The protocol's own name of the state from here on; the session only hands it back to `permits`. */
  readonly state: string;
  /** The protocol to speak from the next PDU on, both ways. The opening response itself is still in the old one. */
  readonly protocol?: Protocol | undefined;
}

/** What a frame that could not be decoded still tells. */
export interface Rejection<Send, Num> {
  readonly number: Num;
  /** The answer to send. Absent where the frame is itself a response: the request it answers then fails. */
  readonly pdu?: Send | undefined;
}

/**
 * What a codec tells a session. A codec's object fits by its shape alone and needs no import of this package.
 *
 * `Send` and `Receive` are unions of PDUs told apart by `command`; `Answers` maps a request's command to the
 * type of its response; `Num` is a number PDUs are matched by, any primitive that `Map` can hold apart.
 */
export interface Protocol<
  Send extends Command = Command,
  Receive extends Command = Command,
  Answers = unknown,
  Num = unknown,
> {
  /** Lower case, as in `smpp`. Used in sentences. */
  readonly name: string;
  /** For types only, never read: where response types do not follow from the `_resp` and `_RESP` convention. */
  readonly types?: { readonly answers: Answers } | undefined;
  /** Session options this protocol's specification asks for. */
  readonly defaults?: GivenOptions | undefined;

  /**
   * Octets of the frame that begins at `start`, or undefined while that cannot be told yet. It must judge as early
   * as it can and bound the frame, since nothing else does: a length of 4 GiB is an error as soon as it is read.
   * An earlier call has seen all octets before `seen`, for framings that search for an end.
   * @throws where framing is lost and the connection must end
   */
  frameLength(bytes: Uint8Array, start: number, end: number, seen: number): number | undefined;
  /** @throws where this frame is bad and the next one may be good */
  decodeFrame(bytes: Uint8Array, start: number, end: number, onWarning?: (warning: Warning) => void): Receive;
  /**
   * Writes the PDU at `offset`, under `number` where given rather than the PDU's own.
   * @returns the offset behind it
   * @throws an error with code `no_room` where it does not fit, any other where the PDU is wrong
   */
  encodeInto(pdu: Send | Receive, target: Uint8Array, offset: number, number?: Num): number;
  /** The PDU as an array of its own. */
  encode(pdu: Send | Receive, number?: Num): Uint8Array;

  kind(pdu: Send | Receive): Kind;
  numberOf(pdu: Receive): Num;
  readonly firstNumber: Num;
  /** The number after `number`; wraps. */
  nextNumber(number: Num): Num;
  /**
   * Whether `response`, which has the number of `request`, answers it. `nack` settles it as a failure;
   * `mismatch`, the wrong type of response, does so too and is worth a warning. Asked of our own answers as well, which
   * are not sent where they mismatch.
   */
  answers(response: Send | Receive, request: Send | Receive): 'yes' | 'nack' | 'mismatch';
  /** Absent where the protocol has none. */
  readonly keepalive?: Exchange<Send, Receive> | undefined;
  /** Absent where the protocol has none. */
  readonly goodbye?: Exchange<Send, Receive> | undefined;

  /** What changes once `response` was sent or received. Knows no roles, only who asked. */
  opened(request: Send | Receive, response: Send | Receive, askedByUs: boolean): Opening | undefined;
  /** In what to answer this request of the peer, where that is not the protocol spoken: a version asked for, say. */
  answering?(request: Receive): Protocol | undefined;
  /**
   * Whether this request or notice may be sent in `state` (undefined: not opened yet) by the side that asked for
   * the session (`byOpener`; undefined: not known yet).
   */
  permits(pdu: Send | Receive, state: string | undefined, byOpener: boolean | undefined): boolean;
  /** The answer to a peer's request that is refused. */
  refuse(request: Receive, why: Refusal): Send | undefined;
  /** The answer to a frame that `decodeFrame` or `frameLength` threw on, where one can be sent. */
  reject(bytes: Uint8Array, start: number, end: number, error: unknown): Rejection<Send, Num> | undefined;
}

/** What may be sent over a protocol. */
export type SendOf<P extends Protocol> = Parameters<P['encode']>[0];
/** What may come. */
export type ReceiveOf<P extends Protocol> = ReturnType<P['decodeFrame']>;
export type NumberOf<P extends Protocol> = P['firstNumber'];

type Declared<P> = P extends { readonly types?: infer T }
  ? NonNullable<T> extends { answers: infer A }
    ? A
    : unknown
  : unknown;
type Named<R, C extends string> = Extract<R, { readonly command: `${C}_resp` | `${C}_RESP` }>;

/** The response to the request `C`: as `types` declares it, else by name, else anything that may come. */
export type AnswerOf<P extends Protocol, C extends string> = C extends keyof Declared<P>
  ? Declared<P>[C]
  : [Named<ReceiveOf<P>, C>] extends [never]
    ? ReceiveOf<P>
    : Named<ReceiveOf<P>, C>;
