import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { CloseReason, Handlers, Link } from '../src/index.js';
import { manualClock } from '../src/memory.js';
import { type ConnectOptions, connect, type ListenOptions, listen, type Server } from '../src/node.js';
import { certificate } from './certificate.js';
import { type ToyPdu, toy } from './toy.js';

const protocol = toy();
type P = typeof protocol;
const host = '127.0.0.1';
const echo: Handlers<P> = {
  onRequest: (pdu) => ({ command: `${pdu.command}_resp`, text: `re ${pdu.text}` }) as ToyPdu,
};

const servers: Server<P>[] = [];
const serve = async (options: ListenOptions = {}, accept: (link: Link<P>) => Handlers<P> | undefined = () => echo) => {
  const server = await listen({ host, ...options }, protocol, accept);
  servers.push(server);
  return server;
};
const call = async (options: ConnectOptions, handlers: Handlers<P> = echo): Promise<Link<P>> => {
  const link = await connect({ host, ...options }, protocol, handlers);
  await link.request({ command: 'bind' });
  return link;
};
/** Resolves when the link has ended. */
const end = async (link: Link<P>): Promise<CloseReason | undefined> => {
  for await (const status of link.status) if (status.type === 'closed') return status.reason;
  return undefined;
};

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('TCP', () => {
  it('asks both ways and parts in good order', async () => {
    const ends: CloseReason[] = [];
    let theirs: Link<P> | undefined;
    const server = await serve({}, (link) => {
      theirs = link;
      return { ...echo, onClose: (reason) => ends.push(reason) };
    });
    const link = await call({ port: server.port });
    expect(await link.request({ command: 'submit', text: 'up' })).toMatchObject({ text: 're up' });
    expect(await theirs?.request({ command: 'deliver', text: 'down' })).toMatchObject({ text: 're down' });
    expect(server.links.size).toBe(1);
    expect(link.remote).toBe(`${host}:${server.port}`);
    const gone = end(theirs as Link<P>);
    await link.close();
    await gone;
    expect(ends).toMatchObject([{ code: 'goodbye', by: 'peer' }]);
    await server.close();
    expect(server.links.size).toBe(0);
  });

  it('carries 500 requests in flight each way', async () => {
    let theirs: Link<P> | undefined;
    const server = await serve({ window: 500 }, (link) => {
      theirs = link;
      return echo;
    });
    const link = await call({ port: server.port, window: 500 });
    const all: Promise<{ text?: string }>[] = [];
    for (let i = 0; i < 500; i++) {
      all.push(link.request({ command: 'submit', text: `${i}` }));
      all.push((theirs as Link<P>).request({ command: 'deliver', text: `${i}` }));
    }
    expect(link.inFlight).toBe(500);
    expect((await Promise.all(all)).map(({ text }) => text)).toEqual(
      Array.from({ length: 1000 }, (_, i) => `re ${Math.floor(i / 2)}`),
    );
  });

  it('writes a windowful in few segments and loses nothing of megabytes', async () => {
    const server = await serve({ inbox: 10 });
    const link = await call({ port: server.port, window: 200 });
    const text = 'x'.repeat(20_000);
    const answers = await Promise.all(Array.from({ length: 200 }, () => link.request({ command: 'submit', text })));
    expect(answers.every((answer) => answer.text === `re ${text}`)).toBe(true);
  });

  it('slow handlers hold the sender back through TCP, in order', async () => {
    const seen: (string | undefined)[] = [];
    const onRequest = async (pdu: ToyPdu): Promise<ToyPdu> => {
      if (pdu.command === 'submit') seen.push(pdu.text);
      await new Promise(setImmediate);
      return { command: `${pdu.command}_resp` } as ToyPdu;
    };
    const server = await serve({ inbox: 4 }, () => ({ onRequest }));
    const link = await call({ port: server.port, window: 100 });
    await Promise.all(Array.from({ length: 100 }, (_, i) => link.request({ command: 'submit', text: `${i}` })));
    expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => `${i}`));
  });

  it('takes the host as an address, a name or an IPv6 address', async () => {
    const server = await listen({ port: 0 }, protocol, () => echo);
    servers.push(server);
    for (const name of ['127.0.0.1', 'localhost']) {
      const link = await call({ host: name, port: server.port });
      await link.close();
    }
  });

  it('bind to bad port, unknown host, impossible port: rejects with the cause', async () => {
    const server = await serve();
    const { port } = server;
    await server.close();
    const refused = connect({ host, port }, protocol);
    await expect(refused).rejects.toMatchObject({ code: 'connect', cause: { code: 'ECONNREFUSED' } });
    const lookup = (_name: string, _options: unknown, done: (error: Error) => void): void =>
      done(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }));
    const unknown = connect({ host: 'nowhere.invalid', port: 1, socket: { lookup: lookup as never } }, protocol);
    await expect(unknown).rejects.toMatchObject({ code: 'connect', cause: { code: 'ENOTFOUND' } });
    await expect(connect({ host, port: 70_000 }, protocol)).rejects.toMatchObject({ code: 'connect' });
    await expect(connect({ host, port: 1, window: 0 }, protocol)).rejects.toMatchObject({ code: 'option' });
  });

  it('bind to a firewalled host: gives up after connectTimeoutMs, or when its signal says so', async () => {
    const clock = manualClock();
    const silent = { lookup: (() => {}) as never };
    const attempt = connect({ host: 'silent.invalid', port: 1, clock, socket: silent }, protocol);
    clock.advance(10_000);
    await expect(attempt).rejects.toMatchObject({ code: 'connect', message: expect.stringContaining('10000 ms') });
    const controller = new AbortController();
    const given = connect({ host: 'silent.invalid', port: 1, socket: silent, signal: controller.signal }, protocol);
    controller.abort();
    await expect(given).rejects.toMatchObject({ code: 'connect' });
    await expect(connect({ host, port: 1, signal: AbortSignal.abort() }, protocol)).rejects.toMatchObject({
      code: 'connect',
    });
    expect(clock.timers).toBe(0);
  });

  it('bind to a silent peer: ends after session_init', async () => {
    const clock = manualClock();
    const mute = net.createServer(() => {}).listen(0, host);
    await once(mute, 'listening');
    const link = await connect({ host, port: (mute.address() as net.AddressInfo).port, clock }, protocol);
    const bind = link.request({ command: 'bind' });
    clock.settle();
    clock.advance(10_001);
    await expect(bind).rejects.toMatchObject({ code: 'closed', reason: { code: 'session_init' } });
    link.destroy();
    mute.close();
  });

  it('a port that is taken is told at once', async () => {
    const { port } = await serve();
    await expect(listen({ host, port }, protocol, () => echo)).rejects.toMatchObject({ code: 'connect' });
  });

  it('a server may deny a connection, and goes on when its handler factory throws', async () => {
    const errors: unknown[] = [];
    let turn = 0;
    const server = await serve({ onError: (error) => errors.push(error) }, () => {
      turn++;
      if (turn === 1) return undefined;
      if (turn === 2) throw new Error('no database');
      return echo;
    });
    for (let i = 0; i < 2; i++) {
      const link = await connect({ host, port: server.port }, protocol);
      await expect(link.request({ command: 'bind' })).rejects.toMatchObject({ code: 'closed' });
    }
    const link = await call({ port: server.port });
    expect(await link.request({ command: 'submit' })).toMatchObject({ command: 'submit_resp' });
    expect(errors).toMatchObject([{ code: 'connect' }, { message: 'no database' }]);
  });

  it('takes no more connections than maxLinks', async () => {
    const errors: { code?: string }[] = [];
    const server = await serve({ maxLinks: 1, onError: (error) => errors.push(error as { code: string }) });
    const link = await call({ port: server.port });
    const second = await connect({ host, port: server.port }, protocol).catch((error: unknown) => error);
    if (!(second instanceof Error)) await end(second as Link<P>);
    expect(server.links.size).toBe(1);
    expect(errors).toMatchObject([{ code: 'connect' }]);
    await link.close();
  });

  it('a stranger, a reset and a 4 GiB length each end their own connection and no other', async () => {
    const reasons: CloseReason[] = [];
    let told: () => void = () => {};
    const all = new Promise<void>((resolve) => (told = resolve));
    const server = await serve({}, () => ({
      ...echo,
      onClose: (reason) => void (reasons.push(reason) === 3 && told()),
    }));
    const link = await call({ port: server.port });
    const raw = async (bytes: Uint8Array | string): Promise<net.Socket> => {
      const socket = net.connect(server.port, host).on('error', () => {});
      await once(socket, 'connect');
      socket.write(bytes);
      return socket.resume();
    };
    await raw('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await raw(Uint8Array.of(255, 255, 255, 255));
    (await raw(protocol.encode({ command: 'enquire', number: 1 }))).on('data', function (this: net.Socket) {
      this.resetAndDestroy();
    });
    await all;
    expect(new Set(reasons.map(({ code }) => code))).toEqual(new Set(['framing', 'wire_error']));
    expect(reasons.map(({ looksLike }) => looksLike)).toContain('HTTP');
    expect(await link.request({ command: 'submit' })).toMatchObject({ command: 'submit_resp' });
    await link.close();
  });

  it('a half-closed peer still gets the answers to what it sent', async () => {
    const server = await serve();
    const socket = net.connect(server.port, host);
    socket.end(protocol.encode({ command: 'enquire', number: 5 }));
    const chunks: Uint8Array[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    const answer = Buffer.concat(chunks);
    expect(protocol.decodeFrame(answer, 0, answer.length)).toMatchObject({ command: 'enquire_resp', number: 5 });
  });

  it('server stop: closes every link in good order, and may be called twice', async () => {
    const server = await serve();
    const links = await Promise.all([call({ port: server.port }), call({ port: server.port })]);
    const ends = links.map(end);
    await Promise.all([server.close(), server.close()]);
    expect(await Promise.all(ends)).toMatchObject([
      { code: 'goodbye', by: 'peer' },
      { code: 'goodbye', by: 'peer' },
    ]);
    await expect(connect({ host, port: server.port }, protocol)).rejects.toMatchObject({ code: 'connect' });
  });
});

