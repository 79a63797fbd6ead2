import type { Clock, Link, Protocol, ReceiveOf, SendOf } from '@smswire/session';
import { Queue } from './queue.js';

interface Letter<P extends Protocol> {
  /** The PDU for the link that takes it. */
  readonly pduFor: (link: Link<P>) => SendOf<P>;
  /** The link of the message it is about, which is the first choice. */
  readonly preferred: Link<P>;
  readonly onDone: OnDone<P> | undefined;
}

/** Told of the answer, or with nothing that there will be none. */
type OnDone<P extends Protocol> = (answer: ReceiveOf<P> | undefined) => void;

interface Mailbox<P extends Protocol> {
  readonly waiting: Queue<Letter<P>>;
  readonly receivers: Set<Link<P>>;
}

/** Requests under way on each link. */
const WINDOW = 10;

/** What is on its way to ESMEs or SPs: kept, up to a limit, until a link of theirs that can receive takes it. */
export class Mailboxes<P extends Protocol> {
  private readonly boxes = new Map<string, Mailbox<P>>();
  private readonly clock: Clock;
  private readonly limit: number;
  private readonly onLost: (pdu: SendOf<P>, why: string) => void;
  private held = 0;
  private stopped = false;

  constructor(clock: Clock, limit: number, onLost: (pdu: SendOf<P>, why: string) => void) {
    this.clock = clock;
    this.limit = limit;
    this.onLost = onLost;
  }

  /** A link of the owner can receive from now on. */
  open(owner: string, link: Link<P>): void {
    const box = this.box(owner);
    box.receivers.add(link);
    this.carry(owner, box);
  }

  /** The link takes no more. */
  close(owner: string, link: Link<P>): void {
    const box = this.boxes.get(owner);
    box?.receivers.delete(link);
    if (box !== undefined) this.tidy(owner, box);
  }

  /** Sends a PDU to the owner, now or when a link of its can receive. */
  post(owner: string, pduFor: (link: Link<P>) => SendOf<P>, preferred: Link<P>, onDone?: OnDone<P>): void {
    if (this.held >= this.limit) {
      this.onLost(pduFor(preferred), `${this.held} wait for receivers already`);
      onDone?.(undefined);
      return;
    }
    const box = this.box(owner);
    box.waiting.push({ pduFor, preferred, onDone });
    this.held++;
    // The response to what it is about goes first.
    this.clock.soon(() => this.carry(owner, box), undefined);
  }

  /** Hands out nothing more. */
  stop(): void {
    this.stopped = true;
  }

  private box(owner: string): Mailbox<P> {
    const box: Mailbox<P> = this.boxes.get(owner) ?? { waiting: new Queue(), receivers: new Set() };
    this.boxes.set(owner, box);
    return box;
  }

  private tidy(owner: string, box: Mailbox<P>): void {
    if (box.receivers.size === 0 && box.waiting.size === 0) this.boxes.delete(owner);
  }

  private carry(owner: string, box: Mailbox<P>): void {
    while (!this.stopped) {
      const free = [...box.receivers].filter(({ inFlight, waiting }) => inFlight + waiting < WINDOW);
      const letter = free.length === 0 ? undefined : box.waiting.shift();
      if (letter === undefined) break;
      this.held--;
      const link = free.includes(letter.preferred) ? letter.preferred : (free[0] as Link<P>);
      void this.hand(owner, box, letter, link);
    }
    this.tidy(owner, box);
  }

  private async hand(owner: string, box: Mailbox<P>, letter: Letter<P>, link: Link<P>): Promise<void> {
    try {
      const answer = (await link.request(letter.pduFor(link))) as ReceiveOf<P>;
      letter.onDone?.(answer);
    } catch (error) {
      if ((error as { code?: unknown }).code === 'closed') {
        // The link is gone or going: another, or the next, shall have it.
        box.receivers.delete(link);
        box.waiting.putBack(letter);
        this.held++;
        this.boxes.set(owner, box);
      } else {
        letter.onDone?.(undefined);
        this.onLost(letter.pduFor(link), (error as Error).message);
      }
    }
    this.carry(owner, box);
  }
}
