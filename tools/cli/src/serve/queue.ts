/** First in, first out, in constant time however many there are. */
export class Queue<T> {
  private incoming: T[] = [];
  private outgoing: T[] = [];

  get size(): number {
    return this.incoming.length + this.outgoing.length;
  }

  push(item: T): void {
    this.incoming.push(item);
  }

  /** To the front, where it came from. */
  putBack(item: T): void {
    this.outgoing.push(item);
  }

  shift(): T | undefined {
    if (this.outgoing.length === 0) {
      this.outgoing = this.incoming.reverse();
      this.incoming = [];
    }
    return this.outgoing.pop();
  }
}
