import { type Handlers, Link, type LinkOptions } from '@smswire/session';
import { type ManualClock, type MemoryWire, manualClock, memoryWires } from '@smswire/session/memory';
import { settle } from '../../../session/test/cases/world.js';
import type { SmppInput, SmppPdu } from '../../src/index.js';
import { protocol } from './dialect.js';

export type SmppLink = Link<typeof protocol>;
export type SmppHandlers = Handlers<typeof protocol>;

/** Answers every request without error; the message_id is the text it came with. */
export function answer(pdu: SmppPdu): SmppInput | undefined {
  if (pdu.command === 'submit_sm' || pdu.command === 'deliver_sm') {
    const messageId = new TextDecoder().decode(pdu.shortMessage);
    return pdu.command === 'submit_sm'
      ? { command: 'submit_sm_resp', messageId }
      : { command: 'deliver_sm_resp', messageId };
  }
  return pdu.command === 'bind_transceiver' ? { command: 'bind_transceiver_resp', systemId: 'mc' } : undefined;
}

/** One bound link on a memory wire, and the other end of it, which does nothing by itself but drop what it gets. */
export async function boundTo(
  handlers: SmppHandlers = { onRequest: answer },
  options: LinkOptions = {},
  codec: typeof protocol = protocol,
): Promise<{ clock: ManualClock; link: SmppLink; peer: MemoryWire; ended: () => boolean }> {
  const clock = manualClock();
  const [ours, peer] = memoryWires({ clock });
  let over = false;
  peer.start({
    onData: () => {},
    onDrain: () => {},
    onEnd: () => peer.end(),
    onClose: () => {
      over = true;
    },
  });
  const link = new Link(ours, codec, handlers, { ...options, clock });
  peer.write(protocol.encode({ command: 'bind_transceiver' }, 1));
  await settle(clock);
  return { clock, link, peer, ended: () => over };
}
