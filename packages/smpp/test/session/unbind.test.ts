import type { Command } from '@smswire/session';
import { describe, expect, it } from 'vitest';
import { outcome, roles, World } from '../../../session/test/cases/world.js';
import { frame, smppDialect } from './dialect.js';

describe.each(roles)('as %s: unbind', (role) => {
  it('of ours: what is in flight, what waits and what handlers work at comes first', async () => {
    let reply: () => void = () => {};
    const onRequest = (pdu: Command): Promise<Command> =>
      new Promise((resolve) => {
        reply = () => resolve(smppDialect.ok(pdu));
      });
    const world = await World.bound(smppDialect, role, { onRequest }, { window: 1 });
    world.peer.send(world.asked(), 5);
    const results = [1, 2].map(() => outcome(world.link.request(world.ask())));
    const closed = outcome(world.link.close().then(() => 'closed'));
    for (let i = 0; i < 2; i++) {
      await world.settle();
      expect(world.peer.commands).toEqual(Array(i + 1).fill(world.ask().command));
      world.peer.answer(world.peer.last);
    }
    await world.settle();
    expect(world.peer.commands).not.toContain('unbind');
    reply();
    await world.settle();
    expect(world.peer.commands.slice(2)).toEqual([smppDialect.ok(world.asked()).command, 'unbind']);
    world.peer.answer(world.peer.last);
    await world.settle();
    expect(results.every(({ value }) => value !== undefined)).toBe(true);
    expect([closed.value, world.closing?.reason]).toMatchObject(['closed', { code: 'goodbye', by: 'us' }]);
  });

  it('of the peer: what came before it is answered before it, and our own requests fail with the reason', async () => {
    let reply: () => void = () => {};
    const onRequest = (pdu: Command): Promise<Command> =>
      new Promise((resolve) => {
        reply = () => resolve(smppDialect.ok(pdu));
      });
    const world = await World.bound(smppDialect, role, { onRequest });
    const ours = outcome(world.link.request(world.ask()));
    await world.settle();
    world.peer.send(world.asked(), 5);
    world.peer.send(smppDialect.unbind(), 6);
    await world.settle();
    expect(world.peer.commands).toEqual([world.ask().command]);
    reply();
    await world.settle();
    expect(world.peer.commands.slice(1)).toEqual([smppDialect.ok(world.asked()).command, 'unbind_resp']);
    expect(ours.error).toMatchObject({ code: 'closed', reason: { code: 'goodbye', by: 'peer' } });
    expect(world.peer.closed).toBe(true);
  });

  const answers: [string, string, (world: World) => void][] = [
    [
      'unbind_resp of an error status',
      'goodbye',
      ({ peer }) => peer.wire.write(frame(0x80000006, smppDialect.number(peer.last), [], 8)),
    ],
    ['a closed socket', 'goodbye', ({ peer }) => peer.wire.end()],
    ['a reset connection', 'goodbye', ({ wire }) => wire.fail(new Error('ECONNRESET'))],
    ['generic_nack', 'goodbye', ({ peer }) => peer.send({ command: 'generic_nack' }, smppDialect.number(peer.last))],
    ['nothing', 'goodbye_timeout', () => {}],
  ];
  it.each(answers)('of ours answered by %s ends as %s', async (_, code, answer) => {
    const world = await World.bound(smppDialect, role);
    void world.link.close();
    await world.settle();
    expect(world.peer.commands).toEqual(['unbind']);
    answer(world);
    await world.advance(code === 'goodbye' ? 0 : 5_001);
    expect(world.closing?.reason).toMatchObject({ code, by: 'us' });
    expect(world.peer.closed).toBe(true);
  });

  it('before a bind is answered; what comes behind an unbind is not looked at', async () => {
    const seen: string[] = [];
    const world = new World(smppDialect, role, { onRequest: (pdu) => void seen.push(pdu.command) as undefined });
    world.peer.send(smppDialect.unbind(), 3);
    world.peer.send(world.asked(), 4);
    await world.settle();
    expect(world.peer.got).toEqual([{ command: 'unbind_resp', commandStatus: 0, sequenceNumber: 3 }]);
    expect(seen).toEqual([]);
  });
});
