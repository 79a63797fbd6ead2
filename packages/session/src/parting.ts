import { SessionError, sentence } from './errors.js';
import type { SessionOptions } from './options.js';
import type { CloseReason } from './output.js';
import type { Protocol, ReceiveOf, SendOf } from './protocol.js';
import type { Requests } from './requests.js';
import type { Standing } from './standing.js';
import type { Voice } from './voice.js';
import { OwnQuestion } from './window.js';

const never = Number.POSITIVE_INFINITY;

/**
 * How a session ends. `draining`: this side wants to leave and lets responses and handlers finish; `asked`: it said
 * goodbye; `leaving`: the peer did, and handlers finish before the answer.
 */
export class Parting<P extends Protocol = Protocol> {
  phase: 'running' | 'draining' | 'asked' | 'leaving' | 'ended' = 'running';
  /** The last moment of the phase. */
  until = never;
  /** The peer's requests that were told of and are not answered yet. */
  owed = 0;
  /** Why it ended. */
  reason: CloseReason | undefined;
  private farewell: ReceiveOf<P> | undefined;
  private readonly voice: Voice<P>;
  private readonly standing: Standing<P>;
  private readonly requests: Requests<P>;
  private readonly options: SessionOptions;

  constructor(voice: Voice<P>, standing: Standing<P>, requests: Requests<P>, options: SessionOptions) {
    this.voice = voice;
    this.standing = standing;
    this.requests = requests;
    this.options = options;
  }

  /** Neither side has said goodbye. */
  get isTalking(): boolean {
    return this.phase === 'running' || this.phase === 'draining';
  }

  /** Begins an end in good order. */
  begin(now: number): void {
    if (this.phase !== 'running') return;
    // A handler that refuses the opening may close at once: its answer still goes out.
    if (this.standing.state === undefined && this.owed === 0) {
      this.end({ code: 'goodbye', by: 'us', message: 'closed before the session was opened' });
      return;
    }
    this.phase = 'draining';
    this.voice.tell({ type: 'closing', by: 'us' });
    this.until = now + this.options.drainTimeoutMs;
  }

  /** The peer says goodbye. */
  leave(farewell: ReceiveOf<P>, now: number): void {
    this.farewell = farewell;
    // Two goodbyes that cross settle the matter as well as an answer would.
    if (this.phase === 'asked') this.answerGoodbye();
    else if (this.phase !== 'leaving') {
      if (this.phase === 'running') this.voice.tell({ type: 'closing', by: 'peer' });
      this.phase = 'leaving';
      this.until = now + this.options.goodbyeTimeoutMs;
    }
  }

  /** Takes the next step where nothing is left to wait for, or the phase has lasted long enough. */
  progress(now: number): void {
    const late = now > this.until;
    if (this.phase === 'asked') {
      if (late) this.end({ code: 'goodbye_timeout', by: 'us', message: 'the peer did not answer the goodbye in time' });
    } else if (this.phase === 'leaving') {
      if (late || this.owed === 0) this.answerGoodbye();
    } else if (this.phase === 'draining') {
      const { requests } = this;
      if (late || (this.owed === 0 && requests.inFlight === 0 && requests.waiting === 0)) this.sayGoodbye(now);
    }
  }

  /** The peer's side of the wire ended, or the wire failed. */
  disconnected(error: unknown): void {
    const by = this.phase === 'asked' ? 'us' : 'peer';
    if (this.phase === 'asked' || this.phase === 'leaving') {
      this.end({ code: 'goodbye', by, message: 'the connection closed after a goodbye' });
    } else if (error === undefined) {
      this.end({ code: 'wire_closed', by, message: 'the peer closed the connection without a goodbye' });
    } else this.end({ code: 'wire_error', by, message: `the connection failed: ${sentence(error)}`, error });
  }

  /** Ends at once: all that is unanswered fails. */
  end(reason: CloseReason): void {
    if (this.phase === 'ended') return;
    this.phase = 'ended';
    this.reason = reason;
    this.until = never;
    const unanswered: SendOf<P>[] = [];
    for (const request of this.requests.clear()) {
      unanswered.push(request.pdu);
      const message = `${request.pdu.command}: the session ended: ${reason.message}`;
      this.voice.fail(request, new SessionError('closed', message, { pdu: request.pdu, reason }));
    }
    this.voice.tell({ type: 'closed', reason, unanswered });
  }

  private sayGoodbye(now: number): void {
    const question = this.voice.protocol.goodbye?.question() as SendOf<P> | undefined;
    if (
      question === undefined ||
      !this.voice.protocol.permits(question, this.standing.state, this.standing.openedByUs)
    ) {
      this.end({ code: 'goodbye', by: 'us', message: 'this side closed the session' });
      return;
    }
    this.phase = 'asked';
    this.until = now + this.options.goodbyeTimeoutMs;
    this.requests.ask(new OwnQuestion<P>(question, never));
  }

  private answerGoodbye(): void {
    const by = this.phase === 'asked' ? 'us' : 'peer';
    const farewell = this.farewell as ReceiveOf<P>;
    const answer = this.voice.protocol.goodbye?.answer(farewell) as SendOf<P> | undefined;
    if (answer !== undefined) this.voice.answer(farewell, answer);
    this.end({ code: 'goodbye', by, message: by === 'us' ? 'both sides said goodbye' : 'the peer said goodbye' });
  }
}
