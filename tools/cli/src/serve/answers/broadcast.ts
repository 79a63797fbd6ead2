import { commandStatus, type SmppInput, statusForField } from '@smswire/smpp';
import type { Received } from '../../smpp/codec.js';
import { isFinal } from '../message.js';
import type { Peer } from '../peer.js';
import type { Desk } from './desk.js';
import { find } from './find.js';
import { refusal } from './refusal.js';

const mandatory = [
  'broadcastAreaIdentifier',
  'broadcastContentType',
  'broadcastRepNum',
  'broadcastFrequencyInterval',
] as const;

export function broadcastSm(pdu: Received<'broadcast_sm'>, peer: Peer, { delivery }: Desk): SmppInput {
  const missing = mandatory.find((name) => pdu.tlvs?.[name] === undefined);
  if (missing !== undefined)
    return refusal(pdu, statusForField(pdu.command, `tlvs.${missing}`, 'missing', peer.version));
  const accepted = delivery.accept(
    {
      serviceType: pdu.serviceType,
      source: { ton: pdu.sourceAddrTon, npi: pdu.sourceAddrNpi, address: pdu.sourceAddr },
      destinations: [],
      areas: (pdu.tlvs?.broadcastAreaIdentifier ?? []).map((area) => area.slice()),
      dataCoding: pdu.dataCoding,
      registeredDelivery: 0,
      text: '',
    },
    pdu,
    peer,
  );
  if (typeof accepted === 'number') return refusal(pdu, accepted);
  return { command: 'broadcast_sm_resp', messageId: accepted.id };
}

/** Per cent of an area that were reached; 255 is not known. */
const ALL = 100;
const UNKNOWN = 255;

export function queryBroadcastSm(pdu: Received<'query_broadcast_sm'>, peer: Peer, { store }: Desk): SmppInput {
  const message = find(store, pdu, peer.systemId);
  if (message?.areas === undefined) {
    return refusal(pdu, statusForField(pdu.command, '', '', peer.version));
  }
  return {
    command: 'query_broadcast_sm_resp',
    messageId: message.id,
    tlvs: {
      messageState: message.state,
      broadcastAreaIdentifier: [...message.areas],
      broadcastAreaSuccess: message.areas.map(() => (isFinal(message) ? ALL : UNKNOWN)),
    },
  };
}

export function cancelBroadcastSm(
  pdu: Received<'cancel_broadcast_sm'>,
  peer: Peer,
  { store, delivery }: Desk,
): SmppInput {
  const message = find(store, pdu, peer.systemId);
  if (message?.areas === undefined || isFinal(message)) {
    return refusal(pdu, peer.version === '5.0' ? commandStatus.ESME_RBCASTCANCELFAIL : commandStatus.ESME_RCANCELFAIL);
  }
  delivery.cancel(message);
  return { command: 'cancel_broadcast_sm_resp' };
}
