import type { Command, Warning } from '@smswire/session';
import { describe, expect, it } from 'vitest';
import { outcome, roles, World } from '../../../session/test/cases/world.js';
import { commandStatus as s } from '../../src/index.js';
import { frame, sequenceOf, smppDialect } from './dialect.js';

describe.each(roles)('as %s: answers', (role) => {
  it('RTHROTTLED and every other status reach the caller as responses', async () => {
    const world = await World.bound(smppDialect, role);
    for (const commandStatus of [s.ESME_RTHROTTLED, s.ESME_RMSGQFUL, s.ESME_RINVDSTADR, 0x400, 0xffffffff]) {
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      const response = { ...smppDialect.ok(world.ask()), commandStatus };
      world.peer.send(response, smppDialect.number(world.peer.last));
      await world.settle();
      expect([answer.value, answer.error]).toMatchObject([{ command: response.command, commandStatus }, undefined]);
    }
  });

  it('a response without its body completes its request, with a warning where it reports success', async () => {
    for (const [status, codes] of [
      [0, ['no_body']],
      [s.ESME_RSYSERR, []],
    ] as const) {
      const warnings: Warning[] = [];
      const world = await World.bound(smppDialect, role, { onWarning: (warning) => warnings.push(warning) });
      warnings.length = 0;
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      const id = role === 'client' ? 0x80000004 : 0x80000005;
      world.peer.wire.write(frame(id, smppDialect.number(world.peer.last), [], status));
      await world.settle();
      expect(answer.value).toMatchObject({ commandStatus: status });
      expect((answer.value as { messageId?: string }).messageId).toBeUndefined();
      expect(warnings.map(({ code }) => code)).toEqual(codes);
    }
  });

  it('a response with octets too many, or an error response with a body that cannot be read, completes it too', async () => {
    const world = await World.bound(smppDialect, role);
    const id = role === 'client' ? 0x80000004 : 0x80000005;
    for (const [body, status] of [
      [[0x37, 0, 0xff], 0],
      [[0xff, 0xfe, 0xfd], s.ESME_RSUBMITFAIL],
    ] as const) {
      const answer = outcome(world.link.request(world.ask()));
      await world.settle();
      world.peer.wire.write(frame(id, smppDialect.number(world.peer.last), body, status));
      await world.settle();
      expect(answer.value).toMatchObject({ commandStatus: status });
    }
  });

  it('generic_nack settles its request with the status it carries', async () => {
    const world = await World.bound(smppDialect, role);
    const answer = outcome(world.link.request(world.ask()));
    await world.settle();
    world.peer.wire.write(frame(0x80000000, smppDialect.number(world.peer.last), [], s.ESME_RINVCMDLEN));
    await world.settle();
    expect(answer.error).toMatchObject({
      code: 'nack',
      response: { command: 'generic_nack', commandStatus: s.ESME_RINVCMDLEN },
    });
    expect(world.link.inFlight).toBe(0);
  });

  it('generic_nack of number 0 concerns the connection: it is told of, and settles nothing', async () => {
    const told: [Command, Command | undefined][] = [];
    const world = await World.bound(smppDialect, role, { onUnexpected: (pdu, request) => told.push([pdu, request]) });
    const answer = outcome(world.link.request(world.ask()));
    world.peer.wire.write(frame(0x80000000, 0, [], s.ESME_RINVCMDLEN));
    await world.settle();
    expect(told).toEqual([
      [{ command: 'generic_nack', commandStatus: s.ESME_RINVCMDLEN, sequenceNumber: 0 }, undefined],
    ]);
    expect([answer, world.link.inFlight, world.link.closed]).toEqual([{}, 1, false]);
  });

  it('of the wrong type, late, duplicate and unexpected ones settle at most their own request', async () => {
    const told: string[] = [];
    const world = await World.bound(smppDialect, role, {
      onUnexpected: (pdu, request) => told.push(`${pdu.command} ${request?.command ?? 'to nothing'}`),
      onWarning: ({ code }) => told.push(code),
    });
    const wrong = outcome(world.link.request(world.ask()));
    const late = outcome(world.link.request(world.ask(), { timeoutMs: 1_000 }));
    const twice = outcome(world.link.request(world.ask()));
    await world.advance(1_001);
    const [first, second, third] = sequenceOf(world.peer.got) as [number, number, number];
    const ok = smppDialect.ok(world.ask(), 'id');
    world.peer.send({ command: 'query_sm_resp' }, first);
    world.peer.send(ok, second);
    for (const number of [third, third, 4_711]) world.peer.send(ok, number);
    world.peer.send({ command: 'bind_receiver_resp' }, 4_712);
    await world.settle();
    expect([wrong.error?.code, late.error?.code, twice.value]).toMatchObject(['mismatch', 'timeout', ok]);
    const nothing = `${ok.command} to nothing`;
    expect(told).toEqual([
      'mismatch',
      `${ok.command} ${world.ask().command}`,
      nothing,
      nothing,
      'bind_receiver_resp to nothing',
    ]);
    expect([world.link.inFlight, world.link.closed]).toEqual([0, false]);
  });
});
