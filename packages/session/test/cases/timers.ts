import { describe, expect, it } from 'vitest';
import { type Dialect, outcome, roles, World } from './world.js';

/** What SMPPEX's session and timer tests assert of time; the limits are the defaults: 10 s, 30 s + 30 s, 60 s. */
export function timerCases(dialect: Dialect): void {
  describe.each(roles)('as %s: session_init', (role) => {
    it('stops a session that is not opened, once more than the limit has passed', async () => {
      const world = new World(dialect, role);
      await world.advance(10_000);
      expect(world.closing).toBeUndefined();
      await world.advance(1);
      expect(world.closing?.reason).toMatchObject({ code: 'session_init', by: 'us' });
      expect(world.peer.closed).toBe(true);
      expect(world.clock.timers).toBe(0);
    });

    it('is cancelled by a successful bind_resp, sent or received', async () => {
      const world = new World(dialect, role);
      await world.advance(9_999);
      await world.bind();
      await world.advance(20_000);
      expect(world.closing).toBeUndefined();
    });

    it('is not cancelled by a bind request, by a failed bind_resp, nor by enquire_link', async () => {
      const world = new World(dialect, role);
      const bind = role === 'client' ? outcome(world.link.request(dialect.bind())) : undefined;
      if (role === 'server') world.link.use({ ...world.complete({}), onRequest: (pdu) => dialect.error(pdu) });
      if (role === 'server') world.peer.send(dialect.bind(), 1);
      await world.advance(9_000);
      if (role === 'client') world.peer.send(dialect.error(dialect.bind()), 1);
      world.peer.send(dialect.enquire(), 2);
      await world.advance(1_001);
      expect(world.closing?.reason.code).toBe('session_init');
      if (bind !== undefined) expect(bind.value).toBeDefined();
      expect(world.peer.commands).toContain(dialect.ok(dialect.enquire()).command);
    });

    it('fails the bind that a silent peer leaves unanswered', async () => {
      const world = new World(dialect, role);
      if (role === 'server') return expect(world.link.request(world.ask())).rejects.toMatchObject({ code: 'state' });
      const bind = outcome(world.link.request(dialect.bind()));
      await world.advance(10_001);
      expect(bind.error).toMatchObject({ code: 'closed', reason: { code: 'session_init' } });
    });

    it('can be switched off', async () => {
      const world = new World(dialect, role, {}, { sessionInitTimeoutMs: 0 });
      await world.advance(1_000_000);
      expect(world.closing).toBeUndefined();
    });
  });

  describe.each(roles)('as %s: enquire_link', (role) => {
    const enquires = (world: World): number =>
      world.peer.commands.filter((command) => command === dialect.enquire().command).length;

    it('is sent after more than 30 s of silence, and not before', async () => {
      const world = await World.bound(dialect, role);
      await world.advance(30_000);
      expect(enquires(world)).toBe(0);
      await world.advance(1);
      expect(enquires(world)).toBe(1);
    });

    it('is not seen by handlers, nor is its answer', async () => {
      const seen: string[] = [];
      const note = (pdu: { command: string }): undefined => void seen.push(pdu.command);
      const world = await World.bound(dialect, role, { onRequest: note, onUnexpected: note });
      await world.advance(30_001);
      world.peer.answer(world.peer.last);
      world.peer.send(dialect.enquire(), 5);
      await world.settle();
      expect(world.peer.last.command).toBe(dialect.ok(dialect.enquire()).command);
      expect(dialect.number(world.peer.last)).toBe(5);
      expect(seen).toEqual([]);
    });

    it('may be followed by a request of the user, which takes the next number', async () => {
      const world = await World.bound(dialect, role);
      await world.advance(30_001);
      world.link.send(world.ask('user'));
      await world.settle();
      expect(world.peer.got.map(dialect.number)).toEqual([world.ourNext, world.ourNext + 1]);
    });

    it('is postponed by any activity of the peer: request, response, notice, enquire_link, even a bad PDU', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu) });
      world.link.send(world.ask());
      await world.settle();
      const signs = [
        () => world.peer.send(world.asked(), 1),
        () => world.peer.answer(world.peer.got.find((pdu) => pdu.command === world.ask().command) ?? world.ask()),
        () => world.peer.send(dialect.notice?.('') ?? world.asked(), 2),
        () => world.peer.send(dialect.enquire(), 3),
        () => world.peer.wire.write(dialect.malformed(4)),
      ];
      for (const sign of signs) {
        sign();
        await world.advance(30_000);
        expect(enquires(world)).toBe(0);
      }
      await world.advance(1);
      expect(enquires(world)).toBe(1);
    });

    it('is not postponed by what we send', async () => {
      const world = await World.bound(dialect, role);
      await world.advance(20_000);
      world.link.send(world.ask());
      await world.advance(10_001);
      expect(enquires(world)).toBe(1);
    });

    it('stops the session after 60 s of silence, counted from the last sign of life', async () => {
      const world = await World.bound(dialect, role);
      await world.advance(60_000);
      expect(world.closing).toBeUndefined();
      await world.advance(1);
      expect(world.closing?.reason).toMatchObject({ code: 'keepalive', by: 'us' });
      expect(world.closing?.unanswered).toEqual([]);
      expect(world.peer.closed).toBe(true);
    });

    it('timeout is cancelled by any activity of the peer, not only by its own response', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu) });
      await world.advance(59_999);
      world.peer.send(world.asked(), 1);
      await world.advance(30_000);
      expect(world.closing).toBeUndefined();
      expect(enquires(world)).toBe(1);
      await world.advance(1);
      expect(enquires(world)).toBe(2);
    });

    it('answered by an error status, by generic_nack or twice: the peer lives, and nobody is bothered', async () => {
      const seen: string[] = [];
      const world = await World.bound(dialect, role, { onUnexpected: (pdu) => seen.push(pdu.command) });
      for (const reply of [
        dialect.error(dialect.enquire()),
        dialect.nack?.() ?? dialect.ok(dialect.enquire()),
        dialect.ok(dialect.enquire()),
      ]) {
        await world.advance(30_001);
        const number = dialect.number(world.peer.last);
        world.peer.send(reply, number);
        await world.settle();
      }
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(enquires(world)).toBe(3);
      expect(seen).toEqual([]);
      expect(world.closing).toBeUndefined();
    });

    it('left unanswered by a peer that otherwise talks costs one number, not one for each question', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu) });
      for (let i = 0; i < 50; i++) {
        await world.advance(30_001);
        world.peer.send(world.asked(), i);
        await world.settle();
      }
      expect(enquires(world)).toBe(50);
      expect(world.link.inFlight).toBe(0);
      world.link.send(world.ask('next'));
      await world.settle();
      expect(dialect.number(world.peer.last)).toBe(world.ourNext + 1);
    });

    it('may be asked several times before the peer is given up, as CMPP wants it', async () => {
      const options = { keepaliveMs: 180_000, keepaliveTimeoutMs: 60_000, keepaliveAttempts: 3 };
      const world = await World.bound(dialect, role, {}, options);
      await world.advance(180_001);
      expect(enquires(world)).toBe(1);
      await world.advance(120_000);
      expect(enquires(world)).toBe(3);
      expect(new Set(world.peer.got.map(dialect.number)).size).toBe(1);
      expect(world.closing).toBeUndefined();
      await world.advance(60_000);
      expect(world.closing?.reason.code).toBe('keepalive');
    });

    it('timeout while idle, while requests are answered one by one, and while many are in flight', async () => {
      const idle = await World.bound(dialect, role);
      await idle.advance(60_001);
      expect(idle.closing?.reason.code).toBe('keepalive');

      for (const width of [1, 5]) {
        const busy = await World.bound(dialect, role);
        for (let i = 0; i < 5; i++) {
          for (let j = 0; j < width; j++) busy.link.send(busy.ask());
          await busy.advance(1_000);
          for (const pdu of busy.peer.got.splice(0)) busy.peer.answer(pdu);
          await busy.settle();
        }
        busy.link.send(busy.ask());
        await busy.advance(60_000);
        expect(busy.closing).toBeUndefined();
        await busy.advance(1);
        expect(busy.closing).toMatchObject({ reason: { code: 'keepalive' } });
      }
    });

    it('disabled: silence is borne for ever', async () => {
      for (const keepaliveMs of [0, Number.POSITIVE_INFINITY]) {
        const world = await World.bound(dialect, role, {}, { keepaliveMs });
        await world.advance(100_000_000);
        expect([world.closing, world.peer.got]).toEqual([undefined, []]);
      }
    });

    it('disabled auto-response: the handler answers the question', async () => {
      const onRequest = (pdu: { command: string }): { command: string } => dialect.ok(pdu);
      const world = await World.bound(dialect, role, {}, { answerKeepalive: false });
      world.peer.send(dialect.enquire(), 6);
      await world.settle();
      expect(dialect.refused(world.peer.last, 'unknown')).toBe(true);
      world.link.use({ onRequest });
      world.peer.send(dialect.enquire(), 7);
      await world.settle();
      expect(world.peer.last).toMatchObject(dialect.ok(dialect.enquire()));
    });

    it('of the user is an ordinary request', async () => {
      const world = await World.bound(dialect, role);
      const answer = outcome(world.link.request(dialect.enquire()));
      await world.settle();
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(answer.value).toMatchObject(dialect.ok(dialect.enquire()));
    });
  });

  describe.each(roles)('as %s: inactivity', (role) => {
    const options = { inactivityTimeoutMs: 50_000, keepaliveMs: 20_000 };

    it('stops a session whose peer only answers', async () => {
      const world = await World.bound(dialect, role, {}, options);
      world.peer.reply = (pdu) => world.peer.answer(pdu);
      await world.advance(25_000);
      expect(world.peer.commands).toEqual([dialect.enquire().command]);
      await world.advance(25_000);
      expect(world.closing).toBeUndefined();
      await world.advance(1);
      expect(world.closing?.reason.code).toBe('inactivity');
    });

    it("is recovered by the peer's requests and notices, its enquire_link among them", async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu) }, options);
      const signs = [world.asked(), dialect.enquire(), dialect.notice?.('') ?? world.asked()];
      world.peer.reply = (pdu) => {
        if (pdu.command === dialect.enquire().command) world.peer.answer(pdu);
      };
      for (const sign of signs) {
        await world.advance(49_000);
        world.peer.send(sign, 1);
        await world.settle();
      }
      expect(world.closing).toBeUndefined();
      await world.advance(50_001);
      expect(world.closing?.reason.code).toBe('inactivity');
    });

    it('is looked at before enquire_link', async () => {
      const world = await World.bound(dialect, role, {}, { inactivityTimeoutMs: 20_000, keepaliveMs: 20_000 });
      await world.advance(20_001);
      expect(world.closing?.reason.code).toBe('inactivity');
      expect(world.peer.got).toEqual([]);
    });

    it('is off unless asked for', async () => {
      const world = await World.bound(dialect, role);
      world.peer.reply = (pdu) => world.peer.answer(pdu);
      await world.advance(3_600_000);
      expect(world.closing).toBeUndefined();
    });
  });

  describe.each(roles)('as %s: one timer', (role) => {
    it('serves a link, however many requests are in flight', async () => {
      const world = await World.bound(dialect, role, {}, { window: 1000 });
      for (let i = 0; i < 500; i++) world.link.send(world.ask());
      await world.settle();
      expect(world.clock.timers).toBe(1);
    });
  });
}
