import { dissectionPartitions, everyCutAgrees } from '@smswire/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands, smpp, tlvTable } from '../src/index.js';
import { octets, vectors } from './vectors.js';

const v50 = { version: '5.0' } as const;

describe('the vectors', () => {
  it('have every command and every TLV', () => {
    const names = new Set(vectors.map(({ value }) => value.command));
    expect([...names].sort()).toEqual(commands.map(({ name }) => name).sort());
    const tlvs = new Set(vectors.flatMap(({ value }) => Object.keys(value['tlvs'] ?? {})));
    expect(Object.keys(tlvTable).filter((name) => !tlvs.has(name))).toEqual([]);
    expect(Object.keys(tlvTable)).toHaveLength(64);
  });

  it('have ids of their own', () => {
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
  });
});

describe.each([
  ['compiled', true],
  ['interpreted', false],
])('%s', (_, compile) => {
  const codec = smpp({ strict: true, compile });

  it.each(vectors)('$id is read, and written back to the same octets', ({ hex, value }) => {
    const bytes = octets(hex);
    expect(codec.decode(bytes)).toStrictEqual(value);
    expect(Object.keys(codec.decode(bytes))).toEqual(Object.keys(value));
    expect(codec.encode(value as never)).toEqual(bytes);
    expect(codec.encode(codec.decode(bytes))).toEqual(bytes);
  });
});

describe('a peer of 5.0', () => {
  it.each(vectors.filter(({ source }) => !source.startsWith('SMPP 3.3')))('is sent $id', ({ hex, value }) => {
    expect(smpp(v50).encode(value as never)).toEqual(octets(hex));
  });
});

describe('a stream of the vectors', () => {
  const frames = fc.constantFrom(...vectors.map(({ hex }) => octets(hex)));

  it('gives the same PDUs however it is cut', () => {
    everyCutAgrees(smpp(), frames, { numRuns: 50 });
  });

  it('gives every one of them back', () => {
    const codec = smpp();
    const all = vectors.map(({ hex }) => octets(hex));
    const stream = Uint8Array.from(all.flatMap((bytes) => [...bytes]));
    const read: unknown[] = [];
    for (let at = 0; at < stream.length; ) {
      const end = at + (codec.frameLength(stream, at) as number);
      read.push(codec.decodeFrame(stream, at, end));
      at = end;
    }
    expect(read).toStrictEqual(vectors.map(({ value }) => value));
  });

  it('is dissected octet by octet', () => {
    dissectionPartitions(smpp(), frames);
  });
});
