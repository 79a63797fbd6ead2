import type { CloseReason } from './output.js';

/**
 * How a link is. `idle`: the peer has been silent and was asked for a sign of life; `closing`: this side or the peer
 * wants to leave.
 */
export type Status =
  | { readonly type: 'connected' }
  | { readonly type: 'opened'; readonly state: string }
  | { readonly type: 'idle' }
  | { readonly type: 'closing' }
  | { readonly type: 'closed'; readonly reason: CloseReason };

/** The news of a link. Each reader gets the present status first, then every change, and is done after `closed`. */
export class Bulletin implements AsyncIterable<Status> {
  private current: Status;
  private readers: Set<Reader> | undefined;

  constructor(current: Status) {
    this.current = current;
  }

  publish(status: Status): void {
    this.current = status;
    for (const reader of this.readers ?? []) reader.push(status);
    if (status.type === 'closed') this.readers = undefined;
  }

  [Symbol.asyncIterator](): AsyncIterator<Status> {
    const reader = new Reader(() => this.readers?.delete(reader));
    reader.push(this.current);
    if (this.current.type !== 'closed') {
      this.readers ??= new Set();
      this.readers.add(reader);
    }
    return reader;
  }
}

const done = { done: true, value: undefined } as const;

class Reader implements AsyncIterator<Status> {
  private readonly unread: Status[] = [];
  private waiting: ((result: IteratorResult<Status>) => void) | undefined;
  private finished = false;
  private readonly leave: () => void;

  constructor(leave: () => void) {
    this.leave = leave;
  }

  push(status: Status): void {
    // A reader that does not read must not make a link remember every idle minute of its life.
    if (this.unread.at(-1)?.type === status.type) this.unread.pop();
    this.unread.push(status);
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting !== undefined) void this.next().then(waiting);
  }

  next(): Promise<IteratorResult<Status>> {
    const status = this.unread.shift();
    if (status !== undefined) {
      if (status.type === 'closed') this.finished = true;
      return Promise.resolve({ done: false, value: status });
    }
    if (this.finished) return Promise.resolve(done);
    return new Promise((resolve) => {
      this.waiting = resolve;
    });
  }

  return(): Promise<IteratorResult<Status>> {
    this.finished = true;
    this.leave();
    this.waiting?.(done);
    return Promise.resolve(done);
  }
}
