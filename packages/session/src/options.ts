import { SessionError } from './errors.js';

/** Where the outgoing window is full. `wait` and `queue` keep the order of the calls. */
export type WindowPolicy = 'wait' | 'queue' | 'reject';

/** All durations in milliseconds; 0 or Infinity switches a timer off. A limit has passed when more than it went by. */
export interface SessionOptions {
  /** Requests in flight at most. @default 10 */
  window: number;
  /**
   * `wait`: a request waits for its turn, however many do; `queue`: `queueLimit` of them may, the rest fail with
   * `window_full`; `reject`: none waits. The response timer starts when the request is sent. @default 'wait'
   */
  windowPolicy: WindowPolicy;
  /** @default 1000 */
  queueLimit: number;
  /** From sending a request to its response. @default 60000 */
  responseTimeoutMs: number;
  /**
   * How often a request is sent, the same octets under the same number, `responseTimeoutMs` apart, before the peer is
   * given up. With 1 nothing is sent again, and only the request fails. @default 1
   */
  requestAttempts: number;
  /** From the connection to a successful opening response. @default 10000 */
  sessionInitTimeoutMs: number;
  /** Silence of the peer before the keepalive question is sent, in an opened session. @default 30000 */
  keepaliveMs: number;
  /** Further silence before the question is sent again or the peer is given up. Any PDU ends it. @default 30000 */
  keepaliveTimeoutMs: number;
  /** How often the keepalive question is sent before the peer is given up. @default 1 */
  keepaliveAttempts: number;
  /** Whether the peer's keepalive question is answered at once rather than handed to `onRequest`. @default true */
  answerKeepalive: boolean;
  /** From the last request or notice of the peer; responses do not count. @default 0 */
  inactivityTimeoutMs: number;
  /** How long `close` waits for responses and handlers before it says goodbye. @default 10000 */
  drainTimeoutMs: number;
  /** How long a goodbye may stay unanswered, and handlers may hold up the answer to the peer's. @default 5000 */
  goodbyeTimeoutMs: number;
  /** The peer's requests that may wait for a handler before no more is read. @default 256 */
  inbox: number;
  /** With a full inbox, `pause` reading (TCP then slows the peer) or `refuse` what comes as busy. @default 'pause' */
  whenFull: 'pause' | 'refuse';
  /** Handlers that may be at work at once; they start in order. One until the session is open. @default 1 */
  concurrency: number;
}

/** Options as they are given: any of them, or none. */
export type GivenOptions = { readonly [K in keyof SessionOptions]?: SessionOptions[K] | undefined };

export const defaultOptions: SessionOptions = {
  window: 10,
  windowPolicy: 'wait',
  queueLimit: 1000,
  responseTimeoutMs: 60_000,
  requestAttempts: 1,
  sessionInitTimeoutMs: 10_000,
  keepaliveMs: 30_000,
  keepaliveTimeoutMs: 30_000,
  keepaliveAttempts: 1,
  answerKeepalive: true,
  inactivityTimeoutMs: 0,
  drainTimeoutMs: 10_000,
  goodbyeTimeoutMs: 5_000,
  inbox: 256,
  whenFull: 'pause',
  concurrency: 1,
};

const counts: ReadonlySet<string> = new Set(['window', 'requestAttempts', 'keepaliveAttempts', 'inbox', 'concurrency']);

const keys = Object.keys(defaultOptions) as (keyof SessionOptions)[];

/**
 * Defaults, those of the protocol, and what was given. Links that want nothing special get the same object.
 * @throws SessionError `option` where a number is none, negative, or a count below 1
 */
export function resolveOptions(defaults: GivenOptions | undefined, given: GivenOptions): SessionOptions {
  const known = shared.get(given);
  if (known !== undefined) return known;
  return keys.every((key) => (given[key] ?? defaults?.[key]) === undefined) ? standard : merge(defaults, given);
}

/** A copy of what was given, resolved once for all the links of a server. */
export function shareOptions<T extends GivenOptions>(defaults: GivenOptions | undefined, given: T): T {
  const copy = { ...given };
  shared.set(copy, resolveOptions(defaults, copy));
  return copy;
}

function merge(defaults: GivenOptions | undefined, given: GivenOptions): SessionOptions {
  const options: Record<string, unknown> = { ...defaultOptions };
  for (const key of keys) options[key] = check(key, given[key] ?? defaults?.[key] ?? defaultOptions[key]);
  return options as unknown as SessionOptions;
}

function check(key: keyof SessionOptions, value: unknown): unknown {
  if (typeof value !== typeof defaultOptions[key]) {
    throw new SessionError('option', `${key} is a ${typeof value}, not a ${typeof defaultOptions[key]}`);
  }
  if (typeof value !== 'number') return value;
  const least = counts.has(key) ? 1 : 0;
  if (!(value >= least)) throw new SessionError('option', `${key} is ${value}; it must be ${least} or more`);
  // Most sums of times are easier where "off" is a time that never comes.
  return key.endsWith('Ms') && value === 0 ? Number.POSITIVE_INFINITY : value;
}

const shared = new WeakMap<object, SessionOptions>();
const standard = merge(undefined, {});
