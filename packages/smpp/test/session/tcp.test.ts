import type { CloseReason } from '@smswire/session';
import { connect, listen, type Server } from '@smswire/session/node';
import { afterEach, describe, expect, it } from 'vitest';
import { certificate } from '../../../session/test/certificate.js';
import { commandStatus, type SmppInput, type SmppPdu, smpp } from '../../src/index.js';
import { answer, type SmppHandlers, type SmppLink } from './bound.js';
import { octets, protocol } from './dialect.js';

const host = '127.0.0.1';
const credentials = { systemId: 'esme', password: 'secret' };
const servers: Server<typeof protocol>[] = [];

/** An MC with what it is given, and the links of those who call. */
async function messageCentre(handlers: SmppHandlers = { onRequest: answer }, options: object = {}) {
  const links: SmppLink[] = [];
  const server = await listen({ host, ...options }, protocol, (link) => {
    links.push(link);
    return handlers;
  });
  servers.push(server);
  return { port: server.port, links, server };
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('over TCP', () => {
  it('500 requests in flight each way are all settled, each with its own answer', async () => {
    const { port, links } = await messageCentre(undefined, { window: 500 });
    const esme = await connect({ host, port, window: 500 }, protocol, { onRequest: answer });
    expect((await esme.request({ command: 'bind_transceiver', ...credentials })).systemId).toBe('mc');
    const mc = links[0] as SmppLink;
    const texts = Array.from({ length: 500 }, (_, i) => `${i}`);
    const submitted = texts.map((text) => esme.request({ command: 'submit_sm', shortMessage: octets(text) }));
    const delivered = texts.map((text) => mc.request({ command: 'deliver_sm', shortMessage: octets(text) }));
    expect([esme.inFlight, mc.inFlight]).toEqual([500, 500]);
    expect((await Promise.all(submitted)).map(({ messageId }) => messageId)).toEqual(texts);
    expect((await Promise.all(delivered)).map(({ messageId }) => messageId)).toEqual(texts);
    expect([esme.inFlight, mc.inFlight]).toEqual([0, 0]);
    await esme.close();
  });

  it('PDUs of 64 kB go through in both directions', async () => {
    const echo = (pdu: SmppPdu): SmppInput | undefined =>
      pdu.command === 'data_sm'
        ? { command: 'data_sm_resp', messageId: `${pdu.tlvs?.messagePayload?.length}` }
        : answer(pdu);
    const { port, links } = await messageCentre({ onRequest: echo });
    const esme = await connect({ host, port }, protocol, { onRequest: echo });
    await esme.request({ command: 'bind_transceiver', ...credentials });
    const big: SmppInput = { command: 'data_sm', tlvs: { messagePayload: new Uint8Array(65_000) } };
    const all = [esme, links[0] as SmppLink].flatMap((link) => Array.from({ length: 20 }, () => link.request(big)));
    expect(new Set((await Promise.all(all)).map((pdu) => (pdu as { messageId?: string }).messageId))).toEqual(
      new Set(['65000']),
    );
    await esme.close();
  });

  it('bad credentials: the MC refuses, the ESME learns why and may try again', async () => {
    const onRequest = (pdu: SmppPdu): SmppInput | undefined => {
      if (pdu.command !== 'bind_transceiver' || pdu.password === 'secret') return answer(pdu);
      return { command: 'bind_transceiver_resp', commandStatus: commandStatus.ESME_RINVPASWD };
    };
    const { port } = await messageCentre({ onRequest });
    const esme = await connect({ host, port }, protocol);
    const bind = (password: string) => esme.request({ command: 'bind_transceiver', systemId: 'esme', password });
    expect((await bind('guess')).commandStatus).toBe(commandStatus.ESME_RINVPASWD);
    expect((await bind('secret')).commandStatus).toBe(0);
    await esme.close();
  });

  it('the MC denies a connection: the bind fails with the reason, and others are served', async () => {
    const allowed = new Set<string>();
    const server = await listen({ host }, protocol, (link) => {
      allowed.add(link.remote);
      return allowed.size === 1 ? undefined : { onRequest: answer };
    });
    servers.push(server);
    const call = () => connect({ host, port: server.port }, protocol);
    const denied = (await call()).request({ command: 'bind_transceiver', ...credentials });
    await expect(denied).rejects.toMatchObject({ code: 'closed', reason: { by: 'peer' } });
    const esme = await call();
    expect((await esme.request({ command: 'bind_transceiver', ...credentials })).commandStatus).toBe(0);
    await esme.close();
  });

  it('a bad port is refused with the cause, and the listener that was there is gone once closed', async () => {
    const { port, server } = await messageCentre();
    await Promise.all([server.close(), server.close()]);
    await expect(connect({ host, port }, protocol)).rejects.toMatchObject({
      code: 'connect',
      cause: { code: 'ECONNREFUSED' },
    });
  });

  it('unbind of the MC: each ESME answers it, and knows that it was no accident', async () => {
    const { port, server } = await messageCentre();
    const reasons: CloseReason[] = [];
    const links = await Promise.all(
      [1, 2, 3].map(() => connect({ host, port }, protocol, { onClose: (reason) => reasons.push(reason) })),
    );
    await Promise.all(links.map((link) => link.request({ command: 'bind_transceiver' })));
    await server.close();
    await Promise.all(links.map((link) => link.close()));
    expect(reasons).toMatchObject(Array(3).fill({ code: 'goodbye', by: 'peer' }));
  });
});

it('over TLS, as over TCP', async () => {
  const { key, cert } = certificate('localhost');
  const { port } = await messageCentre(undefined, { host: undefined, tls: { key, cert } });
  const esme = await connect({ port, tls: { ca: cert } }, smpp({ version: '3.4' }));
  await esme.request({ command: 'bind_transceiver', ...credentials });
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((text) => esme.request({ command: 'submit_sm', shortMessage: octets(text) })),
  );
  expect(answers.map(({ messageId }) => messageId)).toEqual(['a', 'b', 'c']);
  await esme.close();
});
