import { describe, expect, it } from 'vitest';
import type { Command, Warning } from '../../src/index.js';
import { type Dialect, outcome, roles, World } from './world.js';

/** What SMPPEX does not cover, and what cloudhopper's and Rusmpp's tests add: hostile, odd and colliding peers. */
export function peerCases(dialect: Dialect): void {
  const nack = dialect.nack?.();

  describe.each(roles)('as %s: frames', (role) => {
    const three = (world: World): Uint8Array => {
      const frames = [1, 2, 3].map((n) => dialect.protocol.encode(world.asked(`t${n}`), n));
      return Uint8Array.from(frames.flatMap((frame) => [...frame]));
    };
    const echo = (pdu: Command): Command => dialect.ok(pdu, dialect.text(pdu));

    it('several PDUs in one chunk', async () => {
      const world = await World.bound(dialect, role, { onRequest: echo });
      world.peer.wire.write(three(world));
      await world.settle();
      expect(world.peer.got.map(dialect.text)).toEqual(['t1', 't2', 't3']);
    });

    it('partial delivery byte by byte', async () => {
      const world = await World.bound(dialect, role, { onRequest: echo });
      for (const octet of three(world)) world.peer.wire.write(Uint8Array.of(octet));
      await world.settle();
      expect(world.peer.got.map(dialect.text)).toEqual(['t1', 't2', 't3']);
    });

    it('PDU split over several buffers, at every place', async () => {
      const whole = three(await World.bound(dialect, role));
      for (let cut = 1; cut < whole.length; cut++) {
        const world = await World.bound(dialect, role, { onRequest: echo });
        world.peer.wire.write(whole.slice(0, cut));
        await world.settle();
        world.peer.wire.write(whole.slice(cut));
        await world.settle();
        expect(world.peer.got.map(dialect.text)).toEqual(['t1', 't2', 't3']);
      }
    });

    it.each([0, 11, 0x7fffffff, 0xffffffff])(
      'parse error stops: a length of %d ends the session, after a generic_nack where there is one, before anything is buffered',
      async (length) => {
        const world = await World.bound(dialect, role, { onRequest: echo });
        const pending = outcome(world.link.request(world.ask()));
        const head = new Uint8Array(16);
        new DataView(head.buffer).setUint32(0, length);
        world.peer.wire.write(head);
        await world.settle();
        expect(world.peer.commands.at(-1)).toBe(nack?.command ?? world.ask().command);
        expect(world.peer.ended).toBe(true);
        expect(world.closing?.reason).toMatchObject({ code: 'framing', by: 'peer', looksLike: undefined });
        expect(pending.error?.code).toBe('closed');
      },
    );

    it('what came before a parse error in the same chunk is handled', async () => {
      const world = await World.bound(dialect, role, { onRequest: echo });
      world.peer.wire.write(Uint8Array.from([...three(world), 255, 255, 255, 255]));
      await world.settle();
      expect(world.peer.commands.slice(0, 3)).toEqual(Array(3).fill(dialect.ok(world.asked()).command));
      expect(world.closing?.reason.code).toBe('framing');
    });

    it.each([
      ['GET / HTTP/1.1\r\n\r\n', 'HTTP'],
      ['POST /x HTTP/1.1\r\n', 'HTTP'],
      ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'TLS'],
      ['\x03\x00\x00\x2f\x2a\xe0\x00\x00', 'RDP'],
      ['AMQP\x00\x00\x09\x01', 'AMQP'],
      ['SSH-2.0-x\r\n', 'SSH'],
      ['PROXY TCP4 1.1.1.1', 'the PROXY protocol'],
    ])('a stranger is named: %j is %s, gets no answer, and harms nothing else', async (text, name) => {
      const world = new World(dialect, role);
      world.peer.wire.write(Uint8Array.from(text, (character) => character.charCodeAt(0)));
      await world.settle();
      expect(world.closing?.reason).toMatchObject({ code: 'framing', looksLike: name });
      expect(world.closing?.reason.message).toContain(name);
      expect([world.peer.got, world.peer.closed]).toEqual([[], true]);
    });
  });

  describe.each(roles)('as %s: handle_unparsed_pdu', (role) => {
    it('ok: a malformed PDU is answered with its own response, an unknown one with generic_nack if there is one; the session lives', async () => {
      const unparsed: [number, unknown][] = [];
      const world = await World.bound(dialect, role, {
        onUnparsed: (bytes, error) => unparsed.push([bytes.length, error]),
        // A codec may decode what it does not know, and leave it to the handler not to know it either.
        onRequest: (pdu) => (pdu.command === world.asked().command ? dialect.ok(pdu) : undefined),
      });
      world.peer.wire.write(dialect.malformed(11));
      world.peer.wire.write(dialect.unknown(12));
      world.peer.send(world.asked(), 13);
      await world.settle();
      expect(world.peer.got.map(dialect.number)).toEqual(nack === undefined ? [11, 13] : [11, 12, 13]);
      if (nack !== undefined) expect(world.peer.commands[1]).toBe(nack.command);
      expect(unparsed[0]).toEqual([dialect.malformed(11).length, expect.any(Error)]);
    });

    it('with PDUs, with stop, and throwing', async () => {
      const warnings: Warning[] = [];
      const world = await World.bound(dialect, role, {
        onUnparsed: (_bytes, _error, link) => {
          link.send(world.ask('extra'));
          void link.close();
          throw new Error('oops');
        },
        onWarning: (warning) => warnings.push(warning),
      });
      world.peer.wire.write(dialect.malformed(1));
      await world.settle();
      expect(world.peer.got.map(dialect.number)).toEqual([1, world.ourNext]);
      expect(world.peer.last.command).toBe(world.ask().command);
      expect(warnings).toMatchObject([{ code: 'handler' }]);
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(world.peer.last.command).toBe(dialect.unbind().command);
    });

    const { malformedResponse } = dialect;
    if (malformedResponse === undefined) return;
    it('a response that cannot be decoded fails its request at once', async () => {
      const world = await World.bound(dialect, role);
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      world.peer.wire.write(malformedResponse(dialect.number(world.peer.last)));
      world.peer.wire.write(malformedResponse(4711));
      await world.settle();
      expect(answer.error).toMatchObject({ code: 'unparsed', cause: expect.any(Error) });
      expect(world.peer.got).toHaveLength(1);
      expect(world.link.inFlight).toBe(0);
    });
  });

  describe.each(nack === undefined ? [] : roles)('as %s: generic_nack', (role) => {
    if (nack === undefined) return;
    it('generic_nack settles its request as a failure', async () => {
      const world = await World.bound(dialect, role);
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      world.peer.send(nack, dialect.number(world.peer.last));
      await world.settle();
      expect(answer.error).toMatchObject({ code: 'nack', response: nack, pdu: world.ask() });
    });

    it('generic_nack of number 0, or of nothing known, surfaces as unexpected', async () => {
      const unexpected: string[] = [];
      const world = await World.bound(dialect, role, { onUnexpected: (pdu) => unexpected.push(pdu.command) });
      const answer = outcome(world.link.request(world.ask()));
      world.peer.send(nack, 0);
      await world.settle();
      expect(unexpected).toEqual([nack.command]);
      expect(answer).toEqual({});
    });
  });

  describe.each(roles)('as %s: responses', (role) => {
    it('response of the wrong type: a warning, and the request fails', async () => {
      const warnings: Warning[] = [];
      const world = await World.bound(dialect, role, { onWarning: (warning) => warnings.push(warning) });
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      world.peer.send(dialect.ok(world.asked()), dialect.number(world.peer.last));
      await world.settle();
      expect(answer.error).toMatchObject({
        code: 'mismatch',
        response: { command: dialect.ok(world.asked()).command },
      });
      expect(warnings).toMatchObject([{ code: 'mismatch' }]);
      expect(world.link.closed).toBe(false);
    });

    it('response after the sender timed out: late, and told with the request it answers', async () => {
      const late: (string | undefined)[] = [];
      const onUnexpected = (_: Command, request?: Command): void => void late.push(request && dialect.text(request));
      const world = await World.bound(dialect, role, { onUnexpected });
      const answer = outcome(world.link.request(world.ask('slow'), { timeoutMs: 100 }));
      await world.advance(101);
      expect(answer.error?.code).toBe('timeout');
      world.peer.answer(world.peer.last);
      world.peer.answer(world.peer.last);
      await world.settle();
      expect(late).toEqual(['slow', undefined]);
    });

    it('a peer that answers everything twice: the first counts, the second is unexpected', async () => {
      let unexpected = 0;
      const world = await World.bound(dialect, role, { onUnexpected: () => void unexpected++ });
      world.peer.reply = (pdu) => {
        world.peer.answer(pdu, '1');
        world.peer.answer(pdu, '2');
      };
      const answers = Array.from({ length: 30 }, () => world.link.request(world.ask()));
      await world.settle();
      await world.settle();
      expect(new Set((await Promise.all(answers)).map((pdu) => dialect.text(pdu as Command)))).toEqual(new Set(['1']));
      expect(unexpected).toBe(30);
    });

    it('colliding sequence numbers: a request of the peer under the number of ours in flight is its own affair', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu, 'theirs') });
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      const number = dialect.number(world.peer.last);
      world.peer.send(world.asked(), number);
      await world.settle();
      expect(dialect.text(world.peer.last)).toBe('theirs');
      expect(world.link.inFlight).toBe(1);
      world.peer.send(dialect.ok(world.ask(), 'ours'), number);
      await world.settle();
      expect(dialect.text(answer.value as Command)).toBe('ours');
    });

    it('failing to send a response leaves our own request of that number alone', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.unencodable(dialect.ok(pdu)) });
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      const number = dialect.number(world.peer.last);
      world.peer.send(world.asked(), number);
      await world.settle();
      expect(dialect.refused(world.peer.last, 'failed')).toBe(true);
      world.peer.send(dialect.ok(world.ask()), number);
      await world.settle();
      expect(answer.value).toBeDefined();
    });

    it('sequence wrap skips numbers that are still pending', async () => {
      const { lastNumber } = dialect;
      const protocol = Object.create(dialect.protocol, { firstNumber: { value: lastNumber - 2 } });
      const world = await World.bound(
        { ...dialect, protocol },
        role,
        {},
        { window: 10, keepaliveMs: 0, responseTimeoutMs: 0 },
      );
      for (let i = 0; i < 4; i++) world.link.send(world.ask());
      await world.settle();
      const numbers = world.peer.got.map(dialect.number);
      expect(numbers).toEqual(
        role === 'client' ? [lastNumber - 1, lastNumber, 1, 2] : [lastNumber - 2, lastNumber - 1, lastNumber, 1],
      );

      const short = Object.create(dialect.protocol, { nextNumber: { value: (n: number) => (n >= 4 ? 1 : n + 1) } });
      const small = await World.bound(
        { ...dialect, protocol: short },
        role,
        {},
        { window: 4, keepaliveMs: 0, responseTimeoutMs: 0 },
      );
      for (let i = 0; i < 4; i++) small.link.send(small.ask());
      await small.settle();
      expect(new Set(small.peer.got.map(dialect.number)).size).toBe(4);
      const [first, second] = small.peer.got as [Command, Command];
      small.peer.answer(second);
      await small.settle();
      small.link.send(small.ask());
      await small.settle();
      expect(dialect.number(small.peer.last)).toBe(dialect.number(second));
      small.peer.answer(first);
      await small.settle();
      expect(small.link.inFlight).toBe(3);
    });
  });

  describe.each(roles)('as %s: aborting', (role) => {
    it('cancelling a request removes the pending entry, frees its place, and its response is late', async () => {
      const late: unknown[] = [];
      const world = await World.bound(
        dialect,
        role,
        { onUnexpected: (_, request) => late.push(request) },
        { window: 1 },
      );
      const controller = new AbortController();
      const first = outcome(world.link.request(world.ask('first'), { signal: controller.signal }));
      const second = outcome(world.link.request(world.ask('second')));
      await world.settle();
      controller.abort(new Error('changed my mind'));
      await world.settle();
      expect(first.error).toMatchObject({ code: 'aborted', cause: { message: 'changed my mind' } });
      expect(world.peer.got.map(dialect.text)).toEqual(['first', 'second']);
      for (const pdu of world.peer.got) world.peer.answer(pdu);
      await world.settle();
      expect(second.value).toBeDefined();
      expect(late).toEqual([world.ask('first')]);
    });

    it('one that waits for the window is never sent; one aborted before is not either', async () => {
      const world = await World.bound(dialect, role, {}, { window: 1 });
      world.link.send(world.ask('first'));
      const controller = new AbortController();
      const waiting = outcome(world.link.request(world.ask('waiting'), { signal: controller.signal }));
      controller.abort();
      const dead = outcome(world.link.request(world.ask('dead'), { signal: AbortSignal.abort() }));
      await world.settle();
      world.peer.answer(world.peer.last);
      await world.settle();
      expect([waiting.error?.code, dead.error?.code]).toEqual(['aborted', 'aborted']);
      expect(world.peer.got.map(dialect.text)).toEqual(['first']);
      expect(world.link.waiting).toBe(0);
    });

    it('after the response it does nothing, and no listener stays behind', async () => {
      const world = await World.bound(dialect, role);
      let listeners = 0;
      const signal = {
        aborted: false,
        reason: undefined,
        addEventListener: () => void listeners++,
        removeEventListener: () => void listeners--,
      };
      const answer = outcome(world.link.request(world.ask(), { signal }));
      const failed = outcome(world.link.request(world.ask(), { signal }));
      await world.settle();
      world.peer.answer(world.peer.got[0] as Command);
      world.peer.send(dialect.ok(world.asked()), dialect.number(world.peer.last));
      await world.settle();
      expect([answer.value !== undefined, failed.error?.code, listeners]).toEqual([true, 'mismatch', 0]);
    });
  });

  describe.each(roles)('as %s: window', (role) => {
    it('full: the eleventh request waits, in order, and goes out when a place is free', async () => {
      const world = await World.bound(dialect, role);
      for (let i = 0; i < 13; i++) world.link.send(world.ask(`${i}`));
      await world.settle();
      expect([world.peer.got.length, world.link.inFlight, world.link.waiting]).toEqual([10, 10, 3]);
      world.peer.answer(world.peer.got[4] as Command);
      await world.settle();
      expect(dialect.text(world.peer.last)).toBe('10');
    });

    it('the time for the response begins when the request is sent', async () => {
      const world = await World.bound(dialect, role, {}, { window: 1, responseTimeoutMs: 1000 });
      outcome(world.link.request(world.ask()));
      const second = outcome(world.link.request(world.ask()));
      await world.advance(1001);
      expect(second).toEqual({});
      await world.advance(1000);
      expect(second).toEqual({});
      await world.advance(1);
      expect(second.error?.code).toBe('timeout');
    });

    it('reject and queue: what finds no room fails with window_full', async () => {
      const world = await World.bound(dialect, role, {}, { window: 1, windowPolicy: 'reject', queueLimit: 1 });
      world.link.send(world.ask());
      expect(() => world.link.send(world.ask())).toThrow(expect.objectContaining({ code: 'window_full' }));
      const queued = outcome(world.link.request(world.ask('queued'), { window: 'queue' }));
      await expect(world.link.request(world.ask(), { window: 'queue' })).rejects.toMatchObject({ code: 'window_full' });
      const patient = outcome(world.link.request(world.ask('patient'), { window: 'wait' }));
      for (let i = 0; i < 3; i++) {
        await world.settle();
        world.peer.answer(world.peer.last);
      }
      await world.settle();
      expect([queued.value !== undefined, patient.value !== undefined]).toEqual([true, true]);
    });

    it('keepalive does not wait for a place', async () => {
      const world = await World.bound(dialect, role, {}, { window: 1 });
      for (let i = 0; i < 3; i++) world.link.send(world.ask());
      await world.advance(30_001);
      expect(world.peer.commands).toEqual([world.ask().command, dialect.enquire().command]);
    });
  });

  describe.each(roles)('as %s: state enforcement', (role) => {
    it('before bind: what we may not send fails, what the peer may not send is refused, and is not seen', async () => {
      const seen: Command[] = [];
      const world = new World(dialect, role, { onRequest: (pdu) => void seen.push(pdu) as undefined });
      await expect(world.link.request(world.ask())).rejects.toMatchObject({ code: 'state' });
      world.peer.send(world.asked(), 1);
      await world.settle();
      expect(dialect.refused(world.peer.last, 'state')).toBe(true);
      expect(seen).toEqual([]);
    });

    it('after bind: the wrong direction is refused where there is one, a second bind is refused as bound', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu, 'welcome') });
      const asked = outcome(world.link.request(world.asked()));
      await expect(world.link.request(dialect.bind())).rejects.toMatchObject({ code: 'state' });
      await world.settle();
      expect(asked.error?.code).toBe(dialect.bothWays ? undefined : 'state');
      world.peer.got.length = 0;
      world.peer.send(world.ask(), 1);
      world.peer.send(dialect.bind(), 2);
      await world.settle();
      const [answer, refusal] = world.peer.got as [Command, Command];
      if (dialect.bothWays) expect(dialect.text(answer)).toBe('welcome');
      else expect(dialect.refused(answer, 'state')).toBe(true);
      expect(dialect.refused(refusal, 'bound')).toBe(true);
    });

    it('a failed bind may be tried again', async () => {
      const world = new World(dialect, role);
      if (role === 'client') {
        const first = outcome(world.link.request(dialect.bind()));
        await world.settle();
        world.peer.send(dialect.error(dialect.bind()), 1);
        await world.settle();
        expect(first.value).toMatchObject(dialect.error(dialect.bind()));
      } else {
        world.link.use({ onRequest: (pdu) => dialect.error(pdu) });
        world.peer.send(dialect.bind(), 1);
        await world.settle();
        world.link.use(world.complete({}));
      }
      expect(world.link.state).toBeUndefined();
      await world.bind();
      expect(world.link.state).toEqual(expect.any(String));
    });

    it('what follows a bind that takes its time is handled after it, not refused', async () => {
      if (role === 'client') return;
      let accept: () => void = () => {};
      const world = new World(dialect, role, {}, { concurrency: 8 });
      world.link.use({
        onRequest: (pdu) =>
          pdu.command === dialect.bind().command
            ? new Promise((resolve) => (accept = () => resolve(dialect.ok(pdu))))
            : dialect.ok(pdu, 'taken'),
      });
      world.peer.send(dialect.bind(), 1);
      world.peer.send(world.asked(), 2);
      await world.settle();
      expect(world.peer.got).toEqual([]);
      accept();
      await world.settle();
      expect(world.peer.got.map(dialect.number)).toEqual([1, 2]);
      expect(dialect.text(world.peer.last)).toBe('taken');
    });
  });

  const { notice } = dialect;
  describe.each(notice === undefined ? [] : roles)('as %s: notices', (role) => {
    if (notice === undefined) return;
    it('go to their handler, or are warned of where they may not come', async () => {
      const seen: string[] = [];
      const world = await World.bound(dialect, role, {
        onNotice: (pdu) => void seen.push(dialect.text(pdu)),
        onWarning: (warning) => seen.push(warning.code),
      });
      world.peer.send(notice('ping'), 1);
      await world.settle();
      expect(seen).toEqual([role === 'client' ? 'ping' : 'state']);
      expect(world.peer.got).toEqual([]);
      if (role === 'client') expect(() => world.link.send(notice(''))).toThrow();
      else world.link.send(notice('pong'));
      await world.settle();
      expect(world.peer.got.map(dialect.text)).toEqual(role === 'client' ? [] : ['pong']);
      expect(world.link.inFlight).toBe(0);
    });
  });

  describe.each(roles)('as %s: back-pressure', (role) => {
    it('a slow handler holds up further requests, but not responses, enquire_link or timers', async () => {
      let started = 0;
      const world = await World.bound(dialect, role, { onRequest: () => new Promise(() => void started++) });
      const answer = outcome(world.link.request(world.ask()));
      const silent = outcome(world.link.request(world.ask(), { timeoutMs: 1000 }));
      await world.settle();
      for (let i = 0; i < 100; i++) world.peer.send(world.asked(), i);
      world.peer.answer(world.peer.got[0] as Command);
      world.peer.send(dialect.enquire(), 200);
      await world.settle();
      expect(started).toBe(1);
      expect(answer.value).toBeDefined();
      expect(dialect.number(world.peer.last)).toBe(200);
      await world.advance(1001);
      expect(silent.error?.code).toBe('timeout');
    });

    it('a flood behind it stops at the inbox: reading rests, and goes on in order when the handler is done', async () => {
      const gates: (() => void)[] = [];
      const seen: number[] = [];
      const onRequest = (pdu: Command): Promise<Command> => {
        seen.push(dialect.number(pdu));
        return new Promise((resolve) => gates.push(() => resolve(dialect.ok(pdu))));
      };
      const world = await World.bound(dialect, role, { onRequest }, { inbox: 5 });
      let accepted = 0;
      const frame = (n: number): Uint8Array => dialect.protocol.encode(world.asked('x'.repeat(250)), n);
      for (let n = 0; n < 400; n++) {
        if (world.peer.wire.write(frame(n))) accepted++;
        if (n % 4 === 0) await world.settle();
      }
      expect(accepted).toBeLessThan(300);
      await world.advance(300_000);
      expect(world.closing).toBeUndefined();
      while (gates.length > 0) {
        gates.shift()?.();
        await world.settle();
      }
      expect(seen).toEqual(Array.from({ length: 400 }, (_, n) => n));
      expect(world.peer.got.map(dialect.number).filter((n) => n < 400)).toHaveLength(400);
    });

    it('may refuse as busy instead', async () => {
      const world = await World.bound(
        dialect,
        role,
        { onRequest: () => new Promise(() => {}) },
        { inbox: 3, whenFull: 'refuse' },
      );
      for (let n = 0; n < 10; n++) world.peer.send(world.asked(), n);
      await world.settle();
      expect(world.peer.got.map(dialect.number)).toEqual([4, 5, 6, 7, 8, 9]);
      expect(world.peer.got.every((pdu) => dialect.refused(pdu, 'busy'))).toBe(true);
    });

    it('concurrency lets that many handlers work at once', async () => {
      let atWork = 0;
      let most = 0;
      const onRequest = async (pdu: Command): Promise<Command> => {
        most = Math.max(most, ++atWork);
        await Promise.resolve();
        atWork--;
        return dialect.ok(pdu);
      };
      const world = await World.bound(dialect, role, { onRequest }, { concurrency: 4 });
      for (let n = 0; n < 20; n++) world.peer.send(world.asked(), n);
      await world.settle();
      await world.settle();
      expect([most, world.peer.got.length]).toEqual([4, 20]);
    });

    it('a peer that never reads: our memory stays bounded, and the keepalive ends it', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu, 'x'.repeat(60)) });
      world.peer.wire.pause();
      let accepted = 0;
      for (let n = 0; n < 6000; n++) {
        if (world.peer.wire.write(dialect.protocol.encode(world.asked('x'.repeat(200)), n))) accepted++;
        if (n % 20 === 0) await world.settle();
      }
      for (let n = 0; n < 50; n++) outcome(world.link.request(world.ask()));
      await world.settle();
      expect(accepted).toBeLessThan(4000);
      expect(world.link.waiting).toBe(50);
      await world.advance(60_001);
      expect(world.closing?.reason.code).toBe('keepalive');
      await world.advance(5_001);
      expect(world.peer.closed).toBe(true);
    });

    it('few octets that ask for many: answers stop at the wire, not in our memory', async () => {
      let handled = 0;
      const onRequest = (pdu: Command): Command => {
        handled++;
        return dialect.ok(pdu, 'x'.repeat(60));
      };
      const world = await World.bound(dialect, role, { onRequest });
      world.peer.wire.pause();
      const flood = Array.from({ length: 5000 }, (_, n) => [...dialect.protocol.encode(world.asked(''), n)]);
      world.peer.wire.write(Uint8Array.from(flood.flat()));
      await world.settle();
      expect(handled).toBeLessThan(4000);
      world.peer.wire.resume();
      for (let i = 0; i < 5; i++) await world.settle();
      expect([handled, world.peer.got.length]).toEqual([5000, 5000]);
      expect(world.peer.got.map((pdu) => dialect.number(pdu))).toEqual(Array.from({ length: 5000 }, (_, n) => n));
    });

    it('a peer that never answers: each request ends in its time, in waves of the window', async () => {
      const world = await World.bound(dialect, role, {}, { keepaliveMs: 0 });
      const all = Array.from({ length: 25 }, () => outcome(world.link.request(world.ask())));
      const failed = (): number => all.filter(({ error }) => error?.code === 'timeout').length;
      await world.advance(60_001);
      expect(failed()).toBe(10);
      await world.advance(120_002);
      expect([failed(), world.link.inFlight, world.link.waiting]).toEqual([25, 0, 0]);
    });

    it('flooding peer must not starve our sends', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu) });
      let flood = 0;
      const more = (): void => {
        if (flood++ < 200) for (let n = 0; n < 50; n++) world.peer.send(world.asked(), n);
      };
      world.peer.reply = (pdu) => {
        if (pdu.command === world.ask().command) world.peer.answer(pdu);
        else if (dialect.number(pdu) === 0) more();
      };
      more();
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      expect(answer.value).toBeDefined();
    });
  });

  describe.each(roles)('as %s: one write for each turn of the event loop', (role) => {
    it('whatever was sent in it', async () => {
      const world = await World.bound(dialect, role, { onRequest: (pdu) => dialect.ok(pdu) }, { window: 100 });
      let writes = 0;
      const write = world.wire.write.bind(world.wire);
      world.wire.write = (bytes) => {
        writes++;
        return write(bytes);
      };
      for (let i = 0; i < 50; i++) world.link.send(world.ask());
      for (let i = 0; i < 50; i++) world.peer.send(world.asked(), i);
      await world.settle();
      expect(world.peer.got).toHaveLength(100);
      expect(writes).toBeLessThanOrEqual(2);
    });
  });
}
