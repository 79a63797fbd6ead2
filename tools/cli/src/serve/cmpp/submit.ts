import { msgIdAt, parseAbsoluteTime } from '@smswire/cmpp';
import type { Received, Sent } from '../../cmpp/codec.js';
import type { End } from '../journeys.js';
import type { Desk, Peer } from './desk.js';
import type { Message } from './message.js';
import { reportOf } from './report.js';

type Submit = Received<'CMPP_SUBMIT'>;

/** Results: see `describeResult`. */
const STRUCTURE = 1;
export const FLOW_CONTROL = 8;
const DEST_TERMINAL_ID = 13;

const stats: Readonly<Record<End, string>> = {
  delivered: 'DELIVRD',
  undeliverable: 'UNDELIV',
  expired: 'EXPIRED',
  deleted: 'DELETED',
};

export const refusal = (result: number): Sent<'CMPP_SUBMIT_RESP'> => ({ command: 'CMPP_SUBMIT_RESP', result });

/** Takes a message in for each recipient, under ids in a row. */
export function submit(pdu: Submit, peer: Peer, desk: Desk): Sent<'CMPP_SUBMIT_RESP'> {
  const { destTerminalIds } = pdu;
  const schedule = parseAbsoluteTime(pdu.atTime);
  const expiry = parseAbsoluteTime(pdu.validTime);
  if ((pdu.atTime !== '' && !schedule) || (pdu.validTime !== '' && !expiry)) return refusal(STRUCTURE);
  if (destTerminalIds.length === 0 || destTerminalIds.includes('')) return refusal(DEST_TERMINAL_ID);
  if (desk.store.full) return refusal(FLOW_CONTROL);
  const now = new Date();
  const base = desk.nextIds(destTerminalIds.length, now);
  for (const [k, destTerminalId] of destTerminalIds.entries()) {
    const msgId = msgIdAt(base, k);
    const message: Message = {
      id: String(msgId),
      msgId,
      base,
      recipients: destTerminalIds.length,
      sourceAddr: peer.sourceAddr,
      serviceId: pdu.serviceId,
      srcId: pdu.srcId,
      destTerminalId,
      submitted: now,
      registeredDelivery: pdu.registeredDelivery,
      stat: '',
    };
    desk.store.add(message);
    desk.journeys.begin(message, desk.journeys.plan(schedule, expiry, now), (end) => finish(message, end, peer, desk));
    if (desk.echoes) sendBack(message, pdu, peer, desk);
  }
  return { command: 'CMPP_SUBMIT_RESP', msgId: base, result: 0 };
}

function finish(message: Message, end: End, { sourceAddr, link }: Peer, desk: Desk): void {
  message.stat = stats[end];
  desk.store.finish(message, new Date());
  if (message.registeredDelivery !== 1) return;
  const own = desk.nextIds(1, new Date());
  desk.mailboxes.post(sourceAddr, (taker) => reportOf(message, own, desk.versionOf(taker)), link);
}

/** Sends the message back from where it was to go. */
function sendBack(message: Message, pdu: Submit, { sourceAddr, link }: Peer, desk: Desk): void {
  const { serviceId, tpPid, tpUdhi, msgFmt, srcId } = pdu;
  const reply: Sent<'CMPP_DELIVER'> = {
    command: 'CMPP_DELIVER',
    msgId: desk.nextIds(1, message.submitted),
    destId: srcId,
    serviceId,
    tpPid,
    tpUdhi,
    msgFmt,
    srcTerminalId: message.destTerminalId,
    // 2.x has no such field, and no pseudo codes.
    srcTerminalType: pdu.destTerminalType ?? 0,
    // It may wait, and what came is a view of all that came with it.
    msgContent: pdu.msgContent.slice(),
  };
  message.returned = 'waiting';
  desk.mailboxes.post(
    sourceAddr,
    () => reply,
    link,
    (answer) => {
      const taken = answer?.command === 'CMPP_DELIVER_RESP' && answer.result === 0;
      message.returned = taken ? 'delivered' : 'failed';
    },
  );
}
