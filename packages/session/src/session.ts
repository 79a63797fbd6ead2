import { Arrivals } from './arrivals.js';
import { SessionError } from './errors.js';
import { due, heard, quietUntil } from './keepalive.js';
import { type GivenOptions, resolveOptions, type SessionOptions, type WindowPolicy } from './options.js';
import type { CloseReason, Output } from './output.js';
import { Parting } from './parting.js';
import type { Kind, Protocol, ReceiveOf, Refusal, SendOf } from './protocol.js';
import { Requests } from './requests.js';
import { Standing } from './standing.js';
import { Voice } from './voice.js';
import type { Pending } from './window.js';

const never = Number.POSITIVE_INFINITY;

/**
 * One end of a session; both ends are the same. It is told what happens and when (`now`, in milliseconds of any clock
 * that does not go back), and asked what follows: `next` for what to tell, `take` for what to write, `nextTime` for when
 * to tell it the time. It opens no socket, sets no timer, awaits nothing.
 */
export class Session<P extends Protocol = Protocol> {
  readonly options: SessionOptions;
  private readonly voice: Voice<P>;
  private readonly standing: Standing<P>;
  private readonly requests: Requests<P>;
  private readonly parting: Parting<P>;
  private readonly arrivals: Arrivals<P>;
  private held = false;

  /** @throws SessionError `option` */
  constructor(protocol: P, options: GivenOptions, now: number) {
    // Without a question to ask, silence proves nothing.
    const fitting = protocol.keepalive === undefined ? { ...options, keepaliveMs: 0 } : options;
    this.options = resolveOptions(protocol.defaults, fitting);
    this.voice = new Voice(protocol);
    this.standing = new Standing(this.voice, now);
    this.requests = new Requests(this.voice, this.options);
    this.parting = new Parting(this.voice, this.standing, this.requests, this.options);
    this.arrivals = new Arrivals(this.voice, this.standing, this.requests, this.parting, this.options);
  }

  /** What is spoken now; an opening may have handed over another protocol than the first. */
  get protocol(): P {
    return this.voice.protocol;
  }

  /** The protocol's own name of its state. Undefined: not opened yet. */
  get state(): string | undefined {
    return this.standing.state;
  }

  get ended(): boolean {
    return this.parting.phase === 'ended';
  }

  /** Requests of ours in flight. */
  get inFlight(): number {
    return this.requests.inFlight;
  }

  /** Requests of ours that wait for a place in the window. */
  get waiting(): number {
    return this.requests.waiting;
  }

  /** Octets that `take` would give. */
  get pendingOctets(): number {
    return this.voice.slab.length;
  }

  /** Whether every PDU is told of as `sent` and `received`. */
  set tap(on: boolean) {
    this.voice.tap = on;
  }

  /** The first whole millisecond at which there is something to do, unless something happens before. */
  nextTime(): number {
    if (this.ended) return never;
    const quiet = this.excused ? never : quietUntil(this.standing.liveness, this.options);
    return Math.min(quiet, this.parting.until, this.requests.window.nextExpiry) + 1;
  }

  /**
   * What there is to tell, oldest first. What came is looked at frame by frame as this is called, so that what is done
   * about one PDU is done before the next can end the session.
   */
  next(): Output<P> | undefined {
    const { outputs } = this.voice;
    while (outputs.size === 0 && !this.ended && this.arrivals.step()) this.progress(this.arrivals.receivedAt);
    return outputs.shift();
  }

  /** What is to be written now. The array is the caller's. */
  take(): Uint8Array | undefined {
    return this.voice.slab.take();
  }

  /** Octets came. The chunk is the session's from here on: PDUs may hold views of it. */
  receive(chunk: Uint8Array, now: number): void {
    if (!this.ended) this.arrivals.receive(chunk, now);
  }

  /** It is `now`. */
  tick(now: number): void {
    if (this.ended) return;
    for (const request of this.requests.window.expired(now)) {
      if (this.parting.isTalking && this.requests.resend(request, now)) continue;
      this.requests.giveUp(request);
      const message = `${request.pdu.command}: no response within ${request.timeoutMs} ms`;
      this.voice.fail(request, new SessionError('timeout', message, { pdu: request.pdu }));
      if (request.octets === undefined || request.attempts > 0) continue;
      this.end({ code: 'unanswered', by: 'us', message: `${message}, however often it was sent` });
      return;
    }
    const what = this.excused ? undefined : due(this.standing.liveness, this.options, now);
    if (what === 'ask') {
      if (this.standing.liveness.asked++ === 0) this.voice.tell({ type: 'idle' });
      this.requests.askForLife();
    } else if (what !== undefined) this.end({ code: what, by: 'us', message: timeUp[what] });
    this.progress(now);
  }

