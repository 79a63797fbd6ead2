import { describe, expect, it, vi } from 'vitest';
import { settle } from '../../../session/test/cases/world.js';
import type { SmppPdu } from '../../src/index.js';
import { answer, boundTo } from './bound.js';
import { frame, octets, protocol } from './dialect.js';
import { heap } from './heap.js';

const megabyte = 2 ** 20;
const flood = Uint8Array.from(
  Array.from({ length: 100 }, (_, i) => [
    ...protocol.encode({ command: 'submit_sm', shortMessage: octets('x'.repeat(200)) }, i),
  ]).flat(),
);

describe('a peer that never reads', () => {
  it('is read no more once the wire is full, and the keepalive ends it', async () => {
    let reason: string | undefined;
    const { clock, link, peer, ended } = await boundTo({ onRequest: answer, onClose: ({ code }) => (reason = code) });
    const before = heap();
    peer.pause();
    let offered = 0;
    while (peer.write(flood.slice())) {
      offered += flood.length;
      await settle(clock);
      expect(offered).toBeLessThan(megabyte);
    }
    for (let i = 0; i < 100; i++) link.send({ command: 'deliver_sm' });
    await settle(clock);
    expect(link.waiting).toBe(100);
    expect(heap() - before).toBeLessThan(2 * megabyte);
    clock.advance(60_001);
    await settle(clock);
    expect(reason).toBe('keepalive');
    clock.advance(5_001);
    await settle(clock);
    expect([ended(), clock.timers]).toEqual([true, 0]);
  });
});

describe('a peer that never answers', () => {
  it('leaves each request to its timeout; as long as it talks the session goes on, and nothing is kept', async () => {
    const { clock, link, peer } = await boundTo();
    const failed: (string | undefined)[] = [];
    let before = 0;
    for (let round = 0; round < 400; round++) {
      // 256 requests are remembered, to know their late answers by.
      if (round === 50) before = heap();
      for (let i = 0; i < 10; i++) link.send({ command: 'deliver_sm' }, (error) => failed.push(error?.code));
      expect(link.inFlight).toBe(10);
      for (let i = 0; i < 3; i++) {
        peer.write(protocol.encode({ command: 'enquire_link' }, i));
        clock.advance(20_001);
      }
      await settle(clock);
    }
    expect(failed).toEqual(Array(4_000).fill('timeout'));
    expect([link.inFlight, link.waiting, link.closed]).toEqual([0, 0, false]);
    expect(heap() - before).toBeLessThan(2 * megabyte);
  });

  it('and is silent otherwise is given up, and what is in flight fails with that reason', async () => {
    const { clock, link } = await boundTo();
    const asked = link.request({ command: 'deliver_sm' }, { timeoutMs: 0 }).catch((error: unknown) => error);
    clock.advance(60_001);
    await settle(clock);
    expect(await asked).toMatchObject({ code: 'closed', reason: { code: 'keepalive' } });
  });
});

describe('a peer that answers everything twice', () => {
  it('settles each request once, and the second answer is told of as unexpected', async () => {
    let unexpected = 0;
    const { clock, link, peer } = await boundTo(
      { onRequest: answer, onUnexpected: () => void unexpected++, onSend: (_, number) => twice(number) },
      { window: 100 },
    );
    const twice = (number: number): void => {
      const response = protocol.encode({ command: 'deliver_sm_resp' }, number);
      peer.write(response.slice());
      peer.write(response);
    };
    let settled = 0;
    let before = 0;
    for (let round = 0; round < 6; round++) {
      if (round === 1) before = heap();
      for (let i = 0; i < 1_000; i++) link.send({ command: 'deliver_sm' }, (error) => void (error ?? settled++));
      while (link.inFlight > 0) await settle(clock);
    }
    expect([settled, unexpected, link.waiting, link.closed]).toEqual([6_000, 6_000, 0, false]);
    expect(heap() - before).toBeLessThan(2 * megabyte);
  });
});

describe('a peer that sends a length of 4 GiB', () => {
  it('is cut off at the fourth octet, and what it sends on is not kept', async () => {
    let reason: string | undefined;
    const { clock, link, peer, ended } = await boundTo({ onRequest: answer, onClose: ({ code }) => (reason = code) });
    const before = heap();
    peer.write(Uint8Array.of(255, 255, 255, 255));
    // All of it is under way before the link can look at the length.
    for (let i = 0; i < 100; i++) peer.write(new Uint8Array(65_536));
    await settle(clock);
    expect([reason, link.closed, ended()]).toEqual(['framing', true, true]);
    expect(heap() - before).toBeLessThan(2 * megabyte);
  });

  it.each([16, 69_999])(
    'a length of %d that is never filled is waited for until the keepalive ends it',
    async (length) => {
      let reason: string | undefined;
      const { clock, peer } = await boundTo({ onRequest: answer, onClose: ({ code }) => (reason = code) });
      const head = frame(4, 1);
      new DataView(head.buffer).setUint32(0, length);
      peer.write(head.slice(0, 15));
      await settle(clock);
      clock.advance(60_001);
      await settle(clock);
      expect(reason).toBe('keepalive');
    },
  );
});

describe('a large PDU in one-octet chunks', () => {
  /** Octets copied and lengths looked for while a PDU of this length comes octet by octet. */
  async function work(length: number): Promise<{ copied: number; looked: number }> {
    let looked = 0;
    const got: SmppPdu[] = [];
    const counting = {
      ...protocol,
      frameLength: (bytes: Uint8Array, start: number, end: number) => {
        looked++;
        return protocol.frameLength(bytes, start, end);
      },
    };
    const { clock, peer } = await boundTo({ onRequest: answer, onReceive: (pdu) => got.push(pdu) }, {}, counting);
    const bytes = protocol.encode({ command: 'submit_sm', tlvs: { messagePayload: new Uint8Array(length) } }, 2);
    const set = vi.spyOn(Uint8Array.prototype, 'set');
    for (let i = 0; i < bytes.length; i++) {
      peer.write(bytes.slice(i, i + 1));
      if (i % 100 === 0) clock.settle();
    }
    await settle(clock);
    const copied = set.mock.calls.reduce((sum, [source]) => sum + source.length, 0);
    set.mockRestore();
    expect(got.at(-1)).toMatchObject({ command: 'submit_sm', tlvs: { messagePayload: { length } } });
    return { copied, looked };
  }

  it('costs linear work: of 60,000 octets twice that of 30,000', async () => {
    const half = await work(30_000);
    const whole = await work(60_000);
    expect(whole.copied / half.copied).toBeLessThan(2.5);
    expect(whole.copied).toBeGreaterThan(60_000);
    expect(whole.copied).toBeLessThan(6 * 60_000);
    expect(whole.looked).toBeLessThan(50);
  });
});
