import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '../src/index.js';

describe('ByteWriter', () => {
  it('gives back what was written, whatever the order of the fields', () => {
    const latin1 = fc.string({ unit: fc.integer({ min: 1, max: 255 }).map((c) => String.fromCharCode(c)) });
    const field = fc.oneof(
      fc.record({ verb: fc.constant('u8' as const), value: fc.integer({ min: 0, max: 0xff }) }),
      fc.record({ verb: fc.constant('u16' as const), value: fc.integer({ min: 0, max: 0xffff }) }),
      fc.record({ verb: fc.constant('u32' as const), value: fc.integer({ min: 0, max: 0xffffffff }) }),
      fc.record({ verb: fc.constant('uintvar' as const), value: fc.integer({ min: 0, max: 0xffffffff }) }),
      fc.record({ verb: fc.constant('u64' as const), value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) }),
      fc.record({ verb: fc.constant('cstring' as const), value: latin1 }),
    );
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const writer = new ByteWriter(0);
        for (const { verb, value } of fields) (writer[verb] as (v: typeof value) => ByteWriter)(value);
        const reader = new ByteReader(writer.bytes());
        for (const { verb, value } of fields) expect(reader[verb]()).toBe(value);
        expect(reader.remaining).toBe(0);
      }),
    );
  });

  it.each([
    ['u8', 256],
    ['u8', -1],
    ['u16', 1.5],
    ['u32', 2 ** 32],
    ['u32', Number.NaN],
    ['u8', '1'],
    ['uintvar', 2 ** 32],
    ['u64', 2n ** 64n],
    ['u64', 5],
  ])('%s refuses %s and writes nothing', (verb, value) => {
    const writer = new ByteWriter().u8(1);
    const write = writer[verb as 'u8'].bind(writer) as (v: unknown) => unknown;
    expect(() => write(value)).toThrow(expect.objectContaining({ name: 'BufferError', code: 'range', offset: 1 }));
    expect(writer.length).toBe(1);
  });

  it('refuses text that does not fit or cannot be written, naming the character', () => {
    const writer = new ByteWriter();
    expect(() => writer.cstring('abc', 3)).toThrow(expect.objectContaining({ code: 'length' }));
    expect(() => writer.padded('abc', 2)).toThrow(expect.objectContaining({ code: 'length' }));
    expect(() => writer.cstring('a\0b')).toThrow(expect.objectContaining({ code: 'nul' }));
    expect(() => writer.cstring('𝒳é€')).toThrow('character 0, 𝒳 (U+1D4B3), is not in Latin-1');
    expect(() => writer.padded('a€', 4)).toThrow('character 1, € (U+20AC), is not in Latin-1');
    expect(writer.length).toBe(0);
  });

  it('fills a fixed field with NUL, over what an earlier use left there', () => {
    const writer = new ByteWriter()
      .octets(Uint8Array.of(9, 9, 9, 9))
      .reset()
      .padded('a', 4);
    expect([...writer.bytes()]).toEqual([0x61, 0, 0, 0]);
  });

  it('hands out a copy that later writing does not touch', () => {
    const writer = new ByteWriter().u16(0x0102);
    const first = writer.bytes();
    writer.reset().u16(0x0304);
    expect([[...first], [...writer.bytes()]]).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(first.buffer.byteLength).toBe(2);
  });

  it('meets arguments that cannot be with the typed error, and is as it was', () => {
    const writer = new ByteWriter().u8(1);
    const wrong: [string, () => unknown][] = [
      ['type', () => writer.octets(null as never)],
      ['type', () => writer.cstring(5 as never)],
      ['type', () => writer.padded(undefined as never, 4)],
      ['length', () => writer.padded('', Number.NaN)],
      ['length', () => writer.padded('', -1)],
      ['length', () => writer.padded('', 1e12)],
      ['length', () => new ByteWriter(-1)],
      ['length', () => new ByteWriter(1e12)],
    ];
    for (const [code, write] of wrong) expect(write).toThrow(expect.objectContaining({ name: 'BufferError', code }));
    expect([...writer.bytes()]).toEqual([1]);
  });
});
