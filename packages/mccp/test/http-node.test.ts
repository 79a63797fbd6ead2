import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { certificate } from '../../session/test/certificate.js';
import { mccp } from '../src/index.js';
import { fetchMedia, openGateway, queryDispatch } from '../src/node.js';
import { textOf } from './lines.js';

const codec = mccp();
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const close of open.splice(0)) await close();
});

interface Heard {
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that keeps what it hears and replies as it is told. */
async function serve(reply: (response: ServerResponse, heard: Heard) => void) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const one = { method: request.method ?? '', headers: request.headers, body: chunks.map(textOf).join('') };
    heard.push(one);
    reply(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mccp`, heard };
}

describe('the dispatch query', () => {
  it('sends one command and gives the response to it', async () => {
    const { url, heard } = await serve((response) => response.end('AQQW 1 0 sg.example:8080 \r\n'));
    expect(await queryDispatch(url, { command: 'RQQW', parameters: ['3.0', ''] }, codec)).toEqual({
      command: 'AQQW',
      trid: 1,
      status: '0',
      parameters: ['sg.example:8080', ''],
    });
    expect(heard).toMatchObject([
      {
        method: 'POST',
        body: 'RQQW 1 3.0 \r\n',
        headers: { connection: 'close', 'content-type': 'text/plain; charset=utf-8' },
      },
    ]);
  });

  it.each([
    ['', 'unanswered'],
    ['AQQW 2 0\r\n', 'unanswered'],
    ['AAT 1 0\r\n', 'unanswered'],
    ['RQQW 1\r\n', 'unanswered'],
    ['<html>\r\n', 'command'],
    ['AQQW 1 0', 'incomplete'],
  ])('rejects the reply %j: %s', async (body, code) => {
    const { url } = await serve((response) => response.end(body));
    await expect(queryDispatch(url, { command: 'RQQW' }, codec)).rejects.toMatchObject({ code });
  });

  it('rejects an HTTP status that is no success', async () => {
    const { url } = await serve((response) => response.writeHead(503).end('AQQW 1 0\r\n'));
    const query = queryDispatch(url, { command: 'RQQW' }, codec);
    await expect(query).rejects.toMatchObject({ name: 'MccpExchangeError', code: 'http_status', httpStatus: 503 });
  });

  it('says that a server cannot be reached', async () => {
    const { url } = await serve(() => {});
    for (const close of open.splice(0)) await close();
    await expect(queryDispatch(url, { command: 'RQQW' }, codec)).rejects.toMatchObject({
      code: 'network',
      cause: expect.any(Error),
    });
  });

  it.each(['data:text/plain,AQQW%201%200', 'file:///etc/hosts', 'sg.example:8080', ''])(
    'does not go to %j',
    async (address) => {
      await expect(queryDispatch(address, { command: 'RQQW' }, codec)).rejects.toMatchObject({ code: 'address' });
    },
  );
});

describe('a gateway over HTTP', () => {
  it('carries the session id from AAP on, and answers what the server asks', async () => {
    const replies = ['AAP 1 0 s-1 pic\r\n', 'ASII 2 0\r\nRCS 900 full\r\n', ''];
    const { url, heard } = await serve((response) => response.end(replies.shift()));
    const gateway = openGateway(url, codec);

    const first = await gateway.exchange([{ command: 'RAP' }]);
    expect(first.received).toMatchObject([{ command: 'AAP', trid: 1 }]);
    expect(gateway.sessionId).toBe('s-1');
    const second = await gateway.exchange([{ command: 'RSII', parameters: ['a b'] }, { command: 'RPS' }]);
    expect(second.sent.map(({ trid }) => trid)).toEqual([2, 3]);
    expect(second.received.map(({ command }) => command)).toEqual(['ASII', 'RCS']);
    await gateway.exchange([{ command: 'ACS', trid: 900 }]);

    expect(heard.map(({ body }) => body)).toEqual(['RAP 1\r\n', 'RSII 2 a%20b\r\nRPS 3\r\n', 'ACS 900 0\r\n']);
    expect(heard.map(({ headers }) => headers['sessionid'])).toEqual([undefined, 's-1', 's-1']);
  });

  it('goes on with a session it is given, and keeps it when AAP fails', async () => {
    const { url, heard } = await serve((response) => response.end('AAP 7 1\r\n'));
    const gateway = openGateway(url, codec, { sessionId: 'old', firstTrid: 7 });
    await gateway.exchange([{ command: 'RAP' }]);
    expect(heard[0]).toMatchObject({ body: 'RAP 7\r\n', headers: { sessionid: 'old' } });
    expect(gateway.sessionId).toBe('old');
  });

  it('looks for the session id where it is told to', async () => {
    const { url } = await serve((response) => response.end('AAP 1 0 pic s-2\r\n'));
    const gateway = openGateway(url, codec, { sessionIdOf: ({ parameters }) => parameters[1] });
    await gateway.exchange([{ command: 'RAP' }]);
    expect(gateway.sessionId).toBe('s-2');
  });

  it.each(['a%0D%0AX-Evil:%201', 'a%20b', 'é', ''])('takes no session id %j into a header field', async (id) => {
    const { url } = await serve((response) => response.end(`AAP 1 0 ${id}\r\n`));
    const gateway = openGateway(url, codec);
    await expect(gateway.exchange([{ command: 'RAP' }])).rejects.toMatchObject({ code: 'session_id' });
    expect(gateway.sessionId).toBeUndefined();
  });
});

describe('fetching media', () => {
  it('gives the octets and their type', async () => {
    const { url, heard } = await serve((response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end('png'),
    );
    const { bytes, contentType } = await fetchMedia(url, { headers: { 'x-mid': '5' } });
    expect([textOf(bytes), contentType]).toEqual(['png', 'image/png']);
    expect(heard).toMatchObject([{ method: 'GET', headers: { connection: 'close', 'x-mid': '5' } }]);
  });

  it('takes 2097152 octets and not one more', async () => {
    const { url } = await serve((response) => response.end(new Uint8Array(2_097_152).fill(7)));
    const { bytes } = await fetchMedia(url);
    expect(bytes.length).toBe(2_097_152);
    expect(bytes.every((octet) => octet === 7)).toBe(true);
    const { url: larger } = await serve((response) => response.end(new Uint8Array(2_097_153)));
    await expect(fetchMedia(larger)).rejects.toMatchObject({ name: 'MccpExchangeError', code: 'size' });
  });

  it('breaks off an endless reply that announces no length', async () => {
    let closed = (): void => {};
    const ended = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const { url } = await serve((response) => {
      const more = (): void => {
        while (response.write(new Uint8Array(16384)));
      };
      response.on('drain', more).on('close', closed);
      more();
    });
    await expect(fetchMedia(url, { maxBytes: 100_000 })).rejects.toMatchObject({ code: 'size' });
    await ended;
  });

  it('gathers a reply that comes in pieces', async () => {
    const pieces = ['a', 'bc', '', 'x'.repeat(10_000), 'd'];
    const { url } = await serve((response) => {
      for (const piece of pieces) response.write(piece);
      response.end();
    });
    expect(textOf((await fetchMedia(url)).bytes)).toBe(pieces.join(''));
  });

  it('gives nothing where there is nothing', async () => {
    const { url } = await serve((response) => response.writeHead(204).end());
    expect((await fetchMedia(url)).bytes).toHaveLength(0);
  });

  it('ends by the reason of its signal, before the reply and within it', async () => {
    const abort = new AbortController();
    const { url } = await serve((response) => {
      response.write('some');
      abort.abort(new Error('enough'));
    });
    await expect(fetchMedia(url, { signal: abort.signal })).rejects.toThrow('enough');
    await expect(fetchMedia(url, { signal: abort.signal })).rejects.toThrow('enough');
  });

  it('fetches over TLS by the same call, and refuses a certificate that nobody vouches for', async () => {
    const server = createTlsServer(certificate('localhost'), (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/gif' });
      response.end('GIF89a');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(() => new Promise((resolve) => server.close(() => resolve())));
    const address = `https://localhost:${(server.address() as AddressInfo).port}/`;
    await expect(fetchMedia(address)).rejects.toMatchObject({ code: 'network' });
    // fetch takes no certificate of its own; this is how the process is told to take ours.
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const { bytes, contentType } = await fetchMedia(address);
    expect([textOf(bytes), contentType]).toEqual(['GIF89a', 'image/gif']);
  });

  it('says that a reply broke off', async () => {
    const { url } = await serve((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('some', () => response.destroy());
    });
    await expect(fetchMedia(url)).rejects.toMatchObject({ code: 'network' });
  });
});
