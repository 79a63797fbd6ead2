import { type CmppInput, type CmppPdu, type CmppVersion, versionOf } from '@smswire/cmpp';
import type { Link } from '@smswire/session';
import type { Codec } from '../../cmpp/codec.js';
import { type Server, type ServerOptions, workshop } from '../server.js';
import type { Counter } from '../unruly.js';
import type { Desk, Peer } from './desk.js';
import { idSource } from './ids.js';
import { cancel, query } from './manage.js';
import type { Message } from './message.js';
import { type Admission, admission } from './secrets.js';
import { FLOW_CONTROL, refusal, submit } from './submit.js';

export interface GatewayOptions extends ServerOptions<Codec> {
  /** @default everybody may connect */
  readonly admission?: Admission | undefined;
}

/** Makes an ISMG for testing. SPs may talk the version of `codec` or a lower one. */
export function gateway(codec: Codec, options: GatewayOptions = {}): Server<Codec> {
  const statuses = { throttled: FLOW_CONTROL, failed: FLOW_CONTROL };
  const shop = workshop<Codec, Message>(codec, options, statuses);
  const { clock, mailboxes } = shop;
  const admit = options.admission ?? admission();
  const versions = new WeakMap<Link<Codec>, CmppVersion>();
  const spoken = (link: Link<Codec>): CmppVersion => versions.get(link) ?? codec.version;
  const desk: Desk = { ...shop, versionOf: spoken, nextIds: idSource() };

  return shop.server((link): Counter<Codec> => {
    let peer: Peer | undefined;
    return {
      open(pdu) {
        if (pdu.command !== 'CMPP_CONNECT') return undefined;
        const response = admit(pdu, codec.version);
        const { sourceAddr } = pdu;
        if (response.status !== 0) return response;
        peer = { link, sourceAddr };
        versions.set(link, versionOf(pdu.version) ?? codec.version);
        // Once the response is on its way: before, the link is not open.
        clock.soon(() => mailboxes.open(sourceAddr, link), undefined);
        return response;
      },
      answer: (pdu) => peer && answer(pdu, peer, desk),
      isSubmission: ({ command }) => command === 'CMPP_SUBMIT',
      refuse,
      close: () => peer && mailboxes.close(peer.sourceAddr, link),
    };
  });
}

function answer(pdu: CmppPdu<'3.0'>, peer: Peer, desk: Desk): CmppInput<'3.0'> | undefined {
  switch (pdu.command) {
    case 'CMPP_SUBMIT':
      return submit(pdu, peer, desk);
    case 'CMPP_QUERY':
      return query(pdu, peer, desk);
    case 'CMPP_CANCEL':
      return cancel(pdu, peer, desk);
    default:
      return undefined;
  }
}

/** A QUERY cannot be refused: its response has no field for that. */
function refuse({ command }: CmppPdu<'3.0'>, result: number): CmppInput<'3.0'> | undefined {
  if (command === 'CMPP_SUBMIT') return refusal(result);
  return command === 'CMPP_CANCEL' ? { command: 'CMPP_CANCEL_RESP', successId: 1 } : undefined;
}
