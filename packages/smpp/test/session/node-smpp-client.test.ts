import { once } from 'node:events';
import type { CloseReason } from '@smswire/session';
import { listen, type Server } from '@smswire/session/node';
import { afterEach, describe, expect, it } from 'vitest';
import { type SmppInput, type SmppPdu, commandStatus as s } from '../../src/index.js';
import type { SmppLink } from './bound.js';
import { octets, protocol } from './dialect.js';
import { answering, ask, connectPeer, type PeerSession, windowed } from './node-smpp.js';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A message centre of ours, as an application would write one. */
function serve(pdu: SmppPdu): SmppInput | undefined {
  switch (pdu.command) {
    case 'bind_transmitter':
    case 'bind_receiver':
    case 'bind_transceiver':
      return pdu.password === 'secret'
        ? { command: `${pdu.command}_resp`, systemId: 'mc', tlvs: { scInterfaceVersion: 0x34 } }
        : { command: `${pdu.command}_resp`, commandStatus: s.ESME_RINVPASWD };
    case 'submit_sm':
      if (pdu.destinationAddr === '0') return { command: 'submit_sm_resp', commandStatus: s.ESME_RTHROTTLED };
      return { command: 'submit_sm_resp', messageId: `id ${text(pdu.shortMessage)}` };
    case 'submit_multi':
      return {
        command: 'submit_multi_resp',
        messageId: `${pdu.destAddresses.length}`,
        unsuccessSmes: [{ destinationAddr: '3', errorStatusCode: s.ESME_RINVDSTADR }],
      };
    case 'data_sm':
      return { command: 'data_sm_resp', messageId: `${pdu.tlvs?.messagePayload?.length}` };
    case 'query_sm':
      return { command: 'query_sm_resp', messageId: pdu.messageId, finalDate: '260101120000000+', messageState: 2 };
    case 'cancel_sm':
    case 'replace_sm':
      return { command: `${pdu.command}_resp` };
    default:
      return undefined;
  }
}

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

async function meet(): Promise<{ peer: PeerSession; link: SmppLink; seen: SmppPdu[]; reason: Promise<CloseReason> }> {
  const seen: SmppPdu[] = [];
  let link: SmppLink | undefined;
  let close: (reason: CloseReason) => void = () => {};
  const reason = new Promise<CloseReason>((resolve) => {
    close = resolve;
  });
  const onRequest = (pdu: SmppPdu): SmppInput | undefined => {
    seen.push(pdu);
    return serve(pdu);
  };
  const server: Server<typeof protocol> = await listen({ host: '127.0.0.1', window: 100 }, protocol, (one) => {
    link = one;
    return { onRequest, onClose: close };
  });
  const peer = await connectPeer(server.port);
  ended.push(
    () => peer.destroy(),
    () => server.close(),
  );
  // The server has accepted by the time it answers.
  await ask(peer, 'enquire_link');
  return { peer, link: link as SmppLink, seen, reason };
}

const credentials = { system_id: 'esme', password: 'secret', interface_version: 0x34 };

