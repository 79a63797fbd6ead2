import { expect, it } from 'vitest';
import { roles, World } from './cases/world.js';
import { toyDialect } from './dialect.js';

it.each(roles)('works as %s', async (role) => {
  const w = await World.bound(toyDialect, role, { onRequest: (pdu) => toyDialect.ok(pdu, 'hi') });
  expect(w.link.state).toBe('bound');
  const p = w.link.request(w.ask('x'));
  await w.settle();
  expect(w.peer.last).toMatchObject({ number: w.ourNext, text: 'x' });
  w.peer.answer(w.peer.last, 'ok');
  await w.settle();
  expect(await p).toMatchObject({ text: 'ok' });
  w.peer.send(w.asked(), 77);
  await w.settle();
  expect(w.peer.last).toMatchObject({ number: 77, text: 'hi' });
  const c = w.link.close();
  await w.settle();
  expect(w.peer.last.command).toBe('unbind');
  w.peer.answer(w.peer.last);
  await w.settle();
  await c;
  expect(w.closing?.reason.code).toBe('goodbye');
  expect(w.clock.timers).toBe(0);
});
