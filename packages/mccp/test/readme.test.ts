import { afterEach, describe, expect, it } from 'vitest';
import { mccp } from '../src/index.js';
import { connectUdp, listenUdp } from '../src/node.js';
import { bytesOf, failure, textOf } from './lines.js';

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
    expect(codec.decodeAll(bytesOf('AAT 1 0\r\nRCS 7 full\r\n'))).toEqual([
      { command: 'AAT', trid: 1, status: '0', parameters: [] },
      { command: 'RCS', trid: 7, parameters: ['full'] },
    ]);
    expect(failure(() => codec.decode(bytesOf('RAT 1 50%\r\n')))).toMatchObject({
      code: 'escape',
      path: 'parameters[0]',
      offset: 8,
    });
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
