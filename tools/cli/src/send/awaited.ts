/** How many receipts without a message are kept: one may come before the response that names its message. */
const EARLY = 10_000;

/** Receipts awaited and come, by the ids of their messages. */
export class Awaited {
  delivered = 0;
  undelivered = 0;
  private readonly ids = new Set<string>();
  private readonly early = new Map<string, boolean>();
  private onSettled = (): void => {};

  /** Messages without their receipt. */
  get missing(): number {
    return this.ids.size;
  }

  /** A receipt is to come for the message that a response named. */
  expect(id: string): void {
    const early = this.early.get(id);
    this.early.delete(id);
    this.ids.add(id);
    if (early !== undefined) this.settle(id, early);
  }

  /** The last receipt of a message has come. */
  come(id: string, delivered: boolean): void {
    if (this.ids.has(id)) this.settle(id, delivered);
    else this.keep(id, delivered);
  }

  /** Resolves when nothing is missing, the time is over or `signal` is aborted. */
  whole(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
      this.onSettled = () => {
        if (this.missing === 0) end();
      };
      if (signal.aborted) end();
      else this.onSettled();
    });
  }

  private keep(id: string, delivered: boolean): void {
    this.early.set(id, delivered);
    if (this.early.size > EARLY) this.early.delete(this.early.keys().next().value as string);
  }

  private settle(id: string, delivered: boolean): void {
    this.ids.delete(id);
    if (delivered) this.delivered++;
    else this.undelivered++;
    this.onSettled();
  }
}
