import { describe, expect, it } from 'vitest';
import { outcome, roles, World } from '../../../session/test/cases/world.js';
import { frame, protocol, sequenceOf, smppDialect } from './dialect.js';

describe.each(roles)('as %s: numbers', (role) => {
  it('wrap behind 0x7FFFFFFF to 1, past those that are pending', async () => {
    const dialect = { ...smppDialect, protocol: { ...protocol, firstNumber: 0x7ffffffb } };
    const world = await World.bound(dialect, role, {}, { window: 20, responseTimeoutMs: 0 });
    const first = role === 'client' ? 0x7ffffffc : 0x7ffffffb;
    const until = 0x80000000 - first;
    for (let i = 0; i < until + 3; i++) world.link.send(world.ask());
    await world.settle();
    expect(sequenceOf(world.peer.got)).toEqual([...Array.from({ length: until }, (_, i) => first + i), 1, 2, 3]);

    // The second time round: as if all the numbers behind the last of five had been used, and are free again.
    const last = role === 'client' ? 6 : 5;
    let jumped = false;
    const nextNumber = (number: number): number => {
      if (number !== last || jumped) return protocol.nextNumber(number);
      jumped = true;
      return 0x7fffffff;
    };
    const round = { ...smppDialect, protocol: { ...protocol, nextNumber } };
    const pending = await World.bound(round, role, {}, { window: 20, responseTimeoutMs: 0 });
    for (let i = 0; i < 9; i++) pending.link.send(pending.ask());
    await pending.settle();
    const free = role === 'client' ? [1, 7, 8] : [6, 7, 8]; // the client's 1 was its bind
    expect(sequenceOf(pending.peer.got).slice(5)).toEqual([0x7fffffff, ...free]);
  });

  it('of the peer are echoed exactly, though it begin at 0 or use all 32 bits', async () => {
    const warned: string[] = [];
    const world = await World.bound(smppDialect, role, {
      onRequest: (pdu) => smppDialect.ok(pdu),
      onWarning: ({ code, path }) => warned.push(`${code} ${path}`),
    });
    const odd = [0, 0x80000000, 0xffffffff];
    for (const number of odd) {
      for (const pdu of [world.asked(), smppDialect.enquire()]) world.peer.send(pdu, number);
      world.peer.wire.write(frame(0x00000003, number, [0x37]));
      world.peer.wire.write(frame(0x00010200, number));
    }
    world.peer.send(smppDialect.unbind(), 0);
    await world.settle();
    expect(sequenceOf(world.peer.got).sort((a, b) => a - b)).toEqual([0, ...odd.flatMap((n) => [n, n, n, n])]);
    expect(warned).toContain('range sequenceNumber');
    expect(world.peer.last).toMatchObject({ command: 'unbind_resp', sequenceNumber: 0 });
  });

  it('of both sides may be the same at once', async () => {
    const world = await World.bound(smppDialect, role, { onRequest: (pdu) => smppDialect.ok(pdu, 'theirs') });
    const ours = outcome(world.link.request(world.ask()));
    await world.settle();
    const number = smppDialect.number(world.peer.last);
    world.peer.send(world.asked(), number);
    await world.settle();
    expect(world.peer.last).toMatchObject({ sequenceNumber: number, messageId: 'theirs' });
    world.peer.send(smppDialect.ok(world.ask(), 'ours'), number);
    await world.settle();
    expect(ours.value).toMatchObject({ sequenceNumber: number, messageId: 'ours' });
  });
});
