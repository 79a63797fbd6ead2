/**
 * First in, first out. Not an array's `shift` and not a `Set`: both turn quadratic when a hundred thousand requests wait,
 * one by moving what is left, the other by stepping over what was deleted.
 */
export class Queue<T> {
  private items: (T | undefined)[] = [];
  private head = 0;

  get size(): number {
    return this.items.length - this.head;
  }

  push(item: T): void {
    this.items.push(item);
  }

  peek(): T | undefined {
    return this.items[this.head];
  }

  shift(): T | undefined {
    if (this.head === this.items.length) return undefined;
    const item = this.items[this.head];
    this.items[this.head++] = undefined;
    if (this.head === this.items.length) {
      this.items = [];
      this.head = 0;
    } else if (this.head > 1024 && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return item;
  }

  /** Drops all that `keep` does not want. */
  retain(keep: (item: T) => boolean): void {
    this.items = this.items.slice(this.head).filter((item) => keep(item as T));
    this.head = 0;
  }
}
