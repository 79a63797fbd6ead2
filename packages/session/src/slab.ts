import { codeOf } from './errors.js';
import type { Command, Protocol } from './protocol.js';

/** A PDU that still finds no room in this much is the codec's mistake. */
const most = 1 << 24;
const smallest = 512;
const largest = 1 << 16;

/**
 * PDUs encoded one behind the other, to be written at once. The array is made when something is to be written, as large
 * as the last batch was, and given away with it: a link at rest holds none, and octets given away never change.
 */
export class Slab {
  /** Octets waiting to be taken. */
  length = 0;
  private bytes: Uint8Array | undefined;
  private usual = smallest;
  /** Room made before a PDU is encoded, so that "no room" is rare: it costs an exception. */
  private room = smallest;

  /** @throws what the codec throws, but for `no_room`; nothing is added then */
  write(protocol: Protocol, pdu: Command, number: unknown): void {
    let bytes = this.bytes ?? this.grow(Math.max(this.usual, this.room));
    if (bytes.length - this.length < this.room) bytes = this.grow(2 * bytes.length);
    for (;;) {
      try {
        this.length = protocol.encodeInto(pdu, bytes, this.length, number);
        return;
      } catch (error) {
        if (codeOf(error) !== 'no_room' || this.room >= most) throw error;
        this.room *= 2;
        bytes = this.grow(Math.max(2 * bytes.length, this.length + this.room));
      }
    }
  }

  /** A copy of what was written from `start` on. */
  since(start: number): Uint8Array | undefined {
    return this.bytes?.slice(start, this.length);
  }

  append(octets: Uint8Array): void {
    const { length } = this;
    const end = length + octets.length;
    let bytes = this.bytes ?? this.grow(Math.max(this.usual, end));
    if (bytes.length < end) bytes = this.grow(Math.max(2 * bytes.length, end));
    bytes.set(octets, length);
    this.length = end;
  }

  /** What is to be written, as an array of the caller's. */
  take(): Uint8Array | undefined {
    const { bytes, length } = this;
    if (bytes === undefined) return undefined;
    this.bytes = undefined;
    this.length = 0;
    this.usual = Math.min(largest, Math.max(smallest, 2 ** Math.ceil(Math.log2(length + this.room))));
    // One large PDU must not make every later batch large.
    this.room = Math.max(smallest, this.room >> 1);
    return length === 0 ? undefined : bytes.subarray(0, length);
  }

  private grow(size: number): Uint8Array {
    const bytes = new Uint8Array(size);
    if (this.bytes !== undefined) bytes.set(this.bytes.subarray(0, this.length));
    this.bytes = bytes;
    return bytes;
  }
}