describe('the npm package smpp as client of our server', () => {
  it.each(['bind_transmitter', 'bind_receiver', 'bind_transceiver'])(
    '%s, enquire_link both ways, unbind',
    async (bind) => {
      const { peer, link, seen, reason } = await meet();
      answering(peer);
      const refused = await ask(peer, bind, { ...credentials, password: 'guess' });
      expect([refused.command, refused.command_status]).toEqual([`${bind}_resp`, s.ESME_RINVPASWD]);
      const bound = await ask(peer, bind, credentials);
      expect(bound).toMatchObject({ command_status: 0, system_id: 'mc', sc_interface_version: 0x34 });
      expect(seen.at(-1)).toMatchObject({
        command: bind,
        systemId: 'esme',
        password: 'secret',
        interfaceVersion: 0x34,
      });
      expect((await ask(peer, 'enquire_link')).command).toBe('enquire_link_resp');
      expect((await link.request({ command: 'enquire_link' })).command).toBe('enquire_link_resp');
      expect((await ask(peer, 'unbind')).command).toBe('unbind_resp');
      peer.close();
      expect(await reason).toMatchObject({ code: 'goodbye', by: 'peer' });
    },
  );

  it('our unbind is answered, and that is the end of it', async () => {
    const { peer, link, reason } = await meet();
    answering(peer);
    await ask(peer, 'bind_transceiver', credentials);
    const gone = once(peer, 'close');
    await link.close();
    await gone;
    expect(await reason).toMatchObject({ code: 'goodbye', by: 'us' });
  });

  it('several commands carry their fields, TLVs and statuses across', async () => {
    const { peer, seen } = await meet();
    expect((await ask(peer, 'submit_sm')).command_status).toBe(s.ESME_RINVBNDSTS);
    await ask(peer, 'bind_transceiver', credentials);
    expect((await ask(peer, 'bind_transceiver', credentials)).command_status).toBe(s.ESME_RALYBND);

    const address = { source_addr: 'smswire', source_addr_ton: 5, destination_addr: '447700900123' };
    const submitted = await ask(peer, 'submit_sm', {
      ...address,
      short_message: Buffer.from('hi'),
      registered_delivery: 1,
      user_message_reference: 7,
      callback_num: [Buffer.from([1, 2, 3, 4])],
    });
    expect(submitted).toMatchObject({ command_status: 0, message_id: 'id hi' });
    expect(seen.at(-1)).toMatchObject({
      sourceAddr: 'smswire',
      sourceAddrTon: 5,
      destinationAddr: '447700900123',
      registeredDelivery: 1,
      tlvs: { userMessageReference: 7, callbackNum: [{ length: 4 }] },
    });

    const throttled = await ask(peer, 'submit_sm', { destination_addr: '0', short_message: Buffer.from('hi') });
    expect(throttled.command_status).toBe(s.ESME_RTHROTTLED);

    const dest_address = [{ destination_addr: '1' }, { dl_name: 'list' }];
    const multi = await ask(peer, 'submit_multi', { dest_address, short_message: Buffer.from('hi') });
    expect(multi).toMatchObject({
      message_id: '2',
      unsuccess_sme: [{ destination_addr: '3', error_status_code: s.ESME_RINVDSTADR }],
    });
    expect(seen.at(-1)).toMatchObject({
      destAddresses: [
        { destFlag: 1, destinationAddr: '1' },
        { destFlag: 2, dlName: 'list' },
      ],
    });

    const data = await ask(peer, 'data_sm', { ...address, message_payload: Buffer.alloc(10_000) });
    expect(data).toMatchObject({ command_status: 0, message_id: '10000' });
    const queried = await ask(peer, 'query_sm', { message_id: 'abc', source_addr: '1' });
    expect(queried).toMatchObject({ message_id: 'abc', message_state: 2, error_code: 0 });
    expect(queried['final_date']).toEqual(new Date('2026-01-01T12:00:00Z'));
    for (const command of ['cancel_sm', 'replace_sm']) {
      expect(await ask(peer, command, { message_id: 'abc' })).toMatchObject({
        command: `${command}_resp`,
        command_status: 0,
      });
    }
    expect((await ask(peer, 'broadcast_sm')).command_status).toBe(s.ESME_RINVCMDID);
    expect((await ask(peer, 'deliver_sm')).command_status).toBe(s.ESME_RINVBNDSTS);
  });

  it.each([1, 10, 100])('300 submits and 300 delivers, %d at once each way', async (width) => {
    const { peer, link } = await meet();
    const delivered = answering(peer);
    await ask(peer, 'bind_transceiver', credentials);
    const ids = Array.from({ length: 300 }, (_, i) => `id ${i}`);
    const [up, down] = await Promise.all([
      windowed(300, width, (i) => ask(peer, 'submit_sm', { short_message: Buffer.from(`${i}`) })),
      windowed(300, width, (i) => link.request({ command: 'deliver_sm', shortMessage: octets(`${i}`) })),
    ]);
    expect(up.map((pdu) => pdu['message_id'])).toEqual(ids);
    expect(down.every(({ commandStatus }) => commandStatus === 0)).toBe(true);
    expect(delivered.map((pdu) => (pdu['short_message'] as { message: string }).message)).toEqual(
      ids.map((id) => id.slice(3)),
    );
    expect(link.inFlight).toBe(0);
  });
});
