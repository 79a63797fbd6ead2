import { Link } from '@smswire/session';
import { manualClock, memoryWires } from '@smswire/session/memory';
import { expect, it } from 'vitest';
import { settle } from '../../../session/test/cases/world.js';
import { answer, type SmppLink } from './bound.js';
import { protocol } from './dialect.js';
import { heap } from './heap.js';

it('10,000 idle bound links in one process cost less than 3 kB each, their end of the wire and timer included', async () => {
  const clock = manualClock();
  const links: SmppLink[] = [];
  const before = heap();
  for (let i = 0; i < 5_000; i++) {
    const [a, b] = memoryWires({ clock });
    const handlers = { onRequest: answer };
    const esme = new Link(a, protocol, handlers, { clock });
    links.push(esme, new Link(b, protocol, handlers, { clock }));
    esme.send({ command: 'bind_transceiver', systemId: 'esme', password: 'secret' });
  }
  await settle(clock);
  const each = Math.round((heap() - before) / links.length);
  expect(links.every(({ state }) => state === 'BOUND_TRX')).toBe(true);
  console.log(`${links.length} idle bound SMPP links: ${each} octets each`);
  expect(each).toBeLessThan(3_000);
  expect(clock.timers).toBe(10_000);
});
