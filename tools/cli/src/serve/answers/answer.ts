import type { SmppInput, SmppPdu } from '@smswire/smpp';
import type { Peer } from '../peer.js';
import { broadcastSm, cancelBroadcastSm, queryBroadcastSm } from './broadcast.js';
import type { Desk } from './desk.js';
import { cancelSm, querySm, replaceSm } from './manage.js';
import { dataSm, submitMulti, submitSm } from './submit.js';

/** The answer to a request of a bound ESME; undefined for one that is not answered here. */
export function answer(pdu: SmppPdu, peer: Peer, desk: Desk): SmppInput | undefined {
  switch (pdu.command) {
    case 'submit_sm':
      return submitSm(pdu, peer, desk);
    case 'submit_multi':
      return submitMulti(pdu, peer, desk);
    case 'data_sm':
      return dataSm(pdu, peer, desk);
    case 'query_sm':
      return querySm(pdu, peer, desk);
    case 'cancel_sm':
      return cancelSm(pdu, peer, desk);
    case 'replace_sm':
      return replaceSm(pdu, peer, desk);
    case 'broadcast_sm':
      return broadcastSm(pdu, peer, desk);
    case 'query_broadcast_sm':
      return queryBroadcastSm(pdu, peer, desk);
    case 'cancel_broadcast_sm':
      return cancelBroadcastSm(pdu, peer, desk);
    default:
      return undefined;
  }
}

const submissions: ReadonlySet<string> = new Set(['submit_sm', 'submit_multi', 'data_sm', 'broadcast_sm']);

/** Whether a request counts where submissions are throttled. */
export const isSubmission = ({ command }: SmppPdu): boolean => submissions.has(command);
