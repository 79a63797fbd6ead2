import { describe, expect, it } from 'vitest';
import { type Command, type GivenOptions, Link } from '../../src/index.js';
import { manualClock, memoryWires } from '../../src/memory.js';
import { roughWire, seeded } from '../rough-wire.js';
import { type Dialect, settle } from './world.js';

interface Fate {
  settled: number;
  handled: number;
  code: string | undefined;
  text: string | undefined;
}

/** Two links that ask each other, over a wire that cuts and delays, with answers in random order. */
async function run(dialect: Dialect, seed: number, cut: boolean, given: GivenOptions = {}): Promise<Fate[]> {
  const random = seeded(seed);
  const clock = manualClock();
  const [a, b] = memoryWires({ clock });
  const fates = new Map<string, Fate>();
  const handlers = {
    onRequest: (pdu: Command) => {
      if (pdu.command === dialect.bind().command) return dialect.ok(pdu);
      const fate = fates.get(dialect.text(pdu)) as Fate;
      fate.handled++;
      return new Promise<Command>((resolve) => {
        const answer = dialect.ok(pdu, `re ${dialect.text(pdu)}`);
        clock.after(Math.floor(random() * 200), () => resolve(answer), undefined);
      });
    },
  };
  const options = {
    clock,
    window: 1 + Math.floor(random() * 50),
    concurrency: 1 + Math.floor(random() * 50),
    inbox: 8,
    ...given,
  };
  const client = new Link(roughWire(a, clock, random), dialect.protocol, handlers, options);
  const server = new Link(roughWire(b, clock, random), dialect.protocol, handlers, options);
  const bound = client.request(dialect.bind());
  const pass = async (ms: number): Promise<void> => {
    for (let time = 0; time < ms; time += 5) {
      clock.advance(5);
      for (let i = 0; i < 4; i++) await Promise.resolve();
    }
    await settle(clock);
  };
  await pass(200);
  await bound;

  for (let i = 0; i < 30; i++) {
    const mine = i % 2 === 0;
    const text = `${mine ? 'client' : 'server'} ${i}`;
    const fate: Fate = { settled: 0, handled: 0, code: undefined, text: undefined };
    fates.set(text, fate);
    const pdu = mine ? dialect.submit(text) : dialect.deliver(text);
    clock.after(
      Math.floor(random() * 300),
      () => {
        const finish = (error: { code: string } | undefined, response: Command | undefined): void => {
          fate.settled++;
          fate.code = error?.code;
          fate.text = response === undefined ? undefined : dialect.text(response);
        };
        try {
          (mine ? client : server).send(pdu, finish);
        } catch (error) {
          finish(error as { code: string }, undefined);
        }
      },
      undefined,
    );
  }
  if (cut) clock.after(Math.floor(random() * 1500), () => (random() < 0.5 ? a : b).fail(new Error('cut')), undefined);
  while ([...fates.values()].some(({ settled }) => settled === 0)) await pass(500);
  const closed = Promise.all([client.close(), server.close()]);
  await pass(1000);
  await closed;
  expect([client.inFlight, client.waiting, server.inFlight, server.waiting, clock.timers]).toEqual([0, 0, 0, 0, 0]);
  for (const [text, fate] of fates) if (fate.text !== undefined) expect(fate.text).toBe(`re ${text}`);
  return [...fates.values()];
}

/** Two ends at work over a wire that cuts, delays and breaks, with answers in random order, for this many seeds. */
export function randomCases(dialect: Dialect, seeds: number): void {
  describe(`${seeds} seeds of random cuts, delays and reorderings`, () => {
    it('whole: every request is handled once and answered once, with its own answer', async () => {
      for (let seed = 0; seed < seeds; seed++) {
        const fates = await run(dialect, seed, false);
        expect(
          fates.every(({ settled, handled, code }) => settled === 1 && handled === 1 && code === undefined),
          `seed ${seed}`,
        ).toBe(true);
      }
    });

    it('broken at a random moment: every request settles once, none is handled twice, none is answered unhandled', async () => {
      let failed = 0;
      for (let seed = 0; seed < seeds; seed++) {
        for (const { settled, handled, code } of await run(dialect, seed, true)) {
          expect(settled, `seed ${seed}`).toBe(1);
          expect(handled).toBeLessThanOrEqual(1);
          expect([undefined, 'closed']).toContain(code);
          if (code === undefined) expect(handled).toBe(1);
          else failed++;
        }
      }
      expect(failed).toBeGreaterThan(seeds / 2);
    });

    it('sent again after too short a time, and broken: every request settles once, however often it is handled', async () => {
      const codes: Record<string, number> = {};
      let again = 0;
      for (let seed = 0; seed < seeds; seed++) {
        const given = { requestAttempts: 3, responseTimeoutMs: 120 };
        for (const { settled, handled, code = 'answered' } of await run(dialect, seed, true, given)) {
          expect(settled, `seed ${seed}`).toBe(1);
          expect(handled).toBeLessThanOrEqual(3);
          if (handled > 1) again++;
          codes[code] = (codes[code] ?? 0) + 1;
        }
      }
      expect(Object.keys(codes).sort()).toEqual(['answered', 'closed', 'timeout']);
      expect(again).toBeGreaterThan(seeds);
    });
  });
}
