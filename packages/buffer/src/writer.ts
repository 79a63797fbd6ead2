import { BufferError } from './errors.js';
import { writeLatin1 } from './latin1.js';

// Past this the array itself cannot be had everywhere; whoever gets here has a wrong size, not a long message.
const MOST = 0x7fffffff;

/** Writes big-endian data into an array of its own that grows, and hands out exact copies of what was written. */
export class ByteWriter {
  private target: Uint8Array;
  private used = 0;

  /** @param capacity octets to set aside at first. @throws BufferError `length` for what is no count of octets */
  constructor(capacity = 256) {
    if (!(Number.isInteger(capacity) && capacity >= 0 && capacity <= MOST)) {
      throw new BufferError('length', 0, `${String(capacity)} is no count of octets to set aside`);
    }
    this.target = new Uint8Array(capacity);
  }

  /** Octets written since the start or the last `reset`. */
  get length(): number {
    return this.used;
  }

  u8(value: number): this {
    this.checkUnsigned(value, 0xff);
    const at = this.room(1);
    this.target[at] = value;
    return this;
  }

  u16(value: number): this {
    this.checkUnsigned(value, 0xffff);
    const at = this.room(2);
    this.target[at] = value >>> 8;
    this.target[at + 1] = value;
    return this;
  }

  u32(value: number): this {
    this.checkUnsigned(value, 0xffffffff);
    this.word(this.room(4), value);
    return this;
  }

  u64(value: bigint): this {
    if (typeof value !== 'bigint' || value < 0n || value > 0xffffffffffffffffn) {
      throw new BufferError('range', this.used, `${String(value)} is not a bigint from 0 to 2^64-1`);
    }
    const at = this.room(8);
    this.word(at, Number(value >> 32n));
    this.word(at + 4, Number(value & 0xffffffffn));
    return this;
  }

  /** @throws BufferError `type` for what is no Uint8Array */
  octets(octets: Uint8Array): this {
    if (!(octets instanceof Uint8Array)) throw new BufferError('type', this.used, 'a Uint8Array is wanted');
    const at = this.room(octets.length);
    this.target.set(octets, at);
    return this;
  }

  /**
   * `text` in Latin-1 and its NUL. `max` counts the NUL.
   * @throws BufferError `length` when it is too long, `charset` or `nul` when a character cannot be written
   */
  cstring(text: string, max: number = Number.POSITIVE_INFINITY): this {
    this.checkText(text);
    if (!(text.length < max)) throw this.tooLong(text, `at most ${max - 1} characters and a NUL`);
    this.text(text, text.length + 1);
    return this;
  }

  /**
   * `text` in Latin-1 in a field of `size` octets, filled up with NUL.
   * @throws BufferError `length` when it is too long, `charset` or `nul` when a character cannot be written
   */
  padded(text: string, size: number): this {
    this.checkText(text);
    if (!(text.length <= size)) throw this.tooLong(text, `at most ${size} characters`);
    this.text(text, size);
    return this;
  }

  /** A variable-length integer of up to 32 bits in as few octets as will do: WBXML §5.1, WSP §8.1.2. */
  uintvar(value: number): this {
    this.checkUnsigned(value, 0xffffffff);
    for (let shift = 28; shift > 0; shift -= 7) {
      if (value >= 2 ** shift) this.u8(0x80 | ((value >>> shift) & 0x7f));
    }
    return this.u8(value & 0x7f);
  }

  /** Forgets what was written and keeps the room. */
  reset(): this {
    this.used = 0;
    return this;
  }

  /** A copy of what was written, exactly as long; the writer can go on or be reset without touching it. */
  bytes(): Uint8Array {
    return this.target.slice(0, this.used);
  }

  private text(text: string, size: number): void {
    const at = this.room(size);
    const end = writeLatin1(this.target, at, text);
    if (end < 0) {
      this.used = at;
      throw this.unwritable(text);
    }
    this.target.fill(0, end, at + size);
  }

  private room(length: number): number {
    const at = this.used;
    const needed = at + length;
    if (!(Number.isInteger(needed) && needed <= MOST)) {
      throw new BufferError('length', at, `${length} more octets pass the ${MOST} that fit`);
    }
    if (needed > this.target.length) {
      const grown = new Uint8Array(Math.max(needed, this.target.length * 2));
      grown.set(this.target.subarray(0, at));
      this.target = grown;
    }
    this.used = needed;
    return at;
  }

  private word(at: number, value: number): void {
    this.target[at] = value >>> 24;
    this.target[at + 1] = value >>> 16;
    this.target[at + 2] = value >>> 8;
    this.target[at + 3] = value;
  }

  private checkText(text: string): void {
    if (typeof text !== 'string') throw new BufferError('type', this.used, `a string is wanted, not a ${typeof text}`);
  }

  private checkUnsigned(value: number, max: number): void {
    if (!(Number.isInteger(value) && value >= 0 && value <= max)) {
      throw new BufferError('range', this.used, `${String(value)} is not an integer from 0 to ${max}`);
    }
  }

  private tooLong(text: string, rule: string): BufferError {
    return new BufferError('length', this.used, `${text.length} characters, where ${rule} fit`);
  }

  private unwritable(text: string): BufferError {
    const characters = Array.from(text);
    const index = characters.findIndex((character) => character === '\0' || character > '\xff');
    const character = characters[index] as string;
    if (character === '\0') return new BufferError('nul', this.used, `character ${index} is a NUL`);
    const name = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
    return new BufferError('charset', this.used, `character ${index}, ${character} (${name}), is not in Latin-1`);
  }
}
