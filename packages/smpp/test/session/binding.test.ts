import type { Command } from '@smswire/session';
import { describe, expect, it } from 'vitest';
import { outcome, roles, World } from '../../../session/test/cases/world.js';
import { commandStatus, type SmppInput, type SmppPdu } from '../../src/index.js';
import { smppDialect } from './dialect.js';

describe('binding', () => {
  const badPassword = { command: 'bind_transceiver_resp', commandStatus: commandStatus.ESME_RINVPASWD };

  it('bad credentials: the response resolves with its status, the session stays open, and another try may bind', async () => {
    const world = new World(smppDialect, 'client');
    const first = outcome(world.link.request(smppDialect.bind()));
    await world.settle();
    world.peer.send(badPassword, 1);
    await world.settle();
    expect(first.value).toMatchObject(badPassword);
    expect([world.link.state, world.link.closed]).toEqual([undefined, false]);
    await world.advance(9_000);
    await world.bind();
    expect(world.link.state).toBe('BOUND_TRX');
    await world.advance(20_000);
    expect(world.closing).toBeUndefined();
  });

  it('a failed bind stays open until session_init runs out, counted from the connection', async () => {
    const world = new World(smppDialect, 'server');
    world.link.use({ ...world.complete({}), onRequest: () => badPassword });
    for (const number of [1, 2]) {
      await world.advance(4_000);
      world.peer.send(smppDialect.bind(), number);
      await world.settle();
      expect(world.peer.last).toMatchObject({ ...badPassword, sequenceNumber: number });
    }
    await world.advance(2_000);
    expect(world.closing).toBeUndefined();
    await world.advance(1);
    expect(world.closing?.reason.code).toBe('session_init');
  });

  it.each([
    ['bind_transmitter', 'BOUND_TX'],
    ['bind_receiver', 'BOUND_RX'],
    ['bind_transceiver', 'BOUND_TRX'],
  ])('%s brings about %s on both sides', async (command, state) => {
    for (const role of roles) {
      const world = await World.bound({ ...smppDialect, bind: () => ({ command }) }, role);
      expect(world.link.state).toBe(state);
    }
  });

  it('bind_resp without sc_interface_version, or without any body, binds; TLVs may be sent all the same', async () => {
    for (const body of [{ systemId: 'mc' }, {}]) {
      const world = new World(smppDialect, 'client');
      const bound = outcome(world.link.request(smppDialect.bind()));
      await world.settle();
      world.peer.send({ command: 'bind_transceiver_resp', ...body } as SmppInput, 1);
      await world.settle();
      expect(bound.value).toMatchObject({ command: 'bind_transceiver_resp', commandStatus: 0 });
      world.link.send({ command: 'submit_sm', tlvs: { userMessageReference: 7 } } as SmppInput);
      await world.settle();
      expect(world.peer.last).toMatchObject({ tlvs: { userMessageReference: 7 } });
    }
  });

  it('a bind answered by another bind_resp fails as a mismatch and does not bind', async () => {
    const world = new World(smppDialect, 'client');
    const bound = outcome(world.link.request({ command: 'bind_transmitter' }));
    await world.settle();
    world.peer.send({ command: 'bind_receiver_resp' }, 1);
    await world.settle();
    expect([bound.error?.code, world.link.state]).toEqual(['mismatch', undefined]);
  });

  it('outbind: the MC calls, the ESME binds as receiver over the same connection, and messages flow', async () => {
    const heard: Command[] = [];
    const esme = new World(smppDialect, 'client', {
      onNotice: (pdu, link) => {
        heard.push(pdu);
        outcome(link.request({ command: 'bind_receiver', systemId: 'esme' } as SmppInput));
      },
      onRequest: (pdu) => smppDialect.ok(pdu),
    });
    esme.peer.send({ command: 'outbind', systemId: 'mc', password: 'secret' } as SmppInput, 1);
    await esme.settle();
    expect(heard).toMatchObject([{ command: 'outbind', systemId: 'mc', password: 'secret' }]);
    expect(esme.peer.last).toMatchObject({ command: 'bind_receiver', systemId: 'esme' });
    esme.peer.answer(esme.peer.last);
    esme.peer.send(smppDialect.deliver('hello'), 2);
    await esme.settle();
    expect(esme.link.state).toBe('BOUND_RX');
    expect(esme.peer.last).toMatchObject({ command: 'deliver_sm_resp', sequenceNumber: 2 });
  });

  it('outbind of ours: the MC calls, is bound, and delivers', async () => {
    const mc = new World({ ...smppDialect, bind: () => ({ command: 'bind_receiver' }) }, 'server');
    mc.link.send({ command: 'outbind', systemId: 'mc' } as SmppInput);
    await mc.settle();
    expect(mc.peer.commands).toEqual(['outbind']);
    await mc.bind();
    const delivered = outcome(mc.link.request(smppDialect.deliver('hello')));
    await mc.settle();
    mc.peer.answer(mc.peer.last);
    await mc.settle();
    expect((delivered.value as SmppPdu).command).toBe('deliver_sm_resp');
  });
});
