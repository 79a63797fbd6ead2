import { describe, expect, it } from 'vitest';
import type { Status, Warning } from '../../src/index.js';
import { type Dialect, outcome, roles, World } from './world.js';

/** How sessions end: SMPPEX's terminate, socket and code_change tests, unbind both ways, and what peers add to that. */
export function endingCases(dialect: Dialect): void {
  const unbind = dialect.unbind().command;
  const unbound = dialect.ok(dialect.unbind()).command;

  describe.each(roles)('as %s: terminate', (role) => {
    it('lists lost PDUs, oldest first, those that still waited too', async () => {
      const world = await World.bound(dialect, role, {}, { window: 2 });
      const results = ['a', 'b', 'c'].map((text) => outcome(world.link.request(world.ask(text))));
      await world.settle();
      world.peer.wire.destroy();
      await world.settle();
      expect(world.closing?.unanswered.map(dialect.text)).toEqual(['a', 'b', 'c']);
      for (const { error } of results) expect(error).toMatchObject({ code: 'closed', reason: { code: 'wire_closed' } });
    });

    it('never lists enquire_link of its own', async () => {
      const world = await World.bound(dialect, role);
      await world.advance(30_001);
      world.peer.wire.destroy();
      await world.settle();
      expect(world.closing?.unanswered).toEqual([]);
    });

    it('with last PDUs: what a handler sends before it closes is on the wire before the goodbye', async () => {
      const world = await World.bound(dialect, role, {
        onRequest: (pdu, link) => {
          link.send(world.ask('last'));
          void link.close();
          return dialect.ok(pdu);
        },
      });
      world.peer.send(world.asked(), 1);
      await world.settle();
      world.peer.answer(world.peer.got[0] as { command: string });
      await world.settle();
      expect(world.peer.commands).toEqual([world.ask().command, dialect.ok(world.asked()).command, unbind]);
    });

    it('invalid reply: an onClose that throws changes nothing', async () => {
      const world = await World.bound(dialect, role, {
        onClose: () => {
          throw new Error('oops');
        },
      });
      const pending = outcome(world.link.request(world.ask()));
      world.link.destroy();
      await world.settle();
      expect(pending.error?.code).toBe('closed');
      expect(world.peer.closed).toBe(true);
    });

    it('handle_timeout: onClose is told which timer it was', async () => {
      const world = await World.bound(dialect, role);
      await world.advance(60_001);
      expect(world.closing?.reason).toMatchObject({
        code: 'keepalive',
        message: expect.stringContaining('sign of life'),
      });
    });

    it('stop during a request: the request fails with the reason', async () => {
      const world = await World.bound(dialect, role);
      const pending = outcome(world.link.request(world.ask()));
      await world.settle();
      world.link.destroy(new Error('enough'));
      await world.settle();
      expect(pending.error).toMatchObject({ code: 'closed', reason: { code: 'destroyed', by: 'us' } });
      expect(pending.error?.['message']).toContain('enough');
    });

    it('after the end requests fail, send throws, and closing again is fine', async () => {
      const world = await World.bound(dialect, role);
      world.link.destroy();
      await world.settle();
      await expect(world.link.request(world.ask())).rejects.toMatchObject({ code: 'closed' });
      expect(() => world.link.send(world.ask())).toThrow(expect.objectContaining({ code: 'closed' }));
      await world.link.close();
      world.link.destroy();
      expect(world.link.closed).toBe(true);
      expect(world.clock.timers).toBe(0);
    });
  });

  describe.each(roles)('as %s: init', (role) => {
    it('ok: handlers made by a function know their link before anything comes', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu, link) => dialect.ok(pdu, String(link.state)) });
      world.peer.send(world.asked(), 1);
      await world.settle();
      expect(dialect.text(world.peer.last)).toBe(String(world.link.state));
    });

    it('stop: a link may be closed before it is opened, without a goodbye', async () => {
      const world = new World(dialect, role);
      void world.link.close();
      await world.settle();
      expect(world.closing?.reason).toMatchObject({ code: 'goodbye', by: 'us' });
      expect([world.peer.got, world.peer.closed]).toEqual([[], true]);
    });
  });

  it('a handler that refuses the opening may close at once: the refusal goes out, without a goodbye', async () => {
    const world = new World(dialect, 'server');
    world.link.use({
      ...world.complete({}),
      onRequest: async (pdu, link) => {
        void link.close();
        return dialect.error(pdu);
      },
    });
    world.peer.send(dialect.bind(), 1);
    await world.settle();
    expect(world.peer.commands).toEqual([dialect.ok(dialect.bind()).command]);
    expect(world.peer.last).toMatchObject(dialect.error(dialect.bind()));
    expect(world.closing?.reason).toMatchObject({ code: 'goodbye', by: 'us' });
    expect(world.peer.closed).toBe(true);
  });

  describe.each(roles)('as %s: code_change', (role) => {
    it('ok: new handlers take the next PDU', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu, 'old') });
      world.peer.send(world.asked(), 1);
      await world.settle();
      world.link.use({ onRequest: (pdu) => dialect.ok(pdu, 'new') });
      world.peer.send(world.asked(), 2);
      await world.settle();
      expect(world.peer.got.map(dialect.text)).toEqual(['old', 'new']);
    });

    it('fail: what are no handlers are refused, and the old ones stay', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu, 'old') });
      for (const wrong of [undefined, null, 5, { onRequest: 'x' }, { onClose: {} }]) {
        expect(() => world.link.use(wrong as never)).toThrow(expect.objectContaining({ code: 'option' }));
      }
      world.peer.send(world.asked(), 1);
      await world.settle();
      expect(dialect.text(world.peer.last)).toBe('old');
    });
  });

  describe.each(roles)('as %s: socket', (role) => {
    it('closed: remote close is told as unexpected', async () => {
      const world = await World.bound(dialect, role);
      world.peer.wire.end();
      await world.settle();
      expect(world.closing?.reason).toMatchObject({ code: 'wire_closed', by: 'peer' });
      expect(world.peer.closed).toBe(true);
      await world.link.close();
    });

    it('closed right behind the last PDUs: they are handled first', async () => {
      const world = await World.bound(dialect, role);
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      world.peer.answer(world.peer.last, 'just in time');
      world.peer.wire.end();
      await world.settle();
      expect(answer.value).toBeDefined();
      expect(world.closing?.unanswered).toEqual([]);
    });

    it('error: connection loss gives the error, not a close', async () => {
      const world = await World.bound(dialect, role);
      const pending = outcome(world.link.request(world.ask()));
      world.wire.fail(new Error('ECONNRESET'));
      await world.settle();
      expect(world.closing?.reason).toMatchObject({ code: 'wire_error', error: { message: 'ECONNRESET' } });
      expect(pending.error).toMatchObject({ code: 'closed', reason: { code: 'wire_error' } });
    });

    it('is given up where the peer does not close its side', async () => {
      const world = await World.bound(dialect, role, {}, { goodbyeTimeoutMs: 2_000 });
      world.peer.wire.start({ onData: () => {}, onDrain: () => {}, onEnd: () => {}, onClose: () => {} });
      const closed = outcome(world.link.close().then(() => 'closed'));
      await world.advance(2_001);
      expect(world.closing?.reason.code).toBe('goodbye_timeout');
      expect(closed.value).toBeUndefined();
      await world.advance(2_001);
      expect(closed.value).toBe('closed');
      expect(world.clock.timers).toBe(0);
    });
  });

  describe.each(roles)('as %s: unbind by us', (role) => {
    it('drains first: requests in flight and in the queue are answered, new ones are not taken', async () => {
      const world = await World.bound(dialect, role, {}, { window: 1 });
      const results = ['a', 'b'].map((text) => outcome(world.link.request(world.ask(text))));
      void world.link.close();
      const refused = outcome(world.link.request(world.ask('c')));
      await world.settle();
      expect(world.peer.got.map(dialect.text)).toEqual(['a']);
      world.peer.answer(world.peer.last);
      await world.settle();
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(world.peer.commands.at(-1)).toBe(unbind);
      expect(results.map(({ value }) => value !== undefined)).toEqual([true, true]);
      expect(refused.error?.code).toBe('closed');
    });

    it('drains no longer than drainTimeoutMs', async () => {
      const world = await World.bound(dialect, role);
      const pending = outcome(world.link.request(world.ask()));
      void world.link.close();
      await world.advance(10_000);
      expect(world.peer.commands).not.toContain(unbind);
      await world.advance(1);
      expect(world.peer.commands.at(-1)).toBe(unbind);
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(pending.error).toMatchObject({ code: 'closed', reason: { code: 'goodbye' } });
      expect(world.closing?.unanswered).toHaveLength(1);
    });

    it('not answered: waits goodbyeTimeoutMs, then closes', async () => {
      const world = await World.bound(dialect, role);
      void world.link.close();
      await world.advance(5_000);
      expect(world.closing).toBeUndefined();
      await world.advance(1);
      expect(world.closing?.reason.code).toBe('goodbye_timeout');
      expect(world.peer.closed).toBe(true);
    });

    it('answered by a closed socket, or by generic_nack where there is one: that is success too', async () => {
      const closer = await World.bound(dialect, role);
      void closer.link.close();
      await closer.settle();
      closer.peer.wire.destroy();
      await closer.settle();
      expect(closer.closing?.reason).toMatchObject({ code: 'goodbye', by: 'us' });

      if (dialect.nack === undefined) return;
      const nacker = await World.bound(dialect, role);
      void nacker.link.close();
      await nacker.settle();
      nacker.peer.send(dialect.nack(), dialect.number(nacker.peer.last));
      await nacker.settle();
      expect(nacker.closing?.reason).toMatchObject({ code: 'goodbye', by: 'us' });
    });

    it('crossing the unbind of the peer: each is answered, and that is the end', async () => {
      const world = await World.bound(dialect, role);
      void world.link.close();
      await world.settle();
      world.peer.send(dialect.unbind(), 50);
      await world.settle();
      expect(world.peer.commands).toEqual([unbind, unbound]);
      expect(world.closing?.reason).toMatchObject({ code: 'goodbye', by: 'us' });
    });

    it('double close: one goodbye, one end, and both callers are told', async () => {
      let ends = 0;
      const world = await World.bound(dialect, role, { onClose: () => void ends++ });
      const both = Promise.all([world.link.close(), world.link.close()]);
      await world.settle();
      world.peer.answer(world.peer.last);
      await world.settle();
      await both;
      await world.link.close();
      expect([world.peer.commands, ends]).toEqual([[unbind], 1]);
    });

    it('may be called from every handler without a deadlock', async () => {
      const names = [
        'onRequest',
        'onNotice',
        'onUnexpected',
        'onUnparsed',
        'onWarning',
        'onSend',
        'onReceive',
        'onClose',
      ];
      // Only the side that was asked for the session sends notices.
      const notices = role === 'client' && dialect.notice !== undefined;
      for (const name of names.filter((one) => notices || one !== 'onNotice')) {
        const world = await World.bound(dialect, role);
        const close = (): undefined => void world.link.close();
        world.link.use({ ...world.complete({}), [name]: close });
        world.peer.send(world.asked(), 1);
        if (dialect.notice !== undefined) world.peer.send(dialect.notice(''), 2);
        world.peer.send(dialect.ok(world.ask()), 999);
        world.peer.wire.write(dialect.malformed(3));
        world.peer.reply = (pdu) => {
          if (pdu.command === unbind) world.peer.answer(pdu);
        };
        await world.settle();
        world.peer.send(dialect.odd(), 4);
        await world.settle();
        if (name === 'onClose') world.link.destroy();
        await world.advance(20_001);
        expect(world.link.closed, name).toBe(true);
        expect(world.peer.closed, name).toBe(true);
      }
    });

    it('awaited in a handler, is held up by that handler no longer than drainTimeoutMs', async () => {
      const world = await World.bound(dialect, role, {
        onRequest: async (pdu, link) => {
          await link.close();
          return dialect.ok(pdu);
        },
      });
      world.peer.reply = (pdu) => world.peer.answer(pdu);
      world.peer.send(world.asked(), 1);
      await world.advance(10_001);
      expect(world.closing?.reason).toMatchObject({ code: 'goodbye', by: 'us' });
      expect(world.peer.closed).toBe(true);
    });
  });

  describe.each(roles)('as %s: unbind by the peer', (role) => {
    it('is answered, then the connection closes, and that is no unexpected end', async () => {
      const world = await World.bound(dialect, role);
      world.peer.send(dialect.unbind(), 77);
      await world.settle();
      expect(world.peer.commands).toEqual([unbound]);
      expect(dialect.number(world.peer.last)).toBe(77);
      expect(world.peer.ended).toBe(true);
      expect(world.closing?.reason).toMatchObject({ code: 'goodbye', by: 'peer' });
    });

    it('waits for handlers that are at work: what came before it is answered before it', async () => {
      let reply: () => void = () => {};
      const world = await World.bound(dialect, role, {
        onRequest: (pdu) => new Promise((resolve) => (reply = () => resolve(dialect.ok(pdu)))),
      });
      world.peer.send(world.asked(), 1);
      world.peer.send(world.asked(), 2);
      world.peer.send(dialect.unbind(), 3);
      await world.settle();
      expect(world.peer.got).toEqual([]);
      reply();
      await world.settle();
      reply();
      await world.settle();
      expect(world.peer.got.map(dialect.number)).toEqual([1, 2, 3]);
    });

    it('is answered after goodbyeTimeoutMs, whatever handlers do', async () => {
      const world = await World.bound(dialect, role, { onRequest: () => new Promise(() => {}) });
      world.peer.send(world.asked(), 1);
      world.peer.send(dialect.unbind(), 2);
      await world.advance(5_000);
      expect(world.peer.got).toEqual([]);
      await world.advance(1);
      expect(world.peer.commands).toEqual([unbound]);
    });

    it('fails our requests in flight, with the reason', async () => {
      const world = await World.bound(dialect, role);
      const pending = outcome(world.link.request(world.ask()));
      await world.settle();
      world.peer.send(dialect.unbind(), 1);
      await world.settle();
      expect(pending.error).toMatchObject({ code: 'closed', reason: { code: 'goodbye', by: 'peer' } });
    });

    it('is answered before the session is opened, too', async () => {
      const world = new World(dialect, role);
      world.peer.send(dialect.unbind(), 1);
      await world.settle();
      expect(world.peer.commands).toEqual([unbound]);
      expect(world.link.closed).toBe(true);
    });
  });

  describe.each(roles)('as %s: status', (role) => {
    it('gives the present, each change, and ends after closed; a reader that leaves does not end the link', async () => {
      const world = new World(dialect, role);
      const read = async (count: number): Promise<Status[]> => {
        const seen: Status[] = [];
        for await (const status of world.link.status) if (seen.push(status) === count) break;
        return seen;
      };
      const all = read(99);
      const some = read(1);
      await world.bind();
      await world.advance(30_001);
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(await some).toEqual([{ type: 'connected' }]);
      expect(world.link.closed).toBe(false);
      const late = read(99);
      world.peer.send(dialect.unbind(), 1);
      await world.settle();
      const types = (statuses: Status[]): string[] => statuses.map(({ type }) => type);
      expect(types(await all)).toEqual(['connected', 'opened', 'idle', 'closing', 'closed']);
      expect(types(await late)).toEqual(['idle', 'closing', 'closed']);
      expect((await read(99)).at(-1)).toMatchObject({ type: 'closed', reason: { code: 'goodbye', by: 'peer' } });
    });
  });

  describe.each(roles)('as %s: warnings', (role) => {
    it('those of the codec are handed on', async () => {
      const warnings: Warning[] = [];
      const world = await World.bound(dialect, role, { onWarning: (warning) => warnings.push(warning) });
      world.peer.send(dialect.odd(), 1);
      await world.settle();
      expect(warnings.length).toBeGreaterThan(0);
    });
  });
}
