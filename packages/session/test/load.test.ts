import v8 from 'node:v8';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type Command, Link, SessionError } from '../src/index.js';
import { manualClock, memoryWires } from '../src/memory.js';
import { settle } from './cases/world.js';
import { toyDialect as dialect } from './dialect.js';
import { seeded } from './rough-wire.js';
import { toy } from './toy.js';

v8.setFlagsFromString('--expose-gc');
const gc = vm.runInNewContext('gc') as () => void;
const heap = (): number => {
  gc();
  return process.memoryUsage().heapUsed;
};

const answering = { onRequest: (pdu: Command): Command => dialect.ok(pdu) };

describe('load', () => {
  it('10,000 idle bound links in one process cost less than 3 kB each, timer and all', async () => {
    const clock = manualClock();
    const links: Link[] = [];
    const before = heap();
    for (let i = 0; i < 5_000; i++) {
      const [a, b] = memoryWires({ clock });
      const client = new Link(a, dialect.protocol, answering, { clock });
      links.push(client, new Link(b, dialect.protocol, answering, { clock }));
      client.send(dialect.bind());
    }
    await settle(clock);
    const each = (heap() - before) / links.length;
    expect(links.every(({ state }) => state === 'bound')).toBe(true);
    expect(clock.timers).toBe(10_000);
    console.log(`${links.length} idle bound links: ${Math.round(each)} octets each, its end of the wire included`);
    expect(each).toBeLessThan(3_000);
    // Nobody is given up: the links keep each other alive.
    clock.advance(30_001);
    await settle(clock);
    expect(links.every(({ closed }) => !closed)).toBe(true);
  });

  it('500 requests in flight each way are all settled', async () => {
    const clock = manualClock();
    const [a, b] = memoryWires({ clock });
    const options = { clock, window: 500 };
    const client = new Link(a, dialect.protocol, answering, options);
    const server = new Link(b, dialect.protocol, answering, options);
    client.send(dialect.bind());
    await settle(clock);
    const all: Promise<unknown>[] = [];
    for (let i = 0; i < 500; i++)
      all.push(client.request(dialect.submit(`${i}`)), server.request(dialect.deliver(`${i}`)));
    expect([client.inFlight, server.inFlight]).toEqual([500, 500]);
    await settle(clock);
    expect((await Promise.all(all)).length).toBe(1000);
  });

  it('a hundred thousand requests that wait cost linear time, and a signal may take them all back', async () => {
    const clock = manualClock();
    const [a, b] = memoryWires({ clock });
    const client = new Link(a, dialect.protocol, answering, { clock });
    new Link(b, dialect.protocol, answering, { clock });
    client.send(dialect.bind());
    await settle(clock);
    let settled = 0;
    for (let i = 0; i < 100_000; i++) client.send(dialect.submit(''), () => void settled++);
    while (settled < 100_000) clock.settle();
    expect(client.waiting).toBe(0);

    let left: (() => void)[] = [];
    const signal = {
      aborted: false,
      reason: 'enough',
      addEventListener: (_: string, listener: () => void) => void left.push(listener),
      removeEventListener: () => {},
    };
    const all = Array.from({ length: 20_000 }, () => client.request(dialect.submit(''), { signal }));
    const results = Promise.allSettled(all);
    for (const abort of left) abort();
    left = [];
    expect(client.waiting).toBe(0);
    const codes = (await results).map((result) =>
      result.status === 'rejected' ? (result.reason as SessionError).code : '',
    );
    expect(new Set(codes)).toEqual(new Set(['aborted']));
  }, 20_000);

  it('a 60,000-octet PDU in one-octet chunks costs linear time', async () => {
    const clock = manualClock();
    const big = dialect.protocol.encode(dialect.submit('x'.repeat(60_000 - 16)), 7);
    const got: number[] = [];
    const [a, b] = memoryWires({ clock });
    const onRequest = (pdu: Command): Command => {
      got.push(dialect.text(pdu).length);
      return dialect.ok(pdu);
    };
    const server = new Link(b, dialect.protocol, { onRequest }, { clock });
    a.write(dialect.protocol.encode(dialect.bind(), 1));
    await settle(clock);
    got.length = 0;
    const started = process.cpuUsage();
    for (let i = 0; i < big.length; i++) {
      a.write(big.subarray(i, i + 1));
      if (i % 1000 === 0) clock.settle();
    }
    await settle(clock);
    const { user, system } = process.cpuUsage(started);
    expect(got).toEqual([60_000 - 16]);
    // Quadratic copying takes ten times this; a busy machine does not.
    expect(user + system).toBeLessThan(500_000);
    expect(server.closed).toBe(false);
  });
});

describe('whatever comes', () => {
  it('random octets and damaged frames never throw, and end a session or leave it at work', async () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed);
      const clock = manualClock();
      const [a, b] = memoryWires({ clock });
      a.start({ onData: () => {}, onDrain: () => {}, onEnd: () => a.end(), onClose: () => {} });
      const link = new Link(b, toy({ maxLength: 200 }), answering as never, { clock });
      a.write(dialect.protocol.encode(dialect.bind(), 1));
      for (let i = 0; i < 20; i++) {
        const frame = dialect.protocol.encode(dialect.submit('text'), i);
        if (random() < 0.7) frame[Math.floor(random() * frame.length)] = Math.floor(random() * 256);
        a.write(random() < 0.1 ? Uint8Array.from({ length: 30 }, () => Math.floor(random() * 256)) : frame);
      }
      clock.settle();
      await settle(clock);
      if (!link.closed) {
        clock.advance(60_001);
        await settle(clock);
      }
      expect(link.closed, `seed ${seed}`).toBe(true);
    }
  });

  it('a codec that throws what it never should costs its connection, not the process', async () => {
    const clock = manualClock();
    const [a, b] = memoryWires({ clock });
    const broken = { ...toy(), kind: () => JSON.parse('{') };
    const link = new Link(b, broken, {}, { clock });
    a.write(dialect.protocol.encode(dialect.bind(), 1));
    await settle(clock);
    expect(link.closed).toBe(true);
  });

  it('options that cannot be are refused', () => {
    const [a] = memoryWires();
    for (const options of [
      { window: 0 },
      { window: Number.NaN },
      { keepaliveMs: -1 },
      { inbox: '5' },
      { whenFull: 5 },
    ]) {
      expect(() => new Link(a, toy(), {}, options as never)).toThrow(expect.objectContaining({ code: 'option' }));
    }
    const promised = async () => ({});
    expect(() => new Link(a, toy(), promised as never)).toThrow(expect.objectContaining({ code: 'option' }));
    expect(new SessionError('option', 'x')).toMatchObject({ name: 'SessionError' });
  });
});
