import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framer } from '../src/framer.js';
import type { Protocol } from '../src/index.js';
import { looksLike } from '../src/probe.js';
import { Slab } from '../src/slab.js';
import { type ToyPdu, toy } from './toy.js';

const protocol = toy();
/** A framing that searches for its end, as text lines do; it notes which octets it looked at. */
const lines = (looked: number[] = []) => ({
  ...protocol,
  frameLength(bytes: Uint8Array, start: number, end: number, seen: number): number | undefined {
    for (let at = seen; at < end; at++) {
      looked.push(at);
      if (bytes[at] === 10) return at + 1 - start;
    }
    return undefined;
  },
});

const frames = (framer: Framer, from: Protocol): Uint8Array[] => {
  const found: Uint8Array[] = [];
  while (framer.next(from)) found.push(framer.bytes.subarray(framer.start, framer.end));
  return found;
};

describe('Framer', () => {
  it('finds the same frames however the octets are cut, and views of them stay good', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), { maxLength: 20 });
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (words, cuts) => {
        const whole = words.map((text, number) => protocol.encode({ command: 'submit', number, text }));
        const stream = Uint8Array.from(whole.flatMap((frame) => [...frame]));
        const framer = new Framer();
        const found: Uint8Array[] = [];
        for (let start = 0, i = 0; start < stream.length; i++) {
          const end = start + (cuts[i % cuts.length] as number);
          framer.feed(stream.slice(start, end));
          found.push(...frames(framer, protocol));
          start = end;
        }
        expect(found).toEqual(whole);
      }),
    );
  });

  it('may be fed before all frames are taken', () => {
    const framer = new Framer();
    const frame = protocol.encode({ command: 'submit', text: 'x' });
    for (let i = 0; i < 5; i++) framer.feed(frame.slice());
    expect(frames(framer, protocol)).toEqual(Array(5).fill(frame));
  });

  it('looks at no octet of a line twice', () => {
    const looked: number[] = [];
    const framer = new Framer();
    const text = Uint8Array.from({ length: 5_000 }, (_, i) => (i === 4_999 ? 10 : 65));
    let found = 0;
    for (const octet of text) {
      framer.feed(Uint8Array.of(octet));
      found += frames(framer, lines(looked)).length;
    }
    expect([found, looked.length]).toEqual([1, 5_000]);
  });

  it('does not keep a large chunk alive for a few octets, nor reserve what a length announces', () => {
    const framer = new Framer();
    const frame = protocol.encode({ command: 'submit', text: 'x'.repeat(1_000) });
    const chunk = new Uint8Array(59 * frame.length + 10);
    for (let at = 0; at < chunk.length; at += frame.length) chunk.set(frame.subarray(0, chunk.length - at), at);
    framer.feed(chunk);
    expect(frames(framer, protocol)).toHaveLength(59);
    expect(framer.rest()[0].length).toBeLessThan(100);

    const announced = new Framer();
    announced.feed(Uint8Array.of(0, 1, 0, 0, 1));
    expect(announced.next(protocol)).toBe(false);
    announced.feed(Uint8Array.of(1));
    expect(announced.next(protocol)).toBe(false);
    expect(announced.rest()[0].length).toBeLessThan(100);
  });

  it('does not run in circles on a codec that finds frames of no octets', () => {
    const framer = new Framer();
    framer.feed(Uint8Array.of(1, 2, 3));
    expect(() => framer.next({ ...protocol, frameLength: () => 0 })).toThrow('frame length of 0');
  });
});

describe('Slab', () => {
  const write = (slab: Slab, pdu: ToyPdu, number = 1): void => slab.write(protocol, pdu, number);

  it('holds PDUs one behind the other, of any size, until they are taken; then it holds nothing', () => {
    const slab = new Slab();
    const pdus = [10, 600, 3, 70_000 - 16, 5].map(
      (length): ToyPdu => ({ command: 'submit', text: 'x'.repeat(length) }),
    );
    for (const pdu of pdus) write(slab, pdu, 9);
    const expected = pdus.flatMap((pdu) => [...protocol.encode(pdu, 9)]);
    expect(slab.length).toBe(expected.length);
    expect([...(slab.take() as Uint8Array)]).toEqual(expected);
    expect([slab.length, slab.take()]).toEqual([0, undefined]);
  });

  it('keeps what was written before a PDU that cannot be encoded', () => {
    const slab = new Slab();
    write(slab, { command: 'submit', text: 'good' });
    expect(() => write(slab, { command: 'nonsense' } as never)).toThrow();
    expect(slab.take()).toEqual(protocol.encode({ command: 'submit', text: 'good' }, 1));
  });

  it('gives up on a codec that never finds room', () => {
    const never = {
      ...protocol,
      encodeInto: (): never => {
        throw Object.assign(new Error('no room at all'), { code: 'no_room' });
      },
    };
    expect(() => new Slab().write(never, { command: 'submit' }, 1)).toThrow('no room at all');
  });
});

describe('looksLike', () => {
  it('knows nothing of what it does not know, and of too few octets', () => {
    const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(looksLike(bytes('\xff\xff\xff\xff'), 0, 4)).toBeUndefined();
    expect(looksLike(bytes('GE'), 0, 2)).toBeUndefined();
    expect(looksLike(bytes('xxGET /'), 2, 7)).toBe('HTTP');
    expect(looksLike(bytes('\x10\x20\x00\x04MQTT'), 0, 8)).toBe('MQTT');
  });
});
