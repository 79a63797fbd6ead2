import type { Clock, Link } from '@smswire/session';
import type { SmppInput } from '@smswire/smpp';
import type { Codec } from '../smpp/codec.js';
import { Queue } from './queue.js';

interface Letter {
  readonly pdu: SmppInput;
  /** The link of the message it is about, which is the first choice. */
  readonly preferred: Link<Codec>;
}

interface Mailbox {
  readonly waiting: Queue<Letter>;
  readonly receivers: Set<Link<Codec>>;
}

/** Requests under way on each link. */
const WINDOW = 10;

/** What is on its way to ESMEs: kept, up to a limit, until a link of theirs that can receive takes it. */
export class Mailboxes {
  private readonly boxes = new Map<string, Mailbox>();
  private readonly clock: Clock;
  private readonly limit: number;
  private readonly onLost: (pdu: SmppInput, why: string) => void;
  private held = 0;
  private stopped = false;

  constructor(clock: Clock, limit: number, onLost: (pdu: SmppInput, why: string) => void) {
    this.clock = clock;
    this.limit = limit;
    this.onLost = onLost;
  }

  /** A link of the ESME can receive from now on. */
  open(systemId: string, link: Link<Codec>): void {
    const box = this.box(systemId);
    box.receivers.add(link);
    this.carry(systemId, box);
  }

  /** The link takes no more. */
  close(systemId: string, link: Link<Codec>): void {
    const box = this.boxes.get(systemId);
    box?.receivers.delete(link);
    if (box !== undefined) this.tidy(systemId, box);
  }

  /** Sends a PDU to the ESME, now or when a link of its can receive. */
  post(systemId: string, pdu: SmppInput, preferred: Link<Codec>): void {
    if (this.held >= this.limit) {
      this.onLost(pdu, `${this.held} wait for receivers already`);
      return;
    }
    const box = this.box(systemId);
    box.waiting.push({ pdu, preferred });
    this.held++;
    // The response to what it is about goes first.
    this.clock.soon(() => this.carry(systemId, box), undefined);
  }

  /** Hands out nothing more. */
  stop(): void {
    this.stopped = true;
  }

  private box(systemId: string): Mailbox {
    const box = this.boxes.get(systemId) ?? { waiting: new Queue(), receivers: new Set() };
    this.boxes.set(systemId, box);
    return box;
  }

  private tidy(systemId: string, box: Mailbox): void {
    if (box.receivers.size === 0 && box.waiting.size === 0) this.boxes.delete(systemId);
  }

  private carry(systemId: string, box: Mailbox): void {
    while (!this.stopped) {
      const free = [...box.receivers].filter(({ inFlight, waiting }) => inFlight + waiting < WINDOW);
      const letter = free.length === 0 ? undefined : box.waiting.shift();
      if (letter === undefined) break;
      this.held--;
      const link = free.includes(letter.preferred) ? letter.preferred : (free[0] as Link<Codec>);
      void this.hand(systemId, box, letter, link);
    }
    this.tidy(systemId, box);
  }

  private async hand(systemId: string, box: Mailbox, letter: Letter, link: Link<Codec>): Promise<void> {
    try {
      await link.request(letter.pdu);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'closed') {
        // The link is gone or going: another, or the next, shall have it.
        box.receivers.delete(link);
        box.waiting.putBack(letter);
        this.held++;
        this.boxes.set(systemId, box);
      } else this.onLost(letter.pdu, (error as Error).message);
    }
    this.carry(systemId, box);
  }
}
