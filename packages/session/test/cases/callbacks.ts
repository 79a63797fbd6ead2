import { describe, expect, it } from 'vitest';
import type { Command, Link, Warning } from '../../src/index.js';
import { type Dialect, outcome, roles, World } from './world.js';

/** What SMPPEX's session tests assert (reference: session_test, sync_test, transport_session_test), by name. */
export function callbackCases(dialect: Dialect): void {
  describe.each(roles)('as %s: requests', (role) => {
    it('send: a request is written and resolves with its response', async () => {
      const world = await World.bound(dialect, role);
      const answer = world.link.request(world.ask('hello'));
      await world.settle();
      expect(world.peer.commands).toEqual([world.ask().command]);
      expect(dialect.text(world.peer.last)).toBe('hello');
      world.peer.answer(world.peer.last, 'yes');
      await world.settle();
      expect(dialect.text((await answer) as Command)).toBe('yes');
    });

    it('sequence numbers increase from 1, and the number a caller put in is overwritten', async () => {
      const world = new World(dialect, role);
      await world.bind();
      for (const given of [undefined, 7, 7]) {
        const numbered = { ...world.ask(), number: given, sequenceNumber: given, sequenceId: given };
        outcome(world.link.request(numbered));
      }
      await world.settle();
      expect(world.peer.got.map(dialect.number)).toEqual([0, 1, 2].map((i) => i + world.ourNext));
    });

    it("a reply keeps its request's number, and the request stays as the handler got it", async () => {
      const seen: number[] = [];
      const onRequest = (pdu: Command): Command => {
        seen.push(dialect.number(pdu));
        return dialect.ok(pdu);
      };
      const world = await World.bound(dialect, role, { onRequest });
      for (const number of [0, 5, 0x7fffffff, 0xfffffffe]) world.peer.send(world.asked(), number);
      await world.settle();
      expect(world.peer.got.map(dialect.number)).toEqual([0, 5, 0x7fffffff, 0xfffffffe]);
      expect(seen).toEqual([0, 5, 0x7fffffff, 0xfffffffe]);
    });

    it('a hundred callers at once each get their own response', async () => {
      const world = await World.bound(dialect, role, {}, { window: 100 });
      const answers = Array.from({ length: 100 }, (_, i) => world.link.request(world.ask(`n${i}`)));
      await world.settle();
      for (const pdu of [...world.peer.got].reverse()) world.peer.answer(pdu, `re ${dialect.text(pdu)}`);
      await world.settle();
      const texts = (await Promise.all(answers)).map((answer) => dialect.text(answer as Command));
      expect(texts).toEqual(Array.from({ length: 100 }, (_, i) => `re n${i}`));
    });

    it('an unbuildable PDU yields a send error, not a response timeout, and uses up no number', async () => {
      const world = await World.bound(dialect, role, {}, { keepaliveMs: 0 });
      const bad = outcome(world.link.request(dialect.unencodable(world.ask())));
      const good = outcome(world.link.request(world.ask()));
      await world.settle();
      expect(bad.error).toMatchObject({ name: 'SessionError', code: 'encode', cause: expect.anything() });
      expect(dialect.number(world.peer.last)).toBe(world.ourNext);
      await world.advance(60_001);
      expect(good.error?.code).toBe('timeout');
    });

    it('a response is not taken for a request', async () => {
      const world = await World.bound(dialect, role);
      const wrong = outcome(world.link.request(dialect.ok(world.ask())));
      await world.settle();
      expect(wrong.error?.code).toBe('kind');
      expect(world.peer.got).toEqual([]);
    });

    it('send with a callback gives the response or the error, once, and makes no promise', async () => {
      const world = await World.bound(dialect, role);
      const done: string[] = [];
      world.link.send(world.ask('a'), (error, response) => done.push(error?.code ?? dialect.text(response as Command)));
      world.link.send(world.ask('b'), (error, response) => done.push(error?.code ?? dialect.text(response as Command)));
      await world.settle();
      world.peer.answer(world.peer.got[0] as Command, 'fine');
      await world.advance(60_001);
      expect(done).toEqual(['fine', 'timeout']);
    });

    it('fire and forget: the response surfaces as an event, and is not unexpected', async () => {
      const events: string[] = [];
      const world = await World.bound(dialect, role, {
        onReceive: (pdu) => events.push(`came ${pdu.command}`),
        onUnexpected: () => events.push('unexpected'),
      });
      events.length = 0;
      world.link.send(world.ask());
      await world.settle();
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(events).toEqual([`came ${dialect.ok(world.ask()).command}`]);
    });

    it('wait_for_pdus: what is sent, comes, answers, fails and expires can be gathered in one list', async () => {
      const list: string[] = [];
      const world = await World.bound(dialect, role, {
        onSend: (pdu) => list.push(`ok ${dialect.text(pdu)}`),
        onRequest: (pdu) => {
          list.push(`pdu ${dialect.text(pdu)}`);
          return dialect.ok(pdu, 'received');
        },
      });
      list.length = 0;
      const note = (text: string) => (error: { code: string } | undefined, response: Command | undefined) =>
        list.push(`${error?.code ?? 'resp'} ${response === undefined ? text : dialect.text(response)}`);
      world.link.send(world.ask('one'), note('one'));
      world.link.send(world.ask('two'), note('two'));
      expect(() => world.link.send(dialect.unencodable(world.ask('three')))).toThrow(
        expect.objectContaining({ code: 'encode' }),
      );
      await world.settle();
      world.peer.answer(world.peer.got[0] as Command, 'answer');
      world.peer.send(world.asked('report'), 1);
      await world.settle();
      expect(list).toEqual(['ok one', 'ok two', 'resp answer', 'pdu report', 'ok received']);
      await world.advance(60_001);
      expect(list.at(-1)).toBe('timeout two');
    });

    it('what is no PDU at all is refused like any misuse', async () => {
      const world = await World.bound(dialect, role);
      for (const wrong of [undefined, null, 5, 'submit', {}, { command: 5 }]) {
        await expect(world.link.request(wrong as never)).rejects.toMatchObject({ code: 'kind' });
        expect(() => world.link.send(wrong as never)).toThrow(expect.objectContaining({ code: 'kind' }));
      }
    });

    it('send throws what is misuse', async () => {
      const world = await World.bound(dialect, role);
      expect(() => world.link.send(dialect.bind())).toThrow(expect.objectContaining({ code: 'state' }));
      expect(() => world.link.send(dialect.ok(world.ask()))).toThrow(expect.objectContaining({ code: 'kind' }));
    });
  });

  describe.each(roles)('as %s: call, cast and info, which are plain methods of a link', (role) => {
    it('call: plain, the state can be asked at any time', async () => {
      const world = new World(dialect, role);
      expect([world.link.state, world.link.closed, world.link.inFlight]).toEqual([undefined, false, 0]);
      await world.bind();
      outcome(world.link.request(world.ask()));
      expect(world.link.state).toEqual(expect.any(String));
      expect(world.link.inFlight).toBe(1);
    });

    it('cast: with PDUs, in the order they were given', async () => {
      const world = await World.bound(dialect, role);
      for (const text of ['1', '2', '3']) world.link.send(world.ask(text));
      await world.settle();
      expect(world.peer.got.map(dialect.text)).toEqual(['1', '2', '3']);
    });

    it('call: with stop', async () => {
      const world = await World.bound(dialect, role);
      const closed = world.link.close();
      await world.settle();
      expect(world.peer.commands).toEqual([dialect.unbind().command]);
      world.peer.answer(world.peer.last);
      await world.settle();
      await closed;
      expect(world.closing?.reason).toMatchObject({ code: 'goodbye', by: 'us' });
      expect(world.peer.closed).toBe(true);
    });

    it('info: a timer of the user may send and stop, and an invalid PDU only fails itself', async () => {
      const world = await World.bound(dialect, role);
      const bad: { error?: unknown } = {};
      world.clock.after(
        100,
        () => {
          Object.assign(bad, outcome(world.link.request(dialect.ok(world.ask()))));
          world.link.send(world.ask('last'));
          void world.link.close();
        },
        undefined,
      );
      await world.advance(100);
      expect(world.peer.got.map(dialect.text)).toEqual(['last']);
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(world.peer.last.command).toBe(dialect.unbind().command);
    });
  });

  describe.each(roles)('as %s: delayed reply', (role) => {
    const late = (): { onRequest: () => Promise<Command | undefined>; reply: (pdu?: Command) => void } => {
      let reply: (pdu?: Command) => void = () => {};
      const promise = new Promise<Command | undefined>((resolve) => {
        reply = resolve;
      });
      return { onRequest: () => promise, reply: (pdu) => reply(pdu) };
    };

    it('plain', async () => {
      const { onRequest, reply } = late();
      const world = await World.bound(dialect, role, { onRequest });
      world.peer.send(world.asked(), 9);
      await world.advance(5_000);
      expect(world.peer.got).toEqual([]);
      reply(dialect.ok(world.asked(), 'at last'));
      await world.settle();
      expect([dialect.number(world.peer.last), dialect.text(world.peer.last)]).toEqual([9, 'at last']);
    });

    it('with PDUs sent before it', async () => {
      const { onRequest, reply } = late();
      const world = await World.bound(dialect, role, { onRequest });
      world.peer.send(world.asked(), 9);
      await world.settle();
      world.link.send(world.ask('meanwhile'));
      reply(dialect.ok(world.asked(), 'at last'));
      await world.settle();
      expect(world.peer.got.map(dialect.text)).toEqual(['meanwhile', 'at last']);
    });

    it('with stop: the reply still goes out before the goodbye', async () => {
      const { onRequest, reply } = late();
      const world = await World.bound(dialect, role, { onRequest });
      world.peer.send(world.asked(), 9);
      await world.settle();
      void world.link.close();
      await world.settle();
      expect(world.peer.got).toEqual([]);
      reply(dialect.ok(world.asked()));
      await world.settle();
      expect(world.peer.commands).toEqual([dialect.ok(world.asked()).command, dialect.unbind().command]);
    });
  });

  describe.each(roles)('as %s: handle_pdu', (role) => {
    const each = async (
      onRequest: (pdu: Command, link: Link) => Command | undefined,
    ): Promise<{ world: World; warnings: Warning[] }> => {
      const warnings: Warning[] = [];
      const world = await World.bound(dialect, role, { onRequest, onWarning: (warning) => warnings.push(warning) });
      world.peer.send(world.asked(), 3);
      await world.settle();
      return { world, warnings };
    };

    it('ok', async () => {
      const { world } = await each((pdu) => dialect.ok(pdu));
      expect(world.peer.commands).toEqual([dialect.ok(world.asked()).command]);
    });

    it('with PDUs', async () => {
      const { world } = await each((pdu, link) => {
        link.send(role === 'client' ? dialect.submit('extra') : dialect.deliver('extra'));
        return dialect.ok(pdu);
      });
      expect(world.peer.commands).toEqual([world.ask().command, dialect.ok(world.asked()).command]);
    });

    it('stop', async () => {
      const { world } = await each((pdu, link) => {
        void link.close();
        return dialect.ok(pdu);
      });
      expect(world.peer.commands).toEqual([dialect.ok(world.asked()).command, dialect.unbind().command]);
    });

    it('invalid: an answer that is no response, or not to this request, is refused for the peer and told to us', async () => {
      for (const reply of [5, {}, { command: 5 }, 'x', null, dialect.enquire(), dialect.ok(dialect.unbind())]) {
        const { world, warnings } = await each(() => reply as never);
        expect(dialect.refused(world.peer.last, 'failed')).toBe(true);
        expect(warnings).toMatchObject([{ code: 'handler' }]);
        expect(world.link.closed).toBe(false);
      }
    });

    it('throws: the peer is told that it failed, and the session goes on', async () => {
      const { world, warnings } = await each(() => {
        throw new Error('disk full');
      });
      expect(dialect.refused(world.peer.last, 'failed')).toBe(true);
      expect(warnings).toMatchObject([{ code: 'handler', cause: { message: 'disk full' } }]);
      expect(world.link.closed).toBe(false);
    });

    it('throws: even what cannot be made a string', async () => {
      const { world, warnings } = await each(() => {
        throw Object.create(null);
      });
      expect(dialect.refused(world.peer.last, 'failed')).toBe(true);
      expect(warnings).toMatchObject([{ code: 'handler' }]);
    });

    it('without a handler, or without its answer, the peer is told that nobody knows the request', async () => {
      const { world } = await each(() => undefined);
      expect(dialect.refused(world.peer.last, 'unknown')).toBe(true);
      world.link.use({});
      world.peer.send(world.asked(), 4);
      await world.settle();
      expect(dialect.refused(world.peer.last, 'unknown')).toBe(true);
      expect(dialect.number(world.peer.last)).toBe(4);
    });

    it('state threading: handlers run one after another in the order of arrival', async () => {
      const seen: string[] = [];
      const onRequest = async (pdu: Command): Promise<Command> => {
        seen.push(`< ${dialect.text(pdu)}`);
        await Promise.resolve();
        seen.push(`> ${dialect.text(pdu)}`);
        return dialect.ok(pdu, dialect.text(pdu));
      };
      const world = await World.bound(dialect, role, { onRequest });
      for (const text of ['a', 'b', 'c']) world.peer.send(world.asked(text), 1);
      await world.settle();
      expect(seen).toEqual(['< a', '> a', '< b', '> b', '< c', '> c']);
      expect(world.peer.got.map(dialect.text)).toEqual(['a', 'b', 'c']);
    });
  });

  describe.each(roles)('as %s: handle_resp', (role) => {
    it('ok: the error status of a response is its own affair and resolves', async () => {
      const world = await World.bound(dialect, role);
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      world.peer.send(dialect.error(world.ask()), dialect.number(world.peer.last));
      await world.settle();
      expect(answer.value).toMatchObject(dialect.error(world.ask()));
    });

    it('with PDUs: a response handler sends another request', async () => {
      const world = await World.bound(dialect, role, {}, { window: 1 });
      const second = outcome(world.link.request(world.ask('1')).then(() => world.link.request(world.ask('2'))));
      await world.settle();
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(dialect.text(world.peer.last)).toBe('2');
      world.peer.answer(world.peer.last, 'done');
      await world.settle();
      expect(dialect.text(second.value as Command)).toBe('done');
    });

    it('stop', async () => {
      const world = await World.bound(dialect, role);
      world.link.send(world.ask(), () => void world.link.close());
      await world.settle();
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(world.peer.last.command).toBe(dialect.unbind().command);
    });

    it('invalid: a callback that throws is told of, and the session goes on', async () => {
      const warnings: Warning[] = [];
      const world = await World.bound(dialect, role, { onWarning: (warning) => warnings.push(warning) });
      world.link.send(world.ask(), () => {
        throw new Error('oops');
      });
      await world.settle();
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(warnings).toMatchObject([{ code: 'handler' }]);
      expect(world.link.closed).toBe(false);
    });

    it('unknown response: surfaces as unexpected and harms nothing', async () => {
      const unexpected: (number | undefined)[] = [];
      const onUnexpected = (pdu: Command, request: Command | undefined): void =>
        void unexpected.push(dialect.number(pdu), request && 1);
      const world = await World.bound(dialect, role, { onUnexpected });
      const pending = outcome(world.link.request(world.ask()));
      world.peer.send(dialect.ok(world.ask()), 4711);
      await world.settle();
      expect(unexpected).toEqual([4711, undefined]);
      expect([pending.value, pending.error, world.link.inFlight]).toEqual([undefined, undefined, 1]);
    });
  });

  describe.each(roles)('as %s: handle_resp_timeout', (role) => {
    it('ok: all that expired, oldest first, and none before its time', async () => {
      const world = await World.bound(dialect, role, {}, { responseTimeoutMs: 1000, window: 3 });
      const order: string[] = [];
      for (const text of ['a', 'b', 'c'])
        world.link.send(world.ask(text), (error) => order.push(`${text} ${error?.code}`));
      await world.advance(1000);
      expect(order).toEqual([]);
      await world.advance(1);
      expect(order).toEqual(['a timeout', 'b timeout', 'c timeout']);
      expect(world.link.inFlight).toBe(0);
    });

    it('with PDUs: what is sent on expiry goes out', async () => {
      const world = await World.bound(dialect, role, {}, { keepaliveMs: 0 });
      world.link.send(world.ask('first'), () => world.link.send(world.ask('again')));
      await world.advance(60_001);
      expect(world.peer.got.map(dialect.text)).toEqual(['first', 'again']);
    });

    it('stop: a session may be closed on expiry', async () => {
      const world = await World.bound(dialect, role, {}, { keepaliveMs: 0 });
      world.link.send(world.ask(), () => void world.link.close());
      await world.advance(60_001);
      expect(world.peer.last.command).toBe(dialect.unbind().command);
    });

    it('a request has its own limit where it gives one, and the shorter one ends first', async () => {
      const world = await World.bound(dialect, role);
      const long = outcome(world.link.request(world.ask('long'), { timeoutMs: 20_000 }));
      const short = outcome(world.link.request(world.ask('short'), { timeoutMs: 50 }));
      const wrong = outcome(world.link.request(world.ask('wrong'), { timeoutMs: Number.NaN }));
      await world.advance(50);
      expect([short.error, wrong.error?.code]).toEqual([undefined, 'option']);
      await world.advance(1);
      expect([short.error?.code, long.error]).toEqual(['timeout', undefined]);
      await world.advance(19_950);
      expect(long.error?.code).toBe('timeout');
    });

    it('none where it is switched off', async () => {
      const world = await World.bound(dialect, role, {}, { responseTimeoutMs: 0, keepaliveMs: 0 });
      const pending = outcome(world.link.request(world.ask()));
      await world.advance(10_000_000);
      expect(pending).toEqual({});
    });
  });

  describe.each(roles)('as %s: handle_send_pdu_result', (role) => {
    it('onSend tells of each PDU in order with its number, automatic ones too; onReceive of all that comes', async () => {
      const sent: [string, unknown][] = [];
      const came: string[] = [];
      const world = await World.bound(dialect, role, {
        onRequest: (pdu) => dialect.ok(pdu),
        onSend: (pdu, number) => sent.push([pdu.command, number]),
        onReceive: (pdu) => came.push(pdu.command),
      });
      sent.length = 0;
      came.length = 0;
      for (const text of ['1', '2']) world.link.send(world.ask(text));
      world.peer.send(world.asked(), 8);
      world.peer.send(dialect.enquire(), 9);
      await world.settle();
      expect(sent).toEqual([
        [world.ask().command, world.ourNext],
        [world.ask().command, world.ourNext + 1],
        [dialect.ok(world.asked()).command, 8],
        [dialect.ok(dialect.enquire()).command, 9],
      ]);
      expect(came).toEqual([world.asked().command, dialect.enquire().command]);
    });

    it('a tap that throws is told of and disturbs nothing', async () => {
      const warnings: Warning[] = [];
      const world = await World.bound(dialect, role, {
        onSend: () => {
          throw new Error('full disk');
        },
        onWarning: (warning) => warnings.push(warning),
      });
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(answer.value).toBeDefined();
      expect(warnings.at(-1)).toMatchObject({ code: 'handler' });
    });

    it('callbacks that are async and fail are told of, and leave no rejection behind', async () => {
      const warnings: Warning[] = [];
      const fail = async (): Promise<void> => {
        throw new Error('no database');
      };
      const onWarning = async (warning: Warning): Promise<void> => {
        warnings.push(warning);
        throw new Error('no log');
      };
      const handlers = {
        onSend: fail,
        onReceive: fail,
        onUnexpected: fail,
        onUnparsed: fail,
        onClose: fail,
        onWarning,
      };
      const world = await World.bound(dialect, role);
      world.link.use(handlers);
      world.link.send(world.ask(), fail); // onSend
      await world.settle();
      world.peer.answer(world.peer.last); // onReceive, and the callback
      world.peer.send(dialect.ok(world.ask()), 4711); // onReceive, onUnexpected
      await world.settle();
      world.link.destroy(); // onClose
      await world.settle();
      expect(warnings.map(({ code }) => code)).toEqual(Array(5).fill('handler'));
    });
  });
}
