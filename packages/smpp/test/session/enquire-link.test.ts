import { describe, expect, it } from 'vitest';
import { outcome, roles, World } from '../../../session/test/cases/world.js';
import type { SmppPdu } from '../../src/index.js';
import { frame, smppDialect } from './dialect.js';

describe.each(roles)('as %s: enquire_link', (role) => {
  it('before a bind is answered, and does not keep a session alive that is not bound', async () => {
    const world = new World(smppDialect, role);
    for (let number = 1; number <= 10; number++) {
      world.peer.send(smppDialect.enquire(), number);
      await world.advance(1_000);
    }
    expect(world.peer.got).toEqual(
      Array.from({ length: 10 }, (_, i) => ({ command: 'enquire_link_resp', commandStatus: 0, sequenceNumber: i + 1 })),
    );
    expect(world.closing).toBeUndefined();
    await world.advance(1);
    expect(world.closing?.reason.code).toBe('session_init');
  });

  it('may be asked by us before a bind', async () => {
    const world = new World(smppDialect, role);
    const alive = outcome(world.link.request(smppDialect.enquire()));
    await world.settle();
    world.peer.answer(world.peer.last);
    await world.settle();
    expect((alive.value as SmppPdu).command).toBe('enquire_link_resp');
  });

  it('with octets behind it is answered all the same', async () => {
    const world = await World.bound(smppDialect, role);
    world.peer.wire.write(frame(0x15, 9, [0]));
    await world.settle();
    expect(world.peer.last).toEqual({ command: 'enquire_link_resp', commandStatus: 0, sequenceNumber: 9 });
  });
});
