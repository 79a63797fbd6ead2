import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/index.js';
import { type Dialect, outcome, roles, World } from './world.js';

/** Requests that are sent again, which CMPP asks for and nobody does unasked. */
export function resendingCases(dialect: Dialect): void {
  describe.each(roles)('as %s: resending', (role) => {
    const options = { requestAttempts: 3, responseTimeoutMs: 10_000, keepaliveMs: 0 };
    const numbers = (world: World): number[] => world.peer.got.map(dialect.number);

    it('is off unless asked for', async () => {
      const world = await World.bound(dialect, role, {}, { keepaliveMs: 0 });
      const answer = outcome(world.link.request(world.ask()));
      await world.advance(1_000_000);
      expect(answer.error?.code).toBe('timeout');
      expect(world.peer.got).toHaveLength(1);
      expect(world.closing).toBeUndefined();
    });

    it('sends the same octets under the same number, each time the limit has passed, and gives up the peer at last', async () => {
      const world = await World.bound(dialect, role, {}, options);
      const written: Uint8Array[] = [];
      const write = world.wire.write.bind(world.wire);
      world.wire.write = (octets) => {
        written.push(octets.slice());
        return write(octets);
      };
      const pdu = world.ask('hello');
      const answer = outcome(world.link.request(pdu));
      Object.assign(pdu, world.ask('changed by its owner'));
      await world.advance(10_000);
      expect(written).toHaveLength(1);
      await world.advance(1);
      expect(written).toHaveLength(2);
      await world.advance(10_001);
      expect(written).toHaveLength(3);
      expect(new Set(written.map(String)).size).toBe(1);
      expect(numbers(world)).toEqual(Array(3).fill(world.ourNext));
      expect(world.peer.got.map(dialect.text)).toEqual(Array(3).fill('hello'));
      await world.advance(10_000);
      expect([answer, world.closing, world.link.inFlight]).toEqual([{}, undefined, 1]);
      await world.advance(1);
      expect(answer.error?.code).toBe('timeout');
      expect(world.closing?.reason).toMatchObject({ code: 'unanswered', by: 'us' });
      expect([written.length, world.peer.closed, world.clock.timers]).toEqual([3, true, 0]);
    });

    it('fails what else is in flight or waits, each once, when the peer is given up', async () => {
      const world = await World.bound(dialect, role, {}, { ...options, window: 2 });
      const ends: string[] = [];
      const ask = (text: string): void =>
        world.link.send(world.ask(text), (error) => ends.push(`${text} ${error?.code ?? 'answered'}`));
      ask('a');
      await world.advance(5_000);
      ask('b');
      ask('c');
      await world.advance(25_003);
      expect(ends).toEqual(['a timeout', 'b closed', 'c closed']);
      expect(world.closing?.unanswered.map(dialect.text)).toEqual(['b', 'c']);
      await world.advance(1_000_000);
      expect(ends).toHaveLength(3);
    });

    it('ends with the response, whichever sending it answers; a second response is unexpected', async () => {
      let unexpected = 0;
      const world = await World.bound(dialect, role, { onUnexpected: () => void unexpected++ }, options);
      const answer = outcome(world.link.request(world.ask()));
      await world.advance(15_000);
      expect(world.peer.got).toHaveLength(2);
      world.peer.answer(world.peer.got[0] as Command, 'first');
      world.peer.answer(world.peer.got[1] as Command, 'second');
      await world.advance(1_000_000);
      expect(dialect.text(answer.value as Command)).toBe('first');
      expect([world.peer.got.length, unexpected, world.link.inFlight]).toEqual([2, 1, 0]);
      expect(world.closing).toBeUndefined();
    });

    it('keeps its place in the window, and its number from others', async () => {
      const world = await World.bound(dialect, role, {}, { ...options, window: 1 });
      outcome(world.link.request(world.ask('first')));
      const second = outcome(world.link.request(world.ask('second')));
      await world.advance(10_001);
      expect(world.peer.got.map(dialect.text)).toEqual(['first', 'first']);
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(numbers(world).at(-1)).toBe(world.ourNext + 1);
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(second.value).toBeDefined();
    });

    it('may be asked for, or forbidden, of one request', async () => {
      const world = await World.bound(dialect, role, {}, { responseTimeoutMs: 10_000, keepaliveMs: 0 });
      const once = outcome(world.link.request(world.ask('once')));
      const twice = outcome(world.link.request(world.ask('twice'), { attempts: 2, timeoutMs: 12_000 }));
      await world.advance(12_001);
      expect([once.error?.code, twice]).toEqual(['timeout', {}]);
      expect(world.peer.got.map(dialect.text)).toEqual(['once', 'twice', 'twice']);
      await world.advance(12_001);
      expect(twice.error?.code).toBe('timeout');
      expect(world.closing?.reason.code).toBe('unanswered');

      const other = await World.bound(dialect, role, {}, options);
      const never = outcome(other.link.request(other.ask(), { attempts: 1 }));
      await other.advance(1_000_000);
      expect([never.error?.code, other.closing]).toEqual(['timeout', undefined]);
      for (const attempts of [0, -1, Number.NaN]) {
        await expect(other.link.request(other.ask(), { attempts })).rejects.toMatchObject({ code: 'option' });
      }
    });

    it('stops when the request is given up by its signal', async () => {
      const world = await World.bound(dialect, role, {}, options);
      const controller = new AbortController();
      const answer = outcome(world.link.request(world.ask(), { signal: controller.signal }));
      await world.advance(15_000);
      controller.abort();
      await world.advance(1_000_000);
      expect(answer.error?.code).toBe('aborted');
      expect([world.peer.got.length, world.closing]).toEqual([2, undefined]);
    });

    it('goes on while the session drains, and not behind a goodbye', async () => {
      const world = await World.bound(
        dialect,
        role,
        {},
        { ...options, drainTimeoutMs: 15_000, goodbyeTimeoutMs: 60_000 },
      );
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      void world.link.close();
      await world.advance(15_001);
      const { command } = world.ask();
      expect(world.peer.commands).toEqual([command, command, dialect.unbind().command]);
      await world.advance(10_000);
      expect(answer.error?.code).toBe('timeout');
      expect([world.peer.got.length, world.closing]).toEqual([3, undefined]);
    });
  });
}
