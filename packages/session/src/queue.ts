const none: never[] = [];

/**
 * First in, first out. Not an array's `shift` and not a `Set`: both turn quadratic when a hundred thousand requests wait,
 * one by moving what is left, the other by stepping over what was deleted.
 */
export class Queue<T> {
  // A queue at rest holds nothing: there are several to a link, and most links are at rest.
  private items: (T | undefined)[] = none;
  private head = 0;
  private tail = 0;

  get size(): number {
    return this.tail - this.head;
  }

  push(item: T): void {
    if (this.items === none) this.items = [];
    this.items[this.tail++] = item;
  }

  shift(): T | undefined {
    if (this.head === this.tail) return undefined;
    const item = this.items[this.head];
    this.items[this.head++] = undefined;
    if (this.head === this.tail) {
      this.items = none;
      this.head = 0;
      this.tail = 0;
    } else if (this.head > 1024 && this.head * 2 > this.tail) {
      this.replace(this.items.slice(this.head, this.tail));
    }
    return item;
  }

  /** Drops all that `keep` does not want. */
  retain(keep: (item: T) => boolean): void {
    this.replace(this.items.slice(this.head, this.tail).filter((item) => keep(item as T)));
  }

  private replace(items: (T | undefined)[]): void {
    this.items = items;
    this.head = 0;
    this.tail = items.length;
  }
}