  /**
   * Send this request, or let it wait for its turn. Its end is told of as `response` or `failed`, once.
   * @throws SessionError `closed`, `kind`, `state`, `window_full` or `encode`; nothing is told of it then
   */
  request(request: Pending<P>, now: number, policy: WindowPolicy = this.options.windowPolicy): void {
    this.check(request.pdu, 'request');
    this.requests.offer(request, now, policy);
  }

  /**
   * Send this notice, which expects no answer.
   * @throws SessionError `closed`, `kind`, `state` or `encode`
   */
  notify(pdu: SendOf<P>): void {
    this.check(pdu, 'notice');
    this.requests.notify(pdu);
  }

  /** What this is, in the protocol of the moment; undefined where it is no PDU at all. */
  kindOf(pdu: unknown): Kind | undefined {
    return this.standing.kindOf(pdu);
  }

  /** This request is wanted no longer. False: it has ended already. Nothing more is told of it. */
  giveUp(request: Pending<P>, now: number): boolean {
    const there = this.requests.giveUp(request);
    if (there) this.progress(now);
    return there;
  }

  /** Why a `request` or `notice` that was told of must not be handled now. */
  refusal(pdu: ReceiveOf<P>): Refusal | undefined {
    return this.standing.refusal(pdu);
  }

  /** Answer a `request` with a refusal; of a `notice`, warn. */
  refuse(pdu: ReceiveOf<P>, why: Refusal, now: number): void {
    if (this.ended) return;
    if (this.protocol.kind(pdu) === 'request') {
      this.parting.owed--;
      const answer = this.protocol.refuse(pdu, why) as SendOf<P> | undefined;
      if (answer !== undefined) this.voice.answer(pdu, answer);
      this.progress(now);
    } else if (why === 'state' || why === 'bound') {
      this.voice.warn({
        code: why,
        message: `${pdu.command} came in state ${this.state ?? 'unopened'}, where it may not`,
      });
    }
  }

  /**
   * Answer a `request`; the session gives the response its number.
   * @throws SessionError `kind` or `encode`; the request is then still to be answered
   */
  respond(request: ReceiveOf<P>, response: SendOf<P>, now: number): void {
    if (this.ended) return;
    if (this.standing.kindOf(response) !== 'response') {
      throw new SessionError('kind', `what was given in answer to ${request.command} is no response`, { pdu: request });
    }
    // The peer would take it for a fault of its own, or wait on.
    if (this.protocol.answers(response, request) === 'mismatch') {
      throw new SessionError('kind', `${response.command} does not answer ${request.command}`, { pdu: request });
    }
    this.voice.respond(request, response);
    this.parting.owed--;
    this.standing.exchanged(request, response, false, now);
    this.progress(now);
  }

  /** The wire takes no more (or takes it again): requests wait meanwhile. */
  block(blocked: boolean, now: number): void {
    this.requests.blocked = blocked;
    this.progress(now);
  }

  /** Reading rests (or goes on) because requests wait for handlers: the peer's silence means nothing meanwhile. */
  hold(held: boolean, now: number): void {
    if (this.held && !held) heard(this.standing.liveness, now, false);
    this.held = held;
  }

  /** End in good order: let responses and handlers finish, say goodbye, wait for the answer. */
  close(now: number): void {
    this.parting.begin(now);
    this.progress(now);
  }

  /** The peer's side of the wire ended, or the wire failed. */
  disconnected(error?: unknown): void {
    this.parting.disconnected(error);
  }

  /** End at once. All that is unanswered fails. */
  end(reason: CloseReason): void {
    this.parting.end(reason);
  }

  private get excused(): boolean {
    return this.held && this.standing.liveness.opened;
  }

  private check(pdu: SendOf<P>, kind: 'request' | 'notice'): void {
    this.standing.check(pdu, kind);
    const { phase, reason } = this.parting;
    if (phase === 'running') return;
    const message = `${pdu.command}: ${reason === undefined ? 'the session is ending' : reason.message}`;
    throw new SessionError('closed', message, { pdu, reason });
  }

  /** What follows from what has happened. */
  private progress(now: number): void {
    const { phase } = this.parting;
    if (phase === 'ended') return;
    if (phase !== 'leaving') this.requests.promote(now);
    this.parting.progress(now);
  }
}

const timeUp = {
  session_init: 'the session was not opened in time',
  inactivity: 'the peer was inactive for too long',
  keepalive: 'the peer gave no sign of life in time',
} as const;
