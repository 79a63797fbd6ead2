import { describe, expect, it } from 'vitest';
import { type MccpRequest, type MccpResponse, mccp, udpClient, udpServer } from '../src/index.js';
import { lossyNetwork } from './lossy-network.js';

const codec = mccp();

/** Sends `count` requests through a network of faults until nothing flies and nothing is outstanding. */
function exchange(seed: number, count: number) {
  const network = lossyNetwork(seed, 3000);
  const client = udpClient(codec, { responseTimeoutMs: 2000, maxResends: 4, firstTrid: 0xfffffffa });
  const server = udpServer(codec, { rememberMs: 60_000 });
  const sent: MccpRequest[] = [];
  const written = new Map<number, Uint8Array[]>();
  const responses: { request: MccpRequest; response: MccpResponse }[] = [];
  const failed: MccpRequest[] = [];
  const handled: MccpRequest[] = [];
  let unexpected = 0;
  let now = 0;

  const hear = (outputs: ReturnType<typeof client.tick>): void => {
    for (const output of outputs) {
      if (output.type === 'write') {
        written.set(output.request.trid, [...(written.get(output.request.trid) ?? []), output.bytes]);
        network.send({ to: 'server', bytes: output.bytes }, now);
      } else if (output.type === 'response') responses.push(output);
      else if (output.type === 'failed') failed.push(output.request);
      else unexpected++;
    }
  };
  const serve = (datagram: Uint8Array): void => {
    for (const output of server.receive('peer', datagram, now)) {
      if (output.type === 'request') {
        handled.push(output.request);
        const parameters = [...output.request.parameters, `answer ${handled.length}`];
        const bytes = server.answer(output, { parameters }, now) as Uint8Array;
        network.send({ to: 'client', bytes }, now);
      } else if (output.type === 'write') network.send({ to: 'client', bytes: output.bytes }, now);
    }
  };

  for (let i = 0; i < count; i++) {
    const write = client.send({ command: 'RSM', parameters: [`call ${i}`, ''] }, now);
    sent.push(write.request);
    hear([write]);
  }
  for (;;) {
    const times = [client.nextTime(), network.nextTime()].filter((time) => time !== undefined);
    if (times.length === 0) return { sent, written, responses, failed, handled, unexpected, client };
    now = Math.min(...times);
    for (const { to, bytes } of network.arrivals(now)) {
      if (to === 'server') serve(bytes);
      else hear(client.receive(bytes));
    }
    hear(client.tick(now));
  }
}

describe('an exchange over a network that loses, doubles and reorders', () => {
  it('settles every request once, with 200 seeds', () => {
    const total = { responses: 0, failed: 0, unexpected: 0, resent: 0 };
    for (let seed = 0; seed < 200; seed++) {
      const { sent, written, responses, failed, handled, unexpected, client } = exchange(seed, 20);
      const settled = [...responses.map(({ request }) => request.trid), ...failed.map(({ trid }) => trid)];
      expect(settled, `seed ${seed}`).toHaveLength(sent.length);
      expect(new Set(settled), `seed ${seed}`).toEqual(new Set(sent.map(({ trid }) => trid)));
      expect(new Set(handled.map(({ trid }) => trid)).size, `seed ${seed}`).toBe(handled.length);
      for (const { request, response } of responses) {
        expect(response.parameters.slice(0, -1)).toEqual(request.parameters);
        expect(response.parameters.at(-1)).toBe(`answer ${1 + handled.findIndex(({ trid }) => trid === request.trid)}`);
      }
      for (const copies of written.values()) {
        expect(copies.length).toBeLessThanOrEqual(5);
        for (const copy of copies) expect(copy).toEqual(copies[0]);
        total.resent += copies.length - 1;
      }
      for (const { trid } of failed) expect(written.get(trid)).toHaveLength(5);
      expect(client.nextTime()).toBeUndefined();
      total.responses += responses.length;
      total.failed += failed.length;
      total.unexpected += unexpected;
    }
    // Every kind of fate is among them; otherwise the faults were too mild to prove anything.
    expect(Math.min(...Object.values(total))).toBeGreaterThan(50);
  });

  it('goes the same way with the same seed', () => {
    const fates = () => exchange(7, 20).responses.map(({ request }) => request.trid);
    expect(fates()).toEqual(fates());
  });
});
