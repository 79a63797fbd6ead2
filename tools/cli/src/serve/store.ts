import { isFinal, type Message } from './message.js';

/** The messages of a centre. It holds so many on the way, and as many again that have arrived. */
export class Store {
  private readonly messages = new Map<string, Message>();
  private readonly limit: number;
  private count = 0;
  private underWay = 0;

  constructor(limit: number) {
    this.limit = limit;
  }

  get full(): boolean {
    return this.underWay >= this.limit;
  }

  /** Takes a message in under an id of its own. */
  add(message: Omit<Message, 'id'>): Message {
    const added: Message = { ...message, id: String(++this.count) };
    this.messages.set(added.id, added);
    this.underWay++;
    if (this.messages.size > 2 * this.limit) this.forget();
    return added;
  }

  /** The message under the id, if it is of this ESME and, where the request names one, of this source. */
  find(id: string, systemId: string, source: string): Message | undefined {
    const message = this.messages.get(id);
    if (message?.systemId !== systemId) return undefined;
    return source === '' || message.source.address === source ? message : undefined;
  }

  /** Messages that have not reached a final state. */
  *pending(): Iterable<Message> {
    for (const message of this.messages.values()) if (!isFinal(message)) yield message;
  }

  /** The message reaches its final state. */
  finish(message: Message, state: number, now: Date): void {
    message.state = state;
    message.done = now;
    this.underWay--;
  }

  private forget(): void {
    for (const message of this.messages.values()) {
      if (!isFinal(message)) continue;
      this.messages.delete(message.id);
      return;
    }
  }
}
