import type { Handlers, Link } from '@smswire/session';
import { withLink } from '@smswire/session';
import { connect, listen, type Server } from '@smswire/session/node';
import { afterEach, describe, expect, it } from 'vitest';
import { type CmppPdu, type CmppVersion, login, versionOf } from '../../src/index.js';
import { account, octets, today } from './dialect.js';
import { type AnyCmpp, answering, speak } from './pair.js';

const host = '127.0.0.1';
const servers: Server<AnyCmpp>[] = [];

/** Listens, and keeps the links of those who call and what they send. */
async function serve(version: CmppVersion, options: object = {}, handlers: Handlers<AnyCmpp> = {}) {
  const links: Link<AnyCmpp>[] = [];
  const got: string[] = [];
  const server = await listen({ host, ...options }, speak(version), (link) => {
    links.push(link);
    return { onRequest: answering(version), onReceive: (pdu: CmppPdu) => void got.push(pdu.command), ...handlers };
  });
  servers.push(server);
  return { port: server.port, links, got, server };
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe.each(['2.0', '3.0'] as const)('CMPP %s over TCP', (version) => {
  const enter = (link: Link<AnyCmpp>) => login(link, { ...account, version, now: today, verify: 'strict' });

  it('500 requests in flight each way are all settled, each with its own answer', async () => {
    const { port, links } = await serve(version, { window: 500 });
    const sp = await connect({ host, port, window: 500 }, speak(version), { onRequest: answering() });
    expect((await enter(sp)).status).toBe(0);
    const ismg = links[0] as Link<AnyCmpp>;
    const ids = Array.from({ length: 500 }, (_, i) => BigInt(i));
    const submitted = ids.map(() => sp.request({ command: 'CMPP_SUBMIT', destTerminalIds: ['13800138000'] }));
    const delivered = ids.map((msgId) =>
      ismg.request({ command: 'CMPP_DELIVER', msgId, msgContent: octets(`${msgId}`) }),
    );
    expect([sp.inFlight, ismg.inFlight]).toEqual([500, 500]);
    // The gateway's id of a message is the number that it came under; CONNECT had the first.
    expect((await Promise.all(submitted)).map(({ msgId }) => msgId)).toEqual(ids.map((id) => id + 2n));
    expect((await Promise.all(delivered)).map(({ msgId }) => msgId)).toEqual(ids);
    expect([sp.inFlight, ismg.inFlight]).toEqual([0, 0]);
    await sp.close();
  });

  it('a SUBMIT to 99 recipients goes through', async () => {
    const seen: CmppPdu[] = [];
    const onReceive = (pdu: CmppPdu): void => void seen.push(pdu);
    const { port } = await serve(version, {}, { onReceive });
    const destTerminalIds = Array.from({ length: 99 }, (_, i) => `${13800138000 + i}`);
    const sp = await connect({ host, port }, speak(version));
    await enter(sp);
    expect(await sp.request({ command: 'CMPP_SUBMIT', destTerminalIds })).toMatchObject({ result: 0 });
    expect(seen[1]).toMatchObject({ command: 'CMPP_SUBMIT', destTerminalIds });
    await sp.close();
  });

  it('a short connection: connect, CONNECT, one request, TERMINATE, close', async () => {
    const { port, got, server } = await serve(version);
    for (let i = 0; i < 3; i++) {
      const response = await withLink(connect({ host, port }, speak(version)), async (link) => {
        await enter(link);
        return link.request({ command: 'CMPP_SUBMIT', destTerminalIds: ['13800138000'] });
      });
      expect(response).toMatchObject({ command: 'CMPP_SUBMIT_RESP', result: 0 });
    }
    expect(got).toEqual(Array(3).fill(['CMPP_CONNECT', 'CMPP_SUBMIT', 'CMPP_TERMINATE']).flat());
    expect([...server.links].every(({ closed }) => closed)).toBe(true);
  });

  it('the provider may be the server: the gateway calls, and both send as ever', async () => {
    const { port, links } = await serve(version);
    const gateway = await connect({ host, port }, speak(version), { onRequest: answering() });
    expect((await enter(gateway)).status).toBe(0);
    const provider = links[0] as Link<AnyCmpp>;
    expect(await gateway.request({ command: 'CMPP_DELIVER', msgId: 7n })).toMatchObject({ msgId: 7n, result: 0 });
    expect(await provider.request({ command: 'CMPP_SUBMIT' })).toMatchObject({ msgId: 1n, result: 0 });
    await provider.close();
    await gateway.close();
    expect([gateway.closed, provider.closed]).toEqual([true, true]);
  });
});

it('a client of 3.0 comes back to a server of 2.0 in the version that it named', async () => {
  const { port } = await serve('2.0');
  const attempt = (version: CmppVersion) =>
    withLink(connect({ host, port }, speak(version)), async (link) => {
      const { status, version: highest } = await login(link, { ...account, version, now: today });
      const result = status === 0 ? (await link.request({ command: 'CMPP_SUBMIT' })).result : undefined;
      return { status, highest, result };
    });
  const refused = await attempt('3.0');
  expect(refused).toEqual({ status: 4, highest: 0x20, result: undefined });
  expect(await attempt(versionOf(refused.highest) as CmppVersion)).toEqual({ status: 0, highest: 0x20, result: 0 });
});

it('who sends what is no CMPP ends his own connection, and no other', async () => {
  const { port, links } = await serve('3.0');
  const sp = await connect({ host, port }, speak('3.0'));
  await login(sp, { ...account, version: '3.0', now: today });
  const reasons: unknown[] = [];
  for (const text of ['GET / HTTP/1.1\r\n\r\n', '\x00\x00\x00\x0b', '\xff\xff\xff\xff', '\x00\x00\x00\x00']) {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    // A codec that writes these octets for anything at all.
    const encodeInto: AnyCmpp['encodeInto'] = (_, target, offset) => {
      target.set(bytes, offset);
      return offset + bytes.length;
    };
    const stranger = await connect({ host, port }, { ...speak('3.0'), encodeInto });
    const closed = stranger.request({ command: 'CMPP_CONNECT' }).catch((error: { code: string }) => error.code);
    expect(await closed).toBe('closed');
    reasons.push(links.at(-1)?.closed);
  }
  expect(reasons).toEqual([true, true, true, true]);
  expect(await sp.request({ command: 'CMPP_SUBMIT' })).toMatchObject({ result: 0 });
  await sp.close();
});
