import type { CloseReason } from '@smswire/session';
import { connect } from '@smswire/session/node';
import { afterEach, describe, expect, it } from 'vitest';
import { type SmppPdu, commandStatus as s } from '../../src/index.js';
import { answer, type SmppLink } from './bound.js';
import { octets, protocol } from './dialect.js';
import { answering, ask, listenPeer, type PeerPdu, type PeerSession, windowed } from './node-smpp.js';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

/** What a message centre written with it answers. */
function serve(pdu: PeerPdu): object {
  switch (pdu.command) {
    case 'bind_transmitter':
    case 'bind_receiver':
    case 'bind_transceiver':
      return pdu['password'] === 'secret' ? { system_id: 'mc' } : { command_status: s.ESME_RINVPASWD };
    case 'submit_sm':
      return pdu['destination_addr'] === '0'
        ? { command_status: s.ESME_RTHROTTLED }
        : { message_id: `id ${(pdu['short_message'] as { message: string }).message}` };
    case 'submit_multi':
      return { message_id: 'm', unsuccess_sme: [{ destination_addr: '3', error_status_code: s.ESME_RINVDSTADR }] };
    case 'data_sm':
      return { message_id: `${(pdu['message_payload'] as { message: Uint8Array }).message.length}` };
    case 'query_sm':
      return { message_id: pdu['message_id'], final_date: new Date('2026-01-01T12:00:00Z'), message_state: 2 };
    default:
      return {};
  }
}

async function meet(): Promise<{
  link: SmppLink;
  peer: PeerSession;
  seen: PeerPdu[];
  delivered: SmppPdu[];
  reason: Promise<CloseReason>;
}> {
  let seen: PeerPdu[] = [];
  const server = await listenPeer((session) => {
    seen = answering(session, serve);
  });
  const delivered: SmppPdu[] = [];
  let close: (reason: CloseReason) => void = () => {};
  const reason = new Promise<CloseReason>((resolve) => {
    close = resolve;
  });
  const link = await connect({ host: '127.0.0.1', port: server.port, window: 100 }, protocol, {
    onRequest: (pdu) => {
      delivered.push(pdu);
      return answer(pdu);
    },
    onClose: close,
  });
  ended.push(
    () => link.destroy(),
    () => server.close(),
  );
  return { link, peer: await server.session, seen, delivered, reason };
}

const credentials = { systemId: 'esme', password: 'secret', interfaceVersion: 0x34 };

