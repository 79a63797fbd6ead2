import { SessionError, sentence } from './errors.js';
import { Framer } from './framer.js';
import { heard } from './keepalive.js';
import type { SessionOptions } from './options.js';
import type { Parting } from './parting.js';
import { looksLike } from './probe.js';
import type { NumberOf, Protocol, ReceiveOf, SendOf } from './protocol.js';
import type { Requests } from './requests.js';
import type { Standing } from './standing.js';
import type { Voice } from './voice.js';

/** What becomes of the octets that come. */
export class Arrivals<P extends Protocol = Protocol> {
  private readonly framer = new Framer();
  /** No whole frame has come yet. */
  private strange = true;
  /** When the last octets came. */
  receivedAt = 0;
  private readonly voice: Voice<P>;
  private readonly standing: Standing<P>;
  private readonly requests: Requests<P>;
  private readonly parting: Parting<P>;
  private readonly options: SessionOptions;

  constructor(
    voice: Voice<P>,
    standing: Standing<P>,
    requests: Requests<P>,
    parting: Parting<P>,
    options: SessionOptions,
  ) {
    this.voice = voice;
    this.standing = standing;
    this.requests = requests;
    this.parting = parting;
    this.options = options;
  }

  receive(chunk: Uint8Array, now: number): void {
    this.framer.feed(chunk);
    this.receivedAt = now;
  }

  /** Takes the next frame of what came. False: there is none. */
  step(): boolean {
    if (!this.nextFrame()) return false;
    this.frame(this.receivedAt);
    return true;
  }

  private nextFrame(): boolean {
    try {
      return this.framer.next(this.voice.protocol);
    } catch (error) {
      this.lost(error, ...this.framer.rest());
      return false;
    }
  }

  private frame(now: number): void {
    const { bytes, start, end } = this.framer;
    this.strange = false;
    let pdu: ReceiveOf<P>;
    try {
      pdu = this.voice.protocol.decodeFrame(bytes, start, end, this.voice.warn) as ReceiveOf<P>;
    } catch (error) {
      // Bad as it is, somebody sent it: the peer lives.
      heard(this.standing.liveness, now, true);
      this.voice.tell({ type: 'unparsed', bytes: bytes.slice(start, end), error });
      this.reject(error, bytes, start, end);
      return;
    }
    this.arrived(pdu, now);
  }

  private arrived(pdu: ReceiveOf<P>, now: number): void {
    const { protocol } = this.voice;
    const kind = protocol.kind(pdu);
    heard(this.standing.liveness, now, kind === 'response');
    if (this.voice.tap) this.voice.tell({ type: 'received', pdu });
    if (kind === 'response') this.answered(pdu, now);
    else if (kind === 'notice') this.voice.tell({ type: 'notice', pdu });
    else if (this.options.answerKeepalive && protocol.keepalive?.isQuestion(pdu)) {
      this.voice.answer(pdu, protocol.keepalive.answer(pdu) as SendOf<P>);
    } else if (protocol.goodbye?.isQuestion(pdu)) this.parting.leave(pdu, now);
    else {
      this.parting.owed++;
      this.voice.tell({ type: 'request', pdu });
    }
  }

  private answered(pdu: ReceiveOf<P>, now: number): void {
    const { voice, requests } = this;
    const { protocol } = voice;
    const number = protocol.numberOf(pdu) as NumberOf<P>;
    const request = requests.window.get(number);
    if (request === undefined) {
      // A keepalive question that was sent again may be answered again.
      const asked = requests.keepalive;
      if (asked?.number === number && protocol.answers(pdu, asked.pdu) === 'yes') return;
      voice.tell({ type: 'unexpected', pdu, request: requests.late(number) });
      return;
    }
    requests.settle(request);
    if (request.own) {
      if (request === requests.keepalive) return;
      this.parting.end({ code: 'goodbye', by: 'us', message: 'this side said goodbye' });
      return;
    }
    const verdict = protocol.answers(pdu, request.pdu);
    if (verdict === 'yes') {
      this.standing.exchanged(request.pdu, pdu, true, now);
      voice.tell({ type: 'response', pdu, request });
      return;
    }
    const message = `${request.pdu.command} was answered by ${pdu.command}`;
    if (verdict === 'mismatch') voice.warn({ code: 'mismatch', message });
    voice.fail(request, new SessionError(verdict, message, { pdu: request.pdu, response: pdu }));
  }

  private lost(error: unknown, bytes: Uint8Array, start: number, end: number): void {
    const stranger = this.strange ? looksLike(bytes, start, end) : undefined;
    if (stranger === undefined) this.reject(error, bytes, start, end);
    const { name } = this.voice.protocol;
    const message = stranger === undefined ? sentence(error) : `what came looks like ${stranger}, not ${name}`;
    this.parting.end({ code: 'framing', by: 'peer', message, error, looksLike: stranger });
  }

  private reject(error: unknown, bytes: Uint8Array, start: number, end: number): void {
    const rejection = this.voice.protocol.reject(bytes, start, end, error);
    if (rejection === undefined) return;
    const number = rejection.number as NumberOf<P>;
    if (rejection.pdu !== undefined) {
      this.voice.say(rejection.pdu as SendOf<P>, number);
      return;
    }
    const request = this.requests.window.get(number);
    if (request === undefined || !this.requests.settle(request) || request.own) return;
    const message = `the response to ${request.pdu.command} cannot be decoded: ${sentence(error)}`;
    this.voice.fail(request, new SessionError('unparsed', message, { pdu: request.pdu, cause: error }));
  }
}
