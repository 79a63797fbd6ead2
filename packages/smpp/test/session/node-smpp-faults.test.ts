import { once } from 'node:events';
import net from 'node:net';
import { type Clock, type CloseReason, systemClock } from '@smswire/session';
import { type ManualClock, manualClock } from '@smswire/session/memory';
import { connect, listen } from '@smswire/session/node';
import { afterEach, describe, expect, it } from 'vitest';
import type { SmppInput, SmppPdu } from '../../src/index.js';
import { answer, type SmppLink } from './bound.js';
import { frame, protocol } from './dialect.js';
import { answering, ask, connectPeer, listenPeer, type PeerPdu, type PeerSession } from './node-smpp.js';

/** What the npm package smpp 0.6.0-rc.4 does otherwise than the standard wants, and what becomes of a session with it. */
const faults = {
  enquire: 'enquire_link is left to the application: one that forgets it is given up as dead (SMPP 3.4 §4.11)',
  unbind: 'unbind is left to the application: one that forgets it makes us wait for nothing (SMPP 3.4 §4.2)',
  deaf: 'one PDU it cannot read, or longer than 16,384 octets, and it reads no more: _busy stays set after the error',
  coding: 'text goes out in the GSM alphabet under data_coding 1, which is IA5 (SMPP 3.4 §5.2.19)',
  wrap: 'numbers wrap onto those still pending, whose callers are then never called',
  lost: 'callers of requests that are unanswered when the connection ends are never told',
  type: 'a response of any type settles a request that has its number',
} as const;

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

/** Whether the caller was told by now. */
const called = (asked: Promise<unknown>): Promise<boolean> =>
  Promise.race([asked.then(() => true), Promise.resolve().then(() => false)]);

/** Timers by hand, all else by itself. */
function halfManual(): { clock: Clock; time: ManualClock } {
  const time = manualClock();
  return { time, clock: { ...time, soon: (run, argument) => systemClock.soon(run, argument) } };
}

/** Our client, bound to a server of its. */
async function bound(welcome: (session: PeerSession) => void) {
  const server = await listenPeer(welcome);
  const { clock, time } = halfManual();
  let close: (reason: CloseReason) => void = () => {};
  const reason = new Promise<CloseReason>((resolve) => {
    close = resolve;
  });
  const link = await connect({ host: '127.0.0.1', port: server.port, clock }, protocol, { onClose: close });
  ended.push(
    () => link.destroy(),
    () => server.close(),
  );
  await link.request({ command: 'bind_transceiver' });
  return { link, reason, time, peer: await server.session };
}

/** Its client, bound to a server of ours. */
async function serving(onRequest: (pdu: SmppPdu) => SmppInput | undefined | Promise<SmppInput | undefined>) {
  let link: SmppLink | undefined;
  const server = await listen({ host: '127.0.0.1' }, protocol, (one) => {
    link = one;
    return { onRequest };
  });
  const peer = await connectPeer(server.port);
  ended.push(
    () => peer.destroy(),
    () => server.close(),
  );
  await ask(peer, 'bind_transceiver');
  return { peer, link: link as SmppLink };
}

/** It answers binds and submits, and nothing else. */
function forgetful(session: PeerSession): void {
  session.on('error', () => {});
  for (const command of ['bind_transceiver', 'submit_sm']) {
    session.on(command, (pdu: PeerPdu) => void session.send(pdu.response()));
  }
}

describe('the npm package smpp', () => {
  it(faults.enquire, async () => {
    const { link, reason, time } = await bound(forgetful);
    const enquired = link.request({ command: 'enquire_link' }, { timeoutMs: 0 }).catch((error: unknown) => error);
    // It answers in order: what came before this answer without one of its own will get none.
    await link.request({ command: 'submit_sm' });
    expect(link.inFlight).toBe(1);
    time.advance(60_001);
    expect(await reason).toMatchObject({ code: 'keepalive' });
    expect(await enquired).toMatchObject({ code: 'closed' });
  });

  it(faults.unbind, async () => {
    const { link, reason, time, peer } = await bound(forgetful);
    const asked = once(peer, 'unbind');
    const closed = link.close();
    await asked;
    time.advance(5_001);
    await closed;
    expect(await reason).toMatchObject({ code: 'goodbye_timeout' });
  });

  const unreadable: [string, SmppInput][] = [
    ['too long', { command: 'data_sm', tlvs: { messagePayload: new Uint8Array(17_000) } }],
    ['that ends within a TLV', { command: 'submit_sm', trailing: Uint8Array.of(0x02, 0x04, 0, 2) }],
  ];
  it.each(unreadable)(`${faults.deaf}: one %s`, async (_, pdu) => {
    const { link, reason, time, peer } = await bound((session) => answering(session));
    const failed = once(peer, 'error');
    const asked = [link.request(pdu), link.request({ command: 'enquire_link' })].map((one) =>
      one.catch((error: { code: string }) => error.code),
    );
    await expect(failed).resolves.toEqual([expect.any(Error)]);
    time.advance(60_001);
    expect(await reason).toMatchObject({ code: 'keepalive' });
    expect(await Promise.all(asked)).toEqual(['timeout', 'timeout']);
  });

  it(faults.coding, async () => {
    const seen: SmppPdu[] = [];
    const { peer } = await serving((pdu) => {
      seen.push(pdu);
      return answer(pdu);
    });
    await ask(peer, 'submit_sm', { short_message: '@£' });
    expect(seen.at(-1)).toMatchObject({ dataCoding: 1, shortMessage: Uint8Array.of(0, 1) });
  });

  it(faults.wrap, async () => {
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const numbers: number[] = [];
    const { peer } = await serving(async (pdu) => {
      if (pdu.command !== 'submit_sm') return answer(pdu);
      numbers.push(pdu.sequenceNumber);
      await gate;
      return answer(pdu);
    });
    const submit = (text: string): Promise<PeerPdu> => ask(peer, 'submit_sm', { short_message: Buffer.from(text) });
    const first = submit('first');
    // Round the circle, while that one is pending under number 2.
    peer.sequence = 0x7fffffff;
    await ask(peer, 'enquire_link');
    const second = submit('second');
    release();
    expect(await second).toMatchObject({ message_id: 'first' });
    await ask(peer, 'enquire_link');
    expect([numbers, await called(first)]).toEqual([[2, 2], false]);
  });

  it(faults.lost, async () => {
    let came: () => void = () => {};
    const submitted = new Promise<void>((resolve) => {
      came = resolve;
    });
    const { peer, link } = await serving((pdu) => {
      if (pdu.command !== 'submit_sm') return answer(pdu);
      came();
      return new Promise(() => {});
    });
    const asked = ask(peer, 'submit_sm');
    await submitted;
    const gone = once(peer, 'close');
    link.destroy();
    await gone;
    expect(await called(asked)).toBe(false);
  });

  it(faults.type, async () => {
    const server = net.createServer((socket) => socket.once('data', () => socket.write(frame(0x80000008, 1))));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const peer = await connectPeer((server.address() as net.AddressInfo).port);
    ended.push(
      () => peer.destroy(),
      () => server.close(),
    );
    expect((await ask(peer, 'submit_sm')).command).toBe('cancel_sm_resp');
  });
});