describe('the npm package smpp as server of our client', () => {
  it.each(['bind_transmitter', 'bind_receiver', 'bind_transceiver'] as const)(
    '%s, enquire_link both ways, unbind',
    async (command) => {
      const { link, peer, seen, reason } = await meet();
      const refused = await link.request({ command, systemId: 'esme', password: 'guess' });
      expect([refused.command, refused.commandStatus]).toEqual([`${command}_resp`, s.ESME_RINVPASWD]);
      expect(link.state).toBeUndefined();
      const bound = await link.request({ command, ...credentials });
      expect(bound).toMatchObject({ commandStatus: 0, systemId: 'mc' });
      // It leaves sc_interface_version out.
      expect(bound.tlvs).toBeUndefined();
      expect(seen.at(-1)).toMatchObject({ system_id: 'esme', password: 'secret', interface_version: 0x34 });
      expect((await link.request({ command: 'enquire_link' })).command).toBe('enquire_link_resp');
      expect((await ask(peer, 'enquire_link')).command).toBe('enquire_link_resp');
      await link.close();
      expect(await reason).toMatchObject({ code: 'goodbye', by: 'us' });
      expect(seen.at(-1)?.command).toBe('unbind');
    },
  );

  it('its unbind is answered, and that is the end of it', async () => {
    const { link, peer, reason } = await meet();
    await link.request({ command: 'bind_transceiver', ...credentials });
    expect((await ask(peer, 'unbind')).command).toBe('unbind_resp');
    peer.close();
    expect(await reason).toMatchObject({ code: 'goodbye', by: 'peer' });
  });

  it('several commands carry their fields, TLVs and statuses across', async () => {
    const { link, peer, seen, delivered } = await meet();
    await link.request({ command: 'bind_transceiver', ...credentials });
    const address = { sourceAddr: 'smswire', sourceAddrTon: 5, destinationAddr: '447700900123' };
    const submitted = await link.request({
      command: 'submit_sm',
      ...address,
      shortMessage: octets('hi'),
      tlvs: { userMessageReference: 7 },
    });
    expect(submitted).toMatchObject({ commandStatus: 0, messageId: 'id hi' });
    expect(seen.at(-1)).toMatchObject({
      source_addr: 'smswire',
      source_addr_ton: 5,
      destination_addr: '447700900123',
      user_message_reference: 7,
    });
    const throttled = await link.request({ command: 'submit_sm', destinationAddr: '0', shortMessage: octets('hi') });
    expect(throttled.commandStatus).toBe(s.ESME_RTHROTTLED);

    const multi = await link.request({
      command: 'submit_multi',
      destAddresses: [
        { destFlag: 1, destAddrTon: 1, destAddrNpi: 1, destinationAddr: '1' },
        { destFlag: 2, dlName: 'list' },
      ],
      shortMessage: octets('hi'),
    });
    expect(multi.unsuccessSmes).toMatchObject([{ destinationAddr: '3', errorStatusCode: s.ESME_RINVDSTADR }]);
    expect(seen.at(-1)?.['dest_address']).toMatchObject([{ destination_addr: '1' }, { dl_name: 'list' }]);

    const data = await link.request({
      command: 'data_sm',
      ...address,
      dataCoding: 4,
      tlvs: { messagePayload: new Uint8Array(10_000) },
    });
    expect(data).toMatchObject({ commandStatus: 0, messageId: '10000' });
    const queried = await link.request({ command: 'query_sm', messageId: 'abc' });
    expect(queried).toMatchObject({ messageId: 'abc', finalDate: '260101120000000+', messageState: 2 });
    expect((await link.request({ command: 'cancel_sm', messageId: 'abc' })).commandStatus).toBe(0);
    expect((await link.request({ command: 'replace_sm', messageId: 'abc' })).commandStatus).toBe(0);

    const receipt = await ask(peer, 'deliver_sm', {
      esm_class: 4,
      short_message: 'id:1 stat:DELIVRD',
      message_state: 2,
    });
    expect(receipt).toMatchObject({ command: 'deliver_sm_resp', command_status: 0 });
    expect(delivered.at(-1)).toMatchObject({ esmClass: 4, tlvs: { messageState: 2 } });
    expect((await ask(peer, 'submit_sm')).command_status).toBe(s.ESME_RINVBNDSTS);
    expect((await ask(peer, 'data_sm', { message_payload: Buffer.from('x') })).command_status).toBe(s.ESME_RINVCMDID);
  });

  it.each([1, 10, 100])('300 submits and 300 delivers, %d at once each way', async (width) => {
    const { link, peer, delivered } = await meet();
    await link.request({ command: 'bind_transceiver', ...credentials });
    const ids = Array.from({ length: 300 }, (_, i) => `${i}`);
    const [up, down] = await Promise.all([
      windowed(300, width, (i) => link.request({ command: 'submit_sm', shortMessage: octets(`${i}`) })),
      windowed(300, width, (i) => ask(peer, 'deliver_sm', { short_message: Buffer.from(`${i}`) })),
    ]);
    expect(up.map(({ messageId }) => messageId)).toEqual(ids.map((id) => `id ${id}`));
    expect(down.map((pdu) => pdu['message_id'])).toEqual(ids);
    expect(delivered).toHaveLength(300);
    expect(link.inFlight).toBe(0);
  });
});
