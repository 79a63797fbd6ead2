import { commandStatus, formatTime, type SmppInput } from '@smswire/smpp';
import type { Received } from '../../smpp/codec.js';
import { isFinal } from '../message.js';
import type { Peer } from '../peer.js';
import { beginning } from './beginning.js';
import type { Desk } from './desk.js';
import { find } from './find.js';
import { refusal } from './refusal.js';

export function querySm(pdu: Received<'query_sm'>, { systemId }: Peer, { store }: Desk): SmppInput {
  const message = find(store, pdu, systemId);
  if (message === undefined) return refusal(pdu, commandStatus.ESME_RQUERYFAIL);
  const { id, done, state } = message;
  return { command: 'query_sm_resp', messageId: id, finalDate: formatTime(done), messageState: state };
}

/** One message by its id; without an id all between the two addresses. SMPP 3.4 §4.9.1. */
export function cancelSm(pdu: Received<'cancel_sm'>, { systemId }: Peer, { store, delivery }: Desk): SmppInput {
  const named = pdu.messageId === '' ? undefined : find(store, pdu, systemId);
  const candidates = pdu.messageId === '' ? [...store.pending()] : named === undefined ? [] : [named];
  const meant = candidates.filter(
    (message) =>
      !isFinal(message) &&
      (pdu.messageId !== '' ||
        (message.systemId === systemId &&
          message.source.address === pdu.sourceAddr &&
          message.destinations.some(({ address }) => address === pdu.destinationAddr) &&
          (pdu.serviceType === '' || message.serviceType === pdu.serviceType))),
  );
  if (meant.length === 0) return refusal(pdu, commandStatus.ESME_RCANCELFAIL);
  for (const message of meant) delivery.cancel(message);
  return { command: 'cancel_sm_resp' };
}

export function replaceSm(pdu: Received<'replace_sm'>, peer: Peer, { store, delivery }: Desk): SmppInput {
  const message = find(store, pdu, peer.systemId);
  if (message === undefined || isFinal(message)) return refusal(pdu, commandStatus.ESME_RREPLACEFAIL);
  const status = delivery.reschedule(message, pdu, peer);
  if (status !== 0) return refusal(pdu, status);
  message.registeredDelivery = pdu.registeredDelivery;
  // replace_sm has no data_coding: the replacement is in the alphabet of the original.
  message.text = beginning({ dataCoding: message.dataCoding, shortMessage: pdu.shortMessage });
  return { command: 'replace_sm_resp' };
}
