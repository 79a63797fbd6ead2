import { formatQueryDate, msgIdAt } from '@smswire/cmpp';
import type { Received, Sent } from '../../cmpp/codec.js';
import type { Desk, Peer } from './desk.js';
import type { Message } from './message.js';

const FAILED = 1;

/** Gives up a message: all of a SUBMIT by the id of its response, else that of one recipient. */
export function cancel({ msgId }: Received<'CMPP_CANCEL'>, peer: Peer, desk: Desk): Sent<'CMPP_CANCEL_RESP'> {
  const named = desk.store.get(String(msgId));
  const all = named?.base === msgId ? named.recipients : 1;
  const group = Array.from({ length: all }, (_, k) => desk.store.get(String(msgIdAt(msgId, k))));
  const meant = group.filter(
    (message) => message !== undefined && message.sourceAddr === peer.sourceAddr && message.done === undefined,
  );
  for (const message of meant) desk.journeys.end(message as Message, 'deleted');
  return { command: 'CMPP_CANCEL_RESP', successId: meant.length > 0 ? 0 : FAILED };
}

const SERVICE = 1;

/** Counts what the store still holds of a day, in Beijing. */
export function query(pdu: Received<'CMPP_QUERY'>, peer: Peer, { store }: Desk): Sent<'CMPP_QUERY_RESP'> {
  const { time, queryType, queryCode } = pdu;
  const counts = { mtTlMsg: 0, mtTlusr: 0, mtScs: 0, mtWt: 0, mtFl: 0, moScs: 0, moWt: 0, moFl: 0 };
  for (const message of store.all()) {
    if (message.sourceAddr !== peer.sourceAddr || formatQueryDate(message.submitted) !== time) continue;
    if (queryType === SERVICE && message.serviceId !== queryCode) continue;
    if (message.msgId === message.base) counts.mtTlMsg++;
    counts.mtTlusr++;
    counts[message.done === undefined ? 'mtWt' : message.stat === 'DELIVRD' ? 'mtScs' : 'mtFl']++;
    const { returned } = message;
    if (returned !== undefined) counts[({ delivered: 'moScs', waiting: 'moWt', failed: 'moFl' } as const)[returned]]++;
  }
  return { command: 'CMPP_QUERY_RESP', time, queryType, queryCode, ...counts };
}
