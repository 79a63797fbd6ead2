import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcome, settle } from '../../../session/test/cases/world.js';
import { seeded } from '../../../session/test/rough-wire.js';
import { messageArbitrary } from '../message-arbitrary.js';
import { frame } from './dialect.js';
import { openPair, speak } from './pair.js';

describe.each(['2.0', '3.0'] as const)('a live link of CMPP %s', (version) => {
  const by = speak(version);

  it('takes damaged messages for what they are: it lives or ends in good order, and every request settles once', async () => {
    const messages = fc.sample(messageArbitrary(version), { numRuns: 150, seed: 5 });
    let ended = 0;
    for (let seed = 0; seed < 150; seed++) {
      const random = seeded(seed);
      const { client, server, clock, pass } = await openPair(version);
      const ends: unknown[] = [];
      for (let i = 0; i < 5; i++) {
        client.link.send({ command: 'CMPP_SUBMIT' }, (error) => ends.push(error?.code));
        server.link.send({ command: 'CMPP_DELIVER' }, (error) => ends.push(error?.code));
      }
      // Behind the back of its session, the client's side of the wire sends what it should not.
      for (let i = 0; i < 10; i++) {
        const bytes = by.encode(messages[(seed + 13 * i) % messages.length] as never, i);
        const from = random() < 0.3 ? 0 : 4;
        const flaws = Math.floor(random() * 4);
        for (let j = 0; j < flaws; j++) {
          bytes[from + Math.floor(random() * (bytes.length - from))] = Math.floor(random() * 256);
        }
        client.send(bytes);
        await settle(clock);
      }
      await pass(500_000);
      if (server.reason?.code === 'framing') ended++;
      await Promise.all([client.link.close(), server.link.close(), pass(20_000)]);
      expect(ends, `seed ${seed}`).toHaveLength(10);
      expect([client.link.closed, server.link.closed, clock.timers], `seed ${seed}`).toEqual([true, true, 0]);
    }
    // Both fates must have come up, or one of them was not shown.
    expect(ended).toBeGreaterThan(15);
    expect(ended).toBeLessThan(135);
  });

  it('answers a message that is cut short with its own response, and the next one is good', async () => {
    const { client, server, pass } = await openPair(version);
    for (const id of [0x04, 0x05, 0x09]) client.send(frame(id, 100 + id, [1, 2, 3]));
    const answer = outcome(client.link.request({ command: 'CMPP_SUBMIT' }));
    await pass();
    expect(client.got).toMatchObject([
      { command: 'CMPP_SUBMIT_RESP', sequenceId: 0x68, result: 1 },
      { command: 'CMPP_DELIVER_RESP', sequenceId: 0x69, result: 1 },
      { command: 'CMPP_FWD_RESP', sequenceId: 0x6d, result: 1 },
      { command: 'CMPP_SUBMIT_RESP', result: 0 },
    ]);
    expect([answer.value !== undefined, server.link.closed]).toEqual([true, false]);
  });

  it('keeps still about what it does not know, and about answers that nobody asked for', async () => {
    const { client, server, pass } = await openPair(version);
    const unexpected: string[] = [];
    server.link.use({ onUnexpected: ({ command }) => void unexpected.push(command) });
    client.send(frame(0x99, 1, [1, 2, 3]));
    client.send(frame(0x80000099, 1));
    client.send(by.encode({ command: 'CMPP_SUBMIT_RESP' }, 77));
    client.send(by.encode({ command: 'CMPP_CONNECT_RESP' }, 1));
    await pass();
    expect(client.got).toEqual([]);
    expect(unexpected).toEqual(['0x80000099', 'CMPP_SUBMIT_RESP', 'CMPP_CONNECT_RESP']);
    expect([server.link.state, server.link.closed]).toEqual(['open', false]);
  });

  it('refuses a second CONNECT, whatever version it asks for, and stays in its own', async () => {
    const { client, server, pass } = await openPair(version);
    client.send(speak('2.1').encode({ command: 'CMPP_CONNECT', version: 0x21 }, 50));
    client.send(speak('3.0').encode({ command: 'CMPP_CONNECT', version: 0x30 }, 51));
    await pass();
    const answer = outcome(server.link.request({ command: 'CMPP_DELIVER' }));
    await pass();
    expect(client.got.flatMap((pdu) => ('status' in pdu ? [pdu.status] : []))).toEqual([5, 5]);
    expect(answer.value).toMatchObject({ command: 'CMPP_DELIVER_RESP' });
    expect(server.written.at(-1)).toEqual(by.encode({ command: 'CMPP_DELIVER' }, 1));
  });

  it('ends at the fourth octet of a length beyond every message, before anything is kept', async () => {
    for (const length of [0, 11, 16_385, 0x7fffffff, 0xffffffff]) {
      const { client, server, pass } = await openPair(version);
      const head = new Uint8Array(4);
      new DataView(head.buffer).setUint32(0, length);
      client.send(head);
      await pass();
      expect(server.reason).toMatchObject({ code: 'framing', by: 'peer' });
      expect(client.got).toEqual([]);
    }
  });
});
