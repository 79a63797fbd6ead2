import { SessionError, sentence } from './errors.js';
import type { Output } from './output.js';
import type { NumberOf, Protocol, ReceiveOf, SendOf, Warning } from './protocol.js';
import { Queue } from './queue.js';
import { Slab } from './slab.js';
import type { Pending } from './window.js';

/** What a session has to write and to tell, and the protocol it does so in. */
export class Voice<P extends Protocol = Protocol> {
  protocol: P;
  /** Whether every PDU is told of as `sent` and `received`. */
  tap = false;
  readonly outputs = new Queue<Output<P>>();
  readonly slab = new Slab();
  readonly warn = (warning: Warning): void => this.outputs.push({ type: 'warning', warning });

  constructor(protocol: P) {
    this.protocol = protocol;
  }

  tell(output: Output<P>): void {
    this.outputs.push(output);
  }

  fail(request: Pending<P>, error: SessionError): void {
    this.outputs.push({ type: 'failed', request, error });
  }

  /** @throws SessionError `encode`; nothing is written then */
  write(pdu: SendOf<P>, number: NumberOf<P>, protocol: Protocol = this.protocol): void {
    try {
      this.slab.write(protocol, pdu, number);
    } catch (cause) {
      const message = `${pdu.command} cannot be encoded: ${sentence(cause)}`;
      throw new SessionError('encode', message, { pdu, cause });
    }
    if (this.tap) this.outputs.push({ type: 'sent', pdu, number });
  }

  /** Writes once more what was written before. */
  repeat(pdu: SendOf<P>, number: NumberOf<P>, octets: Uint8Array): void {
    this.slab.append(octets);
    if (this.tap) this.outputs.push({ type: 'sent', pdu, number });
  }

  /** Writes what the session says of itself: there is nobody to throw at. */
  say(pdu: SendOf<P>, number: NumberOf<P>): void {
    this.attempt(() => this.write(pdu, number));
  }

  /**
   * Answers what came, under its number.
   * @throws SessionError `encode`; nothing is written then
   */
  respond(request: ReceiveOf<P>, response: SendOf<P>): void {
    const { protocol } = this;
    this.write(response, protocol.numberOf(request) as NumberOf<P>, protocol.answering?.(request));
  }

  /** The same, of what the session answers by itself. */
  answer(request: ReceiveOf<P>, response: SendOf<P>): void {
    this.attempt(() => this.respond(request, response));
  }

  private attempt(write: () => void): void {
    try {
      write();
    } catch (cause) {
      this.warn({ code: 'encode', message: sentence(cause), cause });
    }
  }
}
