import { afterEach, describe, expect, it } from 'vitest';
import { mccp } from '../src/index.js';
import { connectUdp, listenUdp } from '../src/node.js';
import { bytesOf, textOf } from './lines.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

describe('what the README shows', () => {
  it('is what the codec does', () => {
    const codec = mccp();
    const bytes = codec.encode({ command: 'RAT', trid: 1, parameters: ['a b', ''] });
    expect(textOf(bytes)).toBe('RAT 1 a%20b \r\n');
    expect(codec.decode(bytes)).toEqual({ command: 'RAT', trid: 1, parameters: ['a b', ''] });
    const datagram = bytesOf('AAT 1 0\r\nRCS 7 50%\r\n');
    expect(codec.dissect(codec.split(datagram)[0] as Uint8Array)[0]).toMatchObject({
      path: 'command',
      start: 0,
      end: 3,
    });
    expect(() => codec.decodeAll(datagram)).toThrow(
      expect.objectContaining({ code: 'escape', command: 'RCS', path: 'parameters[0]', offset: 17 }),
    );
  });

  it('is what the exchange over UDP does', async () => {
    const codec = mccp();
    const server = await listenUdp({ port: 0 }, codec, {
      onRequest: ({ parameters }) => ({ status: '0', parameters }),
    });
    open.push(server);
    const options = { host: '127.0.0.1', port: server.port, responseTimeoutMs: 2000, maxResends: 3 };
    const link = await connectUdp(options, codec);
    open.push(link);
    expect(await link.request({ command: 'RSM', parameters: ['hello'] })).toEqual({
      command: 'ASM',
      trid: 1,
      status: '0',
      parameters: ['hello'],
    });
  });
});
