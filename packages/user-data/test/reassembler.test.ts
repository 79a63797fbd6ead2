import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Assembly,
  createReassembler,
  type Eviction,
  type ReceivedPart,
  segment,
  type UserDataWarning,
} from '../src/index.js';

const octets = (length: number, seed = 0) => Uint8Array.from({ length }, (_, at) => (at * 7 + seed) & 0xff);
const address = { from: '10086', to: '447700900123' };

/** The segments of a message, as a receiver sees them. */
function parts(length: number, reference: number, options = {}, seed = 0): ReceivedPart[] {
  const cut = segment(octets(length, seed), { reference, ...options }).parts;
  return cut.map(({ udh, payload, sar }) => ({ ...address, udh, payload, sar }));
}
const sizeOf = ({ udh, payload }: ReceivedPart) => (udh?.length ?? 0) + payload.length;
const characters = address.from.length + address.to.length;

describe('a reassembler', () => {
  it('gives the whole message when its last segment comes, in whatever order', () => {
    const reassembler = createReassembler();
    const [one, two, three] = parts(300, 7) as [ReceivedPart, ReceivedPart, ReceivedPart];
    expect(reassembler.add(three, 0)).toBeUndefined();
    expect(reassembler.add(one, 1)).toBeUndefined();
    expect(reassembler.pending()).toEqual({ messages: 1, bytes: characters + sizeOf(one) + sizeOf(three) });
    const whole = reassembler.add(two, 2);
    expect(whole).toEqual({
      ...address,
      payload: octets(300),
      parts: [one, two, three].map(({ udh, payload }) => ({ udh, payload })),
    });
    expect(reassembler.pending()).toEqual({ messages: 0, bytes: 0 });
  });

  it('joins what was cut, shuffled, repeated and interleaved with other messages, in every mode', () => {
    const mode = fc.constantFrom(
      {},
      { referenceWidth: 16 as const },
      { carrier: 'sar' as const },
      { ports: { destination: 2948, source: 9200 } },
    );
    const messages = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), mode), {
      minLength: 1,
      maxLength: 6,
      size: 'max',
    });
    fc.assert(
      fc.property(messages, fc.infiniteStream(fc.nat()), (lengths, random) => {
        const sent = lengths.flatMap(([length, options], reference) => parts(length, reference, options, reference));
        const reassembler = createReassembler();
        const got = shuffle(sent, random).flatMap((part) => {
          const whole = reassembler.add(part, 0);
          if (whole !== undefined) return whole;
          expect(reassembler.add(part, 0)).toBeUndefined();
          return [];
        });
        expect(got.map(({ payload }) => Buffer.from(payload).toString('hex')).toSorted()).toEqual(
          lengths.map(([length], seed) => Buffer.from(octets(length, seed)).toString('hex')).toSorted(),
        );
        expect(reassembler.pending()).toEqual({ messages: 0, bytes: 0 });
      }),
    );
  });

  it('takes a segment without a concatenation as a message, and one of 1 of 1', () => {
    const reassembler = createReassembler();
    const payload = octets(3);
    expect(reassembler.add({ ...address, payload }, 0)).toEqual({
      ...address,
      payload,
      parts: [{ udh: new Uint8Array(0), payload }],
    });
    const warnings: UserDataWarning[] = [];
    const loud = createReassembler({ onWarning: (warning) => warnings.push(warning) });
    for (const udh of [
      Uint8Array.of(5, 0, 3, 0, 1, 1),
      Uint8Array.of(5, 0, 3, 0, 0, 1),
      Uint8Array.of(5, 0, 3, 7, 2, 3),
    ]) {
      expect(loud.add({ ...address, udh, payload }, 0)?.payload).toEqual(payload);
    }
    expect(loud.add({ ...address, payload, sar: { reference: 1, total: 2, sequence: 3 } }, 0)).toBeDefined();
    expect(loud.add({ ...address, payload, sar: { reference: 1, total: 2.5, sequence: 1 } }, 0)).toBeDefined();
    expect(loud.add({ ...address, payload, sar: { reference: 1, total: 4e9, sequence: 1 } }, 0)).toBeDefined();
    expect(warnings.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 'concatenation'));
    expect(loud.pending().messages).toBe(0);
  });

  it('takes the header before sar_ TLVs, and gives the ports', () => {
    const reassembler = createReassembler();
    const cut = parts(200, 7, { ports: { destination: 2948, source: 9200 } });
    const sar = { reference: 9, total: 3, sequence: 1 };
    const whole = cut.map((part) => reassembler.add({ ...part, sar }, 0)).at(-1);
    expect(whole?.ports).toEqual({ destination: 2948, source: 9200 });
    expect(whole?.payload).toEqual(octets(200));
  });

  it('keeps apart what differs in an address, the reference, its width or the total', () => {
    const reassembler = createReassembler();
    const [first, second] = parts(200, 7) as [ReceivedPart, ReceivedPart];
    const others: ReceivedPart[] = [
      { ...second, from: 'x' },
      { ...second, to: 'x' },
      ...parts(200, 8).slice(1),
      ...parts(200, 7, { referenceWidth: 16 }).slice(1),
      ...parts(200, 7, { carrier: 'sar' }).slice(1),
      ...parts(300, 7).slice(1, 2),
    ];
    expect(reassembler.add(first, 0)).toBeUndefined();
    for (const other of others) expect(reassembler.add(other, 0)).toBeUndefined();
    expect(reassembler.pending().messages).toBe(1 + others.length);
    expect(reassembler.add(second, 0)?.payload).toEqual(octets(200));
    expect(createReassembler().add({ ...first, from: '1","2' }, 0)).toBeUndefined();
  });

  it('is not moved by a segment that comes twice', () => {
    const reassembler = createReassembler();
    const [first, second] = parts(200, 7) as [ReceivedPart, ReceivedPart];
    reassembler.add(first, 0);
    const before = reassembler.pending();
    expect(reassembler.add({ ...first, payload: first.payload.slice() }, 1)).toBeUndefined();
    expect(reassembler.pending()).toEqual(before);
    expect(reassembler.nextExpiry()).toBe(86_400_000);
    expect(reassembler.add(second, 2)?.payload).toEqual(octets(200));
  });

  it('starts anew when a reference is in use again, and says so', () => {
    const evictions: Eviction[] = [];
    const reassembler = createReassembler({ onEvict: (eviction) => evictions.push(eviction) });
    const [old] = parts(200, 7) as [ReceivedPart];
    const [first, second] = parts(200, 7, {}, 1) as [ReceivedPart, ReceivedPart];
    reassembler.add(old, 0);
    expect(reassembler.add(first, 1)).toBeUndefined();
    expect(evictions.map(({ reason, assembly }) => [reason, assembly.startedAt])).toEqual([['conflict', 0]]);
    expect(reassembler.add(second, 2)?.payload).toEqual(octets(200, 1));
  });

  it('keeps copies, not views of a receiver’s buffer', () => {
    const reassembler = createReassembler();
    const [first, second] = parts(200, 7) as [ReceivedPart, ReceivedPart];
    const buffer = first.payload.slice();
    reassembler.add({ ...first, payload: buffer }, 0);
    buffer.fill(0);
    expect(reassembler.add(second, 0)?.payload).toEqual(octets(200));
  });

  it('gives up what is older than ttlMs, counted from its first segment', () => {
    const evictions: Eviction[] = [];
    const reassembler = createReassembler({ ttlMs: 100, onEvict: (eviction) => evictions.push(eviction) });
    const [first, second, third] = parts(300, 7) as [ReceivedPart, ReceivedPart, ReceivedPart];
    expect(reassembler.nextExpiry()).toBeUndefined();
    reassembler.add(first, 0);
    reassembler.add(second, 60);
    reassembler.add(parts(200, 8)[0] as ReceivedPart, 60);
    expect(reassembler.nextExpiry()).toBe(100);
    reassembler.expire(99);
    expect(evictions).toEqual([]);
    expect(reassembler.add(third, 100)).toBeUndefined();
    expect(evictions.map(({ reason, assembly }) => [reason, assembly.missing])).toEqual([['expired', 1]]);
    expect(reassembler.pending().messages).toBe(2);
    expect(reassembler.nextExpiry()).toBe(160);
    reassembler.expire(1000);
    expect(reassembler.pending()).toEqual({ messages: 0, bytes: 0 });
  });

  it('holds no more messages and no more octets than it may, and gives up the oldest', () => {
    const reasons: string[] = [];
    const onEvict = ({ reason, assembly }: Eviction) => reasons.push(`${reason} ${assembly.reference}`);
    const few = createReassembler({ maxMessages: 2, onEvict });
    for (const reference of [1, 2, 3]) few.add(parts(200, reference)[0] as ReceivedPart, reference);
    expect(reasons.splice(0)).toEqual(['messages 1']);
    const small = createReassembler({ maxBytes: 400, onEvict });
    for (const reference of [1, 2, 3]) small.add(parts(200, reference)[0] as ReceivedPart, reference);
    expect(reasons.splice(0)).toEqual(['bytes 1']);
    expect(small.pending().bytes).toBeLessThanOrEqual(400);
    const tiny = createReassembler({ maxBytes: 100, onEvict });
    expect(tiny.add(parts(200, 4)[0] as ReceivedPart, 0)).toBeUndefined();
    expect(reasons).toEqual(['bytes 4']);
    expect(tiny.pending()).toEqual({ messages: 0, bytes: 0 });
  });

  it('stays within its bounds whatever comes, and throws only when strict', () => {
    const part = fc.record({
      from: fc.constantFrom('a', 'b'),
      to: fc.constantFrom('c', 'd'.repeat(50)),
      udh: fc.oneof(
        fc.uint8Array({ maxLength: 12, size: 'max' }),
        fc.tuple(fc.nat(2), fc.nat(4), fc.nat(4)).map((numbers) => Uint8Array.of(5, 0, 3, ...numbers)),
      ),
      payload: fc.uint8Array({ maxLength: 60, size: 'max' }),
      sar: fc.option(fc.record({ reference: fc.nat(3), total: fc.nat(4), sequence: fc.nat(4) }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60, size: 'max' }), fc.boolean(), (received, strict) => {
        const reassembler = createReassembler({ maxBytes: 300, maxMessages: 4, ttlMs: 20, strict });
        for (const [now, one] of received.entries()) {
          try {
            reassembler.add(one, now);
          } catch (error) {
            expect([strict, (error as Error).name]).toEqual([true, 'UserDataError']);
          }
          const { messages, bytes } = reassembler.pending();
          expect(messages).toBeLessThanOrEqual(4);
          expect(bytes).toBeLessThanOrEqual(300);
          expect(messages === 0).toBe(bytes === 0);
        }
      }),
    );
  });

  it('goes on from a state that was stored as plain data', () => {
    const [first, second, third] = parts(300, 7) as [ReceivedPart, ReceivedPart, ReceivedPart];
    const store = new Map<string, Assembly>();
    createReassembler({ store }).add(third, 5);
    const restored = new Map<string, Assembly>(structuredClone([...store]));
    const reassembler = createReassembler({ store: restored, ttlMs: 10 });
    expect(reassembler.pending()).toEqual({ messages: 1, bytes: characters + sizeOf(third) });
    expect(reassembler.nextExpiry()).toBe(15);
    reassembler.add(first, 6);
    expect(reassembler.add(second, 7)?.payload).toEqual(octets(300));
    expect(restored.size).toBe(0);
  });

  it('lets two of them share a store, as two connections do', () => {
    const store = new Map<string, Assembly>();
    const [first, second] = parts(200, 7) as [ReceivedPart, ReceivedPart];
    createReassembler({ store }).add(first, 0);
    expect(createReassembler({ store }).add(second, 1)?.payload).toEqual(octets(200));
  });
});

function shuffle<T>(items: T[], random: Iterator<number>): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const at = random.next().value % (last + 1);
    [items[last], items[at]] = [items[at] as T, items[last] as T];
  }
  return items;
}
