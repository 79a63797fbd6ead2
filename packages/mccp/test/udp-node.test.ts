import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { mccp } from '../src/index.js';
import { connectUdp, listenUdp, type UdpListenHandlers } from '../src/node.js';
import { handClock } from './hand-clock.js';
import { bytesOf, textOf } from './lines.js';

const codec = mccp({ notices: ['RRN'] });
const host = '127.0.0.1';
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function pair(onRequest: UdpListenHandlers['onRequest'], more: Partial<UdpListenHandlers> = {}) {
  const clock = handClock();
  const listener = await listenUdp({ host, port: 0, clock }, codec, { onRequest, ...more });
  const link = await connectUdp({ host, port: listener.port, clock, responseTimeoutMs: 100 }, codec);
  open.push(listener, link);
  return { clock, listener, link };
}

/** A bare socket in place of a server, which answers when the test says so. */
async function bareServer() {
  const socket = createSocket('udp4');
  socket.bind(0, host);
  await once(socket, 'listening');
  const close = () => new Promise<void>((resolve) => socket.close(() => resolve()));
  open.push({ close });
  return { socket, port: socket.address().port };
}
const heard = async (socket: Socket) => (await once(socket, 'message')) as [Uint8Array, RemoteInfo];

describe('UDP on the loopback', () => {
  it('carries many requests at once, answered in any order', async () => {
    const waiting: (() => void)[] = [];
    const { link } = await pair(async ({ parameters }) => {
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      // The last to come is answered first.
      if (waiting.length === 20) for (const go of waiting.reverse()) go();
      await turn;
      return { parameters };
    });
    const requests = Array.from({ length: 20 }, (_, i) => link.request({ command: 'RSM', parameters: [`${i} %`] }));
    const responses = await Promise.all(requests);
    expect(responses.map(({ parameters }) => parameters[0])).toEqual(Array.from({ length: 20 }, (_, i) => `${i} %`));
  });

  it('sends the same octets again until the answer comes', async () => {
    const { socket, port } = await bareServer();
    const clock = handClock();
    const link = await connectUdp({ host, port, clock, responseTimeoutMs: 100, maxResends: 2 }, codec);
    open.push(link);
    let came = heard(socket);
    const response = link.request({ command: 'RSM', parameters: ['x'] });
    const copies: string[] = [];
    for (let i = 0; i < 2; i++) {
      copies.push(textOf((await came)[0]));
      came = heard(socket);
      clock.pass(100);
    }
    const [last, peer] = await came;
    expect([...copies, textOf(last)]).toEqual(Array(3).fill('RSM 1 x\r\n'));
    socket.send(bytesOf('ASM 1 0 y\r\n'), peer.port, peer.address);
    expect(await response).toEqual({ command: 'ASM', trid: 1, status: '0', parameters: ['y'] });
    expect(clock.timers.size).toBe(0);
  });

  it('fails a request that nobody answers, and hears nothing of it afterwards', async () => {
    const { socket, port } = await bareServer();
    const clock = handClock();
    const stray = new Promise((resolve) => {
      void connectUdp({ host, port, clock, responseTimeoutMs: 100, maxResends: 1 }, codec, { onStray: resolve }).then(
        async (link) => {
          open.push(link);
          const came = heard(socket);
          const response = link.request({ command: 'RSM' });
          const [, peer] = await came;
          clock.pass(100);
          clock.pass(100);
          await expect(response).rejects.toMatchObject({ name: 'MccpExchangeError', code: 'timeout' });
          socket.send(bytesOf('ASM 1 0\r\n'), peer.port, peer.address);
        },
      );
    });
    expect(await stray).toMatchObject({ type: 'unexpected', pdu: { command: 'ASM', trid: 1 } });
  });

  it('answers a repeated request by its first answer and does not ask for another', async () => {
    let handled = 0;
    const { listener } = await pair(() => ({ parameters: [`${++handled}`] }));
    const { socket } = await bareServer();
    const answers: string[] = [];
    for (let i = 0; i < 3; i++) {
      const came = heard(socket);
      socket.send(bytesOf('RSM 9 x\r\n'), listener.port, host);
      answers.push(textOf((await came)[0]));
    }
    expect(answers).toEqual(Array(3).fill('ASM 9 0 1\r\n'));
  });

  it('takes a request up again whose handler failed', async () => {
    const errors: unknown[] = [];
    let handled = 0;
    const onRequest = () => {
      if (++handled === 1) throw new Error('not yet');
      return { status: '0' };
    };
    let failed = (): void => {};
    const failure = new Promise<void>((resolve) => {
      failed = resolve;
    });
    const { clock, link } = await pair(onRequest, {
      onError: (error) => {
        errors.push(error);
        failed();
      },
    });
    const response = link.request({ command: 'RSM' });
    await failure;
    clock.pass(100);
    expect(await response).toMatchObject({ status: '0' });
    expect(errors).toEqual([new Error('not yet')]);
  });

  it('sends a notice and awaits nothing', async () => {
    let hear: (command: string) => void;
    const came = new Promise<string>((resolve) => {
      hear = resolve;
    });
    const { link, clock } = await pair(({ command }) => {
      hear(command);
      return undefined;
    });
    link.notify({ command: 'RRN' });
    expect(await came).toBe('RRN');
    expect(clock.timers.size).toBe(0);
  });

  it('survives lines that do not decode, and says so', async () => {
    let hear: (what: unknown) => void;
    const came = new Promise((resolve) => {
      hear = resolve;
    });
    const { listener, link } = await pair(() => ({}), { onStray: (output) => hear(output) });
    const { socket } = await bareServer();
    socket.send(Uint8Array.of(0xff, 0x0a), listener.port, host);
    expect(await came).toMatchObject({ type: 'unparsed', error: { code: 'utf8' } });
    expect(await link.request({ command: 'RSM' })).toMatchObject({ command: 'ASM' });
  });

  it('gives up a request whose signal is aborted', async () => {
    const { port } = await bareServer();
    const clock = handClock();
    const link = await connectUdp({ host, port, clock }, codec);
    open.push(link);
    const abort = new AbortController();
    const response = link.request({ command: 'RSM' }, { signal: abort.signal });
    abort.abort(new Error('enough'));
    await expect(response).rejects.toThrow('enough');
    await expect(link.request({ command: 'RSM' }, { signal: abort.signal })).rejects.toThrow('enough');
    expect(clock.timers.size).toBe(0);
  });

  it('rejects what is outstanding when it closes, and what comes after', async () => {
    const { port } = await bareServer();
    const link = await connectUdp({ host, port, clock: handClock() }, codec);
    const response = link.request({ command: 'RSM' });
    const closed = link.close();
    await expect(response).rejects.toMatchObject({ code: 'closed' });
    await expect(link.request({ command: 'RSM' })).rejects.toMatchObject({ code: 'closed' });
    expect(link.close()).toBe(closed);
    await closed;
  });

  it('rejects what cannot be sent', async () => {
    const { link } = await pair(() => ({}));
    await expect(link.request({ command: 'RSM', parameters: ['x'.repeat(65600)] })).rejects.toMatchObject({
      name: 'MccpError',
      code: 'line_length',
    });
    await expect(link.request({ command: 'ASM' } as never)).rejects.toMatchObject({ code: 'kind' });
    await expect(link.request({ command: 'RRN' })).rejects.toMatchObject({ code: 'kind' });
    expect(() => link.notify({ command: 'RSM' })).toThrow(expect.objectContaining({ code: 'kind' }));
  });

  it('says when a port is taken', async () => {
    const { port } = await bareServer();
    const listening = listenUdp({ host, port }, codec, { onRequest: () => undefined });
    await expect(listening).rejects.toMatchObject({ name: 'MccpExchangeError', code: 'network' });
  });
});
