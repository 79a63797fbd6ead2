import { Link } from '@smswire/session';
import { manualClock, memoryWires } from '@smswire/session/memory';
import { expect, it } from 'vitest';
import { settle } from '../../../session/test/cases/world.js';
import { roughWire, seeded } from '../../../session/test/rough-wire.js';
import { commandStatus, type SmppInput, type SmppPdu } from '../../src/index.js';
import { answer } from './bound.js';
import { octets, protocol } from './dialect.js';

/** What became of one request. */
interface Fate {
  settled: number;
  handled: number;
  /** Of the error, or of the status it was answered with; undefined where all went well. */
  code: string | undefined;
  /** The message_id of its answer, which should be its own text. */
  id: string | undefined;
}

/** An ESME and an MC that ask each other; the wire cuts and delays, answers come in any order, and in the end it breaks. */
async function run(seed: number): Promise<Map<string, Fate>> {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const clock = manualClock();
  const wires = memoryWires({ clock });
  const fates = new Map<string, Fate>();

  const onRequest = (pdu: SmppPdu): SmppInput | undefined | Promise<SmppInput | undefined> => {
    if (pdu.command !== 'submit_sm' && pdu.command !== 'deliver_sm') return answer(pdu);
    const text = new TextDecoder().decode(pdu.shortMessage);
    (fates.get(text) as Fate).handled++;
    const throttled = { command: `${pdu.command}_resp`, commandStatus: commandStatus.ESME_RTHROTTLED } as SmppInput;
    const reply = random() < 0.1 ? throttled : answer(pdu);
    return new Promise((resolve) => clock.after(below(200), resolve, reply));
  };
  const options = { clock, window: 1 + below(50), concurrency: 1 + below(50), inbox: 8 };
  const [esme, mc] = wires.map(
    (wire) => new Link(roughWire(wire, clock, random), protocol, { onRequest }, options),
  ) as [Link<typeof protocol>, Link<typeof protocol>];

  const pass = async (ms: number): Promise<void> => {
    for (let time = 0; time < ms; time += 10) {
      clock.advance(10);
      for (let i = 0; i < 4; i++) await Promise.resolve();
    }
    await settle(clock);
  };
  esme.send({ command: 'bind_transceiver' });
  await pass(200);
  expect([esme.state, mc.state]).toEqual(['BOUND_TRX', 'BOUND_TRX']);

  for (let i = 0; i < 30; i++) {
    const fate: Fate = { settled: 0, handled: 0, code: undefined, id: undefined };
    fates.set(`n${i}`, fate);
    const [link, command] = i % 2 === 0 ? ([esme, 'submit_sm'] as const) : ([mc, 'deliver_sm'] as const);
    const controller = new AbortController();
    const limits = [{}, {}, {}, { timeoutMs: 1 + below(200) }, { signal: controller.signal }][below(5)];
    const ask = async (): Promise<void> => {
      try {
        const response = await link.request({ command, shortMessage: octets(`n${i}`) }, limits);
        fate.code = response.commandStatus === 0 ? undefined : 'throttled';
        fate.id = response.messageId;
      } catch (error) {
        fate.code = (error as { code: string }).code;
      }
      fate.settled++;
    };
    clock.after(below(300), () => void ask(), undefined);
    clock.after(below(500), () => controller.abort(), undefined);
  }
  clock.after(below(1_200), () => wires[below(2) as 0 | 1].fail(new Error('cut')), undefined);
  while ([...fates.values()].some(({ settled }) => settled === 0)) await pass(300);
  await pass(2_000);
  expect([esme.closed, mc.closed, clock.timers]).toEqual([true, true, 0]);
  expect([esme.inFlight, esme.waiting, mc.inFlight, mc.waiting]).toEqual([0, 0, 0, 0]);
  return fates;
}

it('200 seeds, cut at a random moment with random delays and reordered answers: nothing is lost, nothing comes twice', async () => {
  const codes: Record<string, number> = {};
  for (let seed = 0; seed < 200; seed++) {
    for (const [text, { settled, handled, code, id }] of await run(seed)) {
      const where = `seed ${seed}, ${text}`;
      expect(settled, where).toBe(1);
      expect(handled, where).toBeLessThanOrEqual(1);
      if (code === undefined) expect([handled, id], where).toEqual([1, text]);
      if (code === 'throttled') expect(handled, where).toBe(1);
      codes[code ?? 'ok'] = (codes[code ?? 'ok'] ?? 0) + 1;
    }
  }
  // Each way a request may end must have come up, or nothing was shown of it.
  expect(Object.keys(codes).sort()).toEqual(['aborted', 'closed', 'ok', 'throttled', 'timeout']);
  expect(Math.min(...Object.values(codes))).toBeGreaterThan(50);
});
