/** What every message has. */
interface Stored {
  readonly id: string;
  /** When it reached its final state. */
  done?: Date;
}

/** The messages of a centre by their ids. It holds so many on the way, and as many again that have arrived. */
export class Store<M extends Stored> {
  private readonly messages = new Map<string, M>();
  private readonly limit: number;
  private underWay = 0;
  /** Messages there ever were. */
  count = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  get full(): boolean {
    return this.underWay >= this.limit;
  }

  add(message: M): void {
    this.messages.set(message.id, message);
    this.count++;
    this.underWay++;
    if (this.messages.size > 2 * this.limit) this.forget();
  }

  get(id: string): M | undefined {
    return this.messages.get(id);
  }

  all(): Iterable<M> {
    return this.messages.values();
  }

  /** Messages that have not reached a final state. */
  *pending(): Iterable<M> {
    for (const message of this.messages.values()) if (message.done === undefined) yield message;
  }

  /** The message has reached its final state. */
  finish(message: M, now: Date): void {
    message.done = now;
    this.underWay--;
  }

  private forget(): void {
    for (const message of this.messages.values()) {
      if (message.done === undefined) continue;
      this.messages.delete(message.id);
      return;
    }
  }
}
