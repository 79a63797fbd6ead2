import { BufferError } from './errors.js';
import { latin1 } from './latin1.js';

/**
 * Reads from `bytes` between `start` and `end`, never past it. Positions and error offsets count from the start
 * of `bytes`, in a nested reader too. Octets are handed out as views of `bytes`, not copies.
 */
export class ByteReader {
  readonly bytes: Uint8Array;
  /** The offset behind the last octet that may be read. */
  readonly end: number;
  /** The offset of the next octet. */
  position: number;

  /** @throws BufferError `end` when `start` to `end` is not a range within `bytes`, `type` when that is no Uint8Array */
  constructor(bytes: Uint8Array, start = 0, end: number = bytes?.length) {
    if (!(bytes instanceof Uint8Array)) throw new BufferError('type', 0, 'a Uint8Array is wanted to read from');
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= bytes.length)) {
      throw new BufferError('end', start, `${start} to ${end} is not within ${bytes.length} octets`);
    }
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /** Octets left to read. */
  get remaining(): number {
    return this.end - this.position;
  }

  u8(): number {
    return this.bytes[this.take(1)] as number;
  }

  u16(): number {
    const at = this.take(2);
    return ((this.bytes[at] as number) << 8) | (this.bytes[at + 1] as number);
  }

  u32(): number {
    return this.word(this.take(4));
  }

  u64(): bigint {
    const at = this.take(8);
    return (BigInt(this.word(at)) << 32n) | BigInt(this.word(at + 4));
  }

  /** A view of the next `length` octets. */
  octets(length: number): Uint8Array {
    const at = this.take(length);
    return this.bytes.subarray(at, at + length);
  }

  /** A view of all that is left. */
  rest(): Uint8Array {
    return this.octets(this.remaining);
  }

  skip(length: number): void {
    this.take(length);
  }

  /**
   * A Latin-1 string up to its NUL, which is read too. `max` counts the NUL, as the SMPP tables do.
   * @throws BufferError `nul` when none stands within `max` octets, `end` when the data ends before, `length` for a
   * `max` below 1
   */
  cstring(max: number = Number.POSITIVE_INFINITY): string {
    const start = this.position;
    if (!(max >= 1)) throw new BufferError('length', start, `${max} octets hold no string: its NUL takes one`);
    const limit = Math.min(this.end, start + max);
    const nul = this.nul(start, limit);
    if (nul === limit) {
      if (limit === start + max) throw new BufferError('nul', start, `no NUL within ${max} octets`);
      throw new BufferError('end', this.end, `the data ends in a string that began at ${start}, before its NUL`);
    }
    this.position = nul + 1;
    return latin1(this.bytes, start, nul);
  }

  /** A Latin-1 string in a field of `size` octets: what stands before the first NUL, or all of it. */
  padded(size: number): string {
    const start = this.take(size);
    return latin1(this.bytes, start, this.nul(start, start + size));
  }

  /**
   * A variable-length integer of up to 32 bits, seven bits an octet: mb_u_int32 in WBXML §5.1, uintvar in WSP §8.1.2.
   * @throws BufferError `uintvar` when it does not end within five octets or passes 32 bits
   */
  uintvar(): number {
    const start = this.position;
    let value = 0;
    for (let i = 0; i < 5; i++) {
      const octet = this.u8();
      value = value * 128 + (octet & 0x7f);
      if (octet < 0x80) {
        if (value > 0xffffffff) break;
        return value;
      }
    }
    this.position = start;
    throw new BufferError('uintvar', start, 'the integer passes five octets or 32 bits');
  }

  /** A reader of the next `length` octets, which this one steps over. */
  nested(length: number): ByteReader {
    const at = this.take(length);
    return new ByteReader(this.bytes, at, at + length);
  }

  // Not indexOf: it would scan to the end of the array for every field of a hostile one without any NUL.
  private nul(start: number, limit: number): number {
    let at = start;
    while (at < limit && this.bytes[at] !== 0) at++;
    return at;
  }

  private word(at: number): number {
    const { bytes } = this;
    return (
      (((bytes[at] as number) << 24) |
        ((bytes[at + 1] as number) << 16) |
        ((bytes[at + 2] as number) << 8) |
        (bytes[at + 3] as number)) >>>
      0
    );
  }

  private take(length: number): number {
    const at = this.position;
    // Negated, so that NaN and fractions are refused with what is too large.
    if (!(length >= 0 && length <= this.end - at && Number.isInteger(length))) {
      throw new BufferError('end', at, `${length} octets wanted, ${this.end - at} left`);
    }
    this.position = at + length;
    return at;
  }
}
