import { NONE } from '../octets.js';
import type { Tolerance } from '../tolerance.js';
import { wantFunction, wantNumber, wantObject } from '../wanted.js';
import {
  type Assembly,
  begin,
  checkPart,
  placeOf,
  type ReceivedPart,
  type WholeMessage,
  whole,
  withPart,
} from './assembly.js';

/** Keeps what is not whole yet, in the order it was first set. A `Map` is one. */
export interface AssemblyStore {
  get(key: string): Assembly | undefined;
  set(key: string, assembly: Assembly): unknown;
  delete(key: string): unknown;
  /** Oldest first. */
  [Symbol.iterator](): Iterator<[string, Assembly]>;
}

/** A message that was given up before it was whole. */
export interface Eviction {
  /**
   * - `expired`: its first segment came `ttlMs` ago
   * - `messages`, `bytes`: the oldest made room for what came
   * - `conflict`: another segment came in the place of one that is there, so the reference is in use again
   */
  reason: 'expired' | 'messages' | 'bytes' | 'conflict';
  assembly: Assembly;
}

export interface ReassemblerOptions extends Tolerance {
  /** Milliseconds to wait for the rest of a message after its first segment. @default 86_400_000, a day */
  ttlMs?: number | undefined;
  /** Messages held at most. @default 10_000 */
  maxMessages?: number | undefined;
  /** Octets held at most, the characters of the addresses counted. @default 16_777_216 */
  maxBytes?: number | undefined;
  /** Told of every message that is given up. */
  onEvict?: ((eviction: Eviction) => void) | undefined;
  /** Where unfinished messages are kept; what is in it already counts. @default a new Map */
  store?: AssemblyStore | undefined;
}

export interface Reassembler {
  /**
   * Takes a segment that came at `now`, in milliseconds of any clock that only goes forward.
   * @returns the message it makes whole, or `undefined` while segments are missing. A segment without a concatenation
   *   is a whole message; one that is there already changes nothing
   * @throws UserDataError `option` for what is no segment or no time, and with `strict` in place of a warning
   */
  add(part: ReceivedPart, now: number): WholeMessage | undefined;
  /** Gives up what is too old at `now`. `add` does the same. */
  expire(now: number): void;
  /** When the oldest unfinished message expires, if there is one. */
  nextExpiry(): number | undefined;
  /** What is held. */
  pending(): { messages: number; bytes: number };
}

/**
 * Puts messages together from segments that come in any order, twice, or over several connections. It reads no clock
 * and sets no timer, and holds no more than it is allowed to, whatever comes.
 * @throws UserDataError `option` for a limit that is negative or no number, and for other options that cannot be
 */
export function createReassembler(options: ReassemblerOptions = {}): Reassembler {
  checkOptions(options);
  const { ttlMs = 86_400_000, maxMessages = 10_000, maxBytes = 16_777_216, onEvict } = options;
  const store: AssemblyStore = options.store ?? new Map<string, Assembly>();
  let messages = 0;
  let bytes = 0;
  for (const [, assembly] of store) {
    messages += 1;
    bytes += assembly.bytes;
  }

  function remove(key: string, assembly: Assembly): void {
    store.delete(key);
    messages -= 1;
    bytes -= assembly.bytes;
  }

  function oldest(): [string, Assembly] | undefined {
    for (const entry of store) return entry;
    return undefined;
  }

  function evictOldest(reason: Eviction['reason']): void {
    const entry = oldest();
    if (entry === undefined) return;
    remove(...entry);
    onEvict?.({ reason, assembly: entry[1] });
  }

  function expire(now: number): void {
    wantNumber('reassembler.now', now);
    for (let entry = oldest(); entry !== undefined && entry[1].startedAt + ttlMs <= now; entry = oldest()) {
      evictOldest('expired');
    }
  }

  function keep(key: string, assembly: Assembly): void {
    store.set(key, assembly);
    messages += 1;
    bytes += assembly.bytes;
    while (messages > maxMessages) evictOldest('messages');
    while (bytes > maxBytes && messages > 0) evictOldest('bytes');
  }

  function add(part: ReceivedPart, now: number): WholeMessage | undefined {
    checkPart(part);
    wantNumber('reassembler.now', now, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    expire(now);
    const place = placeOf(part, options);
    if (place === undefined) return whole(part.from, part.to, [{ udh: part.udh ?? NONE, payload: part.payload }]);

    const { key, sequence } = place;
    const held = store.get(key);
    let next = held && withPart(held, part, sequence);
    if (held !== undefined && next === held) return undefined;
    if (held !== undefined) {
      remove(key, held);
      if (next === undefined) onEvict?.({ reason: 'conflict', assembly: held });
    }
    next ??= withPart(begin(part, place, now), part, sequence) as Assembly;
    if (next.missing === 0) return whole(part.from, part.to, next.parts as WholeMessage['parts']);
    if (next.bytes > maxBytes) onEvict?.({ reason: 'bytes', assembly: next });
    else keep(key, next);
    return undefined;
  }

  return {
    add,
    expire,
    nextExpiry() {
      const entry = oldest();
      return entry === undefined ? undefined : entry[1].startedAt + ttlMs;
    },
    pending: () => ({ messages, bytes }),
  };
}

function checkOptions(options: ReassemblerOptions): void {
  wantObject('reassembler', options);
  const { ttlMs = 0, maxMessages = 0, maxBytes = 0, onEvict, onWarning, store } = options;
  for (const [name, limit] of Object.entries({ ttlMs, maxMessages, maxBytes })) {
    wantNumber(`reassembler.${name}`, limit, 0);
  }
  wantFunction('reassembler.onEvict', onEvict);
  wantFunction('reassembler.onWarning', onWarning);
  if (store !== undefined) wantObject('reassembler.store', store);
}
