import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BufferError, ByteReader } from '../src/index.js';

const bytes = (...octets: number[]): Uint8Array => Uint8Array.from(octets);
const failure = (run: () => unknown): { code: string; offset: number } => {
  try {
    run();
  } catch (error) {
    if (error instanceof BufferError) return { code: error.code, offset: error.offset };
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('ByteReader', () => {
  it('reads big-endian integers up to their largest value', () => {
    const reader = new ByteReader(Uint8Array.from([1, 0xfe, 0xff, ...Array(12).fill(0xff)]));
    expect([reader.u8(), reader.u16(), reader.u32(), reader.u64()]).toEqual([
      1,
      0xfeff,
      0xffffffff,
      0xffffffffffffffffn,
    ]);
    expect(reader.remaining).toBe(0);
  });

  it('refuses every read that would pass the end, where it stands, and stays there', () => {
    const reads: ((r: ByteReader) => unknown)[] = [
      (r) => r.u16(),
      (r) => r.u32(),
      (r) => r.u64(),
      (r) => r.octets(2),
      (r) => r.octets(0xffffffff),
      (r) => r.octets(-1),
      (r) => r.octets(Number.NaN),
      (r) => r.octets(0.5),
      (r) => r.skip(2),
      (r) => r.nested(2),
      (r) => r.padded(2),
    ];
    for (const read of reads) {
      const reader = new ByteReader(bytes(7, 8, 9), 1, 2);
      expect(failure(() => read(reader))).toEqual({ code: 'end', offset: 1 });
      expect(reader.position).toBe(1);
    }
  });

  it('refuses a range outside the array', () => {
    expect(failure(() => new ByteReader(bytes(1), 0, 2)).code).toBe('end');
    expect(failure(() => new ByteReader(bytes(1), 2)).code).toBe('end');
    expect(failure(() => new ByteReader(bytes(1), -1)).code).toBe('end');
  });

  it('reads a string to its NUL and counts the NUL in the maximum', () => {
    const data = bytes(0x61, 0xe9, 0, 0x62);
    const reader = new ByteReader(data);
    expect(reader.cstring(3)).toBe('aé');
    expect(reader.position).toBe(3);
    expect(failure(() => new ByteReader(data).cstring(2))).toEqual({ code: 'nul', offset: 0 });
    expect(failure(() => new ByteReader(data, 3).cstring())).toEqual({ code: 'end', offset: 4 });
    expect(failure(() => new ByteReader(data, 0, 2).cstring(9))).toEqual({ code: 'end', offset: 2 });
  });

  it('meets arguments that cannot be with the typed error', () => {
    expect(failure(() => new ByteReader(null as never)).code).toBe('type');
    expect(failure(() => new ByteReader('abc' as never)).code).toBe('type');
    expect(failure(() => new ByteReader(bytes(1, 2), 0.5)).code).toBe('end');
    for (const max of [0, -1, Number.NaN])
      expect(failure(() => new ByteReader(bytes(1, 0)).cstring(max)).code).toBe('length');
  });

  it('reads a fixed field with and without padding, long ones too', () => {
    expect(new ByteReader(bytes(0x61, 0x62, 0, 0x63)).padded(3)).toBe('ab');
    expect(new ByteReader(bytes(0x61, 0x62, 0)).padded(2)).toBe('ab');
    const long = Uint8Array.from({ length: 10_000 }, (_, i) => (i % 255) + 1);
    expect(new ByteReader(long).padded(10_000)).toBe(String.fromCharCode(...long));
  });

  it('keeps a nested reader within its own end and steps over it', () => {
    const reader = new ByteReader(bytes(1, 2, 3, 4));
    reader.u8();
    const nested = reader.nested(2);
    expect([nested.u8(), nested.u8(), reader.u8()]).toEqual([2, 3, 4]);
    expect(failure(() => nested.u8())).toEqual({ code: 'end', offset: 3 });
  });

  it('refuses a variable-length integer of six octets or of more than 32 bits', () => {
    expect(new ByteReader(bytes(0x8f, 0xff, 0xff, 0xff, 0x7f)).uintvar()).toBe(0xffffffff);
    expect(new ByteReader(bytes(0x80, 0x80, 0x01)).uintvar()).toBe(1);
    expect(failure(() => new ByteReader(bytes(0x80, 0x80, 0x80, 0x80, 0x80, 0)).uintvar()).code).toBe('uintvar');
    expect(failure(() => new ByteReader(bytes(0x90, 0x80, 0x80, 0x80, 0)).uintvar()).code).toBe('uintvar');
    expect(failure(() => new ByteReader(bytes(0x80)).uintvar())).toEqual({ code: 'end', offset: 1 });
  });

  it('hands out views of the bytes it was given', () => {
    const data = bytes(1, 2, 3);
    const view = new ByteReader(data, 1).rest();
    data[1] = 9;
    expect([...view]).toEqual([9, 3]);
  });

  it('meets arbitrary bytes with a value or a BufferError, never anything else', () => {
    const verbs = ['u8', 'u16', 'u32', 'u64', 'cstring', 'uintvar', 'rest'] as const;
    fc.assert(
      fc.property(fc.uint8Array(), fc.array(fc.constantFrom(...verbs)), (data, order) => {
        const reader = new ByteReader(data);
        for (const verb of order) {
          const before = reader.position;
          try {
            reader[verb]();
          } catch (error) {
            expect((error as BufferError).name).toBe('BufferError');
          }
          expect(reader.position).toBeGreaterThanOrEqual(before);
          expect(reader.position).toBeLessThanOrEqual(data.length);
        }
      }),
    );
  });
});
