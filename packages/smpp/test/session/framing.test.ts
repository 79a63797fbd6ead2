import type { Command } from '@smswire/session';
import { describe, expect, it } from 'vitest';
import { World } from '../../../session/test/cases/world.js';
import { commandStatus } from '../../src/index.js';
import { frame, octets, smppDialect } from './dialect.js';

describe('a length out of bounds', () => {
  it.each([0, 15, 70_001, 0x7fffffff, 0x80000009, 0xffffffff])(
    'of %d gets a generic_nack of RINVCMDLEN under number 0, then the connection closes',
    async (length) => {
      const world = await World.bound(smppDialect, 'server');
      const bytes = frame(4, 77);
      new DataView(bytes.buffer).setUint32(0, length);
      world.peer.wire.write(bytes);
      world.peer.send(smppDialect.submit('never read'), 78);
      await world.settle();
      expect(world.peer.got).toEqual([
        { command: 'generic_nack', commandStatus: commandStatus.ESME_RINVCMDLEN, sequenceNumber: 0 },
      ]);
      expect([world.peer.ended, world.closing?.reason.code]).toEqual([true, 'framing']);
    },
  );
});

describe('strangers', () => {
  it.each([
    ['HTTP', octets('GET / HTTP/1.1\r\nHost: sms\r\n\r\n')],
    ['TLS', Uint8Array.of(0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3)],
    ['RDP', Uint8Array.of(3, 0, 0, 0x2f, 0x2a, 0xe0, 0, 0)],
    ['AMQP', octets('AMQP\0\0\t\u0001')],
  ])('%s ends that connection with its name, and no other', async (name, bytes) => {
    const world = new World(smppDialect, 'server');
    const other = await World.bound(smppDialect, 'server', { onRequest: (pdu: Command) => smppDialect.ok(pdu) });
    for (const octet of bytes) world.peer.wire.write(Uint8Array.of(octet));
    await world.settle();
    expect(world.closing?.reason).toMatchObject({ code: 'framing', looksLike: name });
    expect(world.closing?.reason.message).toBe(`what came looks like ${name}, not smpp`);
    expect([world.peer.got, world.peer.closed]).toEqual([[], true]);
    other.peer.send(smppDialect.submit('still here'), 1);
    await other.settle();
    expect(other.peer.last.command).toBe('submit_sm_resp');
  });
});
