import type { Protocol } from './protocol.js';

/**
 * Octets in any pieces become whole frames, in linear time. A frame that came whole is found in the chunk itself; only
 * a split one is assembled. An octet behind which a frame was handed out is never overwritten, so a decoder may keep views.
 */
export class Framer {
  /** The array the current frame stands in, from `start` to `end`. */
  bytes: Uint8Array = none;
  start = 0;
  end = 0;
  /** The end of what came. */
  private limit = 0;
  private owned = false;
  private seen = 0;
  private needed = 0;

  /** Adds what came. The chunk belongs to the framer from here on. */
  feed(chunk: Uint8Array): void {
    const left = this.limit - this.end;
    if (left === 0) {
      this.own(chunk, chunk.length, false);
    } else {
      if (!this.owned || this.bytes.length - this.limit < chunk.length) this.move(left, 2 * left + chunk.length);
      this.bytes.set(chunk, this.limit);
      this.limit += chunk.length;
    }
  }

  /**
   * Steps to the next frame. False: more octets are needed.
   * @throws what `frameLength` throws
   */
  next(protocol: Protocol): boolean {
    const start = this.end;
    const left = this.limit - start;
    if (left > 0 && left >= this.needed) {
      const length = protocol.frameLength(this.bytes, start, this.limit, Math.max(start, this.seen));
      // A frame of no octets would be found for ever.
      if (length !== undefined && !(length > 0)) throw new Error(`${protocol.name} gave a frame length of ${length}`);
      if (length !== undefined && length <= left) {
        this.start = start;
        this.end = start + length;
        this.needed = 0;
        return true;
      }
      this.needed = length ?? 0;
      this.seen = this.limit;
    }
    // Do not let a few octets of the next frame keep a large chunk alive.
    if (left === 0) this.own(none, 0, false);
    else if (left * 4 < this.bytes.length && this.bytes.length > 256) this.move(left, 2 * left);
    return false;
  }

  /** What came and is not yet a frame, as `[bytes, start, end]`. */
  rest(): [Uint8Array, number, number] {
    return [this.bytes, this.end, this.limit];
  }

  private move(left: number, capacity: number): void {
    const bytes = new Uint8Array(Math.max(64, capacity));
    bytes.set(this.bytes.subarray(this.end, this.limit));
    const seen = this.seen - this.end;
    const { needed } = this;
    this.own(bytes, left, true);
    this.needed = needed;
    this.seen = Math.max(0, seen);
  }

  private own(bytes: Uint8Array, limit: number, owned: boolean): void {
    this.bytes = bytes;
    this.start = 0;
    this.end = 0;
    this.limit = limit;
    this.owned = owned;
    this.seen = 0;
    this.needed = 0;
  }
}

const none = new Uint8Array(0);
