import { SessionError } from './errors.js';
import { connected, heard } from './keepalive.js';
import type { Command, Kind, Opening, Protocol, ReceiveOf, Refusal, SendOf } from './protocol.js';
import type { Voice } from './voice.js';

/** How far the session has got in its protocol, and so what may be sent. It knows who asked, not who is server. */
export class Standing<P extends Protocol = Protocol> {
  /** The protocol's own name of its state. Undefined: not opened yet. */
  state: string | undefined;
  /** Whether this end asked for the session. Undefined: not opened yet. */
  openedByUs: boolean | undefined;
  readonly liveness;
  private readonly voice: Voice<P>;

  constructor(voice: Voice<P>, now: number) {
    this.voice = voice;
    this.liveness = connected(now);
  }

  /** Takes note of a response that was sent or received. */
  exchanged(request: SendOf<P>, response: SendOf<P>, askedByUs: boolean, now: number): void {
    const opening: Opening | undefined = this.voice.protocol.opened(request, response, askedByUs);
    if (opening === undefined) return;
    if (this.state === undefined) this.openedByUs = askedByUs;
    this.state = opening.state;
    if (opening.protocol !== undefined) this.voice.protocol = opening.protocol as P;
    this.liveness.opened = true;
    heard(this.liveness, now, false);
    this.voice.tell({ type: 'opened', state: opening.state });
  }

  /** @throws SessionError `kind` or `state` */
  check(pdu: SendOf<P>, kind: 'request' | 'notice'): void {
    const { protocol } = this.voice;
    if (this.kindOf(pdu) !== kind)
      throw new SessionError('kind', `${commandOf(pdu) ?? 'what was given'} is no ${kind}`);
    if (protocol.permits(pdu, this.state, this.openedByUs)) return;
    const where = this.state === undefined ? 'before the session is opened' : `in state ${this.state} from this side`;
    throw new SessionError('state', `${pdu.command} may not be sent ${where}`, { pdu });
  }

  /** Of what a caller gave, which may be anything at all. */
  kindOf(pdu: unknown): Kind | undefined {
    const command = commandOf(pdu);
    return command === undefined ? undefined : this.voice.protocol.kind(pdu as Command);
  }

  /** Why what the peer sent must not be handled now. */
  refusal(pdu: ReceiveOf<P>): Refusal | undefined {
    const { protocol } = this.voice;
    if (protocol.permits(pdu, this.state, this.openedByUs === undefined ? undefined : !this.openedByUs))
      return undefined;
    return this.state !== undefined && protocol.permits(pdu, undefined, undefined) ? 'bound' : 'state';
  }
}

function commandOf(pdu: unknown): string | undefined {
  const command = typeof pdu === 'object' && pdu !== null && 'command' in pdu ? pdu.command : undefined;
  return typeof command === 'string' ? command : undefined;
}