describe('TLS', () => {
  const { key, cert } = certificate('localhost');

  it('carries a session, the certificate verified', async () => {
    const server = await listen({ port: 0, tls: { key, cert } }, protocol, () => echo);
    servers.push(server);
    const link = await call({ host: 'localhost', port: server.port, tls: { ca: cert } });
    const text = 'x'.repeat(60_000);
    expect(await link.request({ command: 'submit', text })).toMatchObject({ text: `re ${text}` });
    await link.close();
  });

  it('handshake failure: a certificate that nobody vouches for is refused unless the caller says otherwise', async () => {
    const errors: unknown[] = [];
    const server = await serve({ tls: { key, cert }, onError: (error) => errors.push(error) });
    await expect(connect({ host, port: server.port, tls: true }, protocol)).rejects.toMatchObject({
      code: 'connect',
      cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    const wrongName = connect({ host, port: server.port, tls: { ca: cert, servername: 'other.example' } }, protocol);
    await expect(wrongName).rejects.toMatchObject({ cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' } });
    const link = await call({ port: server.port, tls: { rejectUnauthorized: false } });
    await link.close();
  });

  it('a client that speaks no TLS is told of and harms nothing', async () => {
    let told: (error: unknown) => void = () => {};
    const error = new Promise((resolve) => (told = resolve));
    const server = await serve({ tls: { key, cert }, onError: (one) => told(one) });
    const link = await connect({ host, port: server.port }, protocol);
    const bind = link.request({ command: 'bind' });
    await expect(bind).rejects.toMatchObject({ code: 'closed' });
    expect(await error).toBeInstanceOf(Error);
    const good = await call({ host: 'localhost', port: server.port, tls: { ca: cert } });
    await good.close();
  });

  it('a TLS client at a plain port is named as such', async () => {
    let told: (reason: CloseReason) => void = () => {};
    const reason = new Promise<CloseReason>((resolve) => (told = resolve));
    const server = await serve({}, () => ({ ...echo, onClose: (why) => told(why) }));
    await expect(connect({ host, port: server.port, tls: true }, protocol)).rejects.toMatchObject({ code: 'connect' });
    expect(await reason).toMatchObject({ code: 'framing', looksLike: 'TLS' });
  });

  it('a handshake that hangs does not keep a server from closing', async () => {
    const server = await serve({ tls: { key, cert } });
    const socket = net.connect(server.port, host).on('error', () => {});
    await once(socket, 'connect');
    await server.close();
    if (!socket.destroyed) await once(socket, 'close');
    expect(server.links.size).toBe(0);
  });
});
