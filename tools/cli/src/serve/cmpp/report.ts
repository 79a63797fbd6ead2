import { type CmppVersion, encodeReport, formatReportTime } from '@smswire/cmpp';
import type { Sent } from '../../cmpp/codec.js';
import type { Message } from './message.js';

/** The report of a message that has reached its end, under an id of its own. CMPP 3.0 §8.4.5.1. */
export function reportOf(message: Message, own: bigint, version: CmppVersion): Sent<'CMPP_DELIVER'> {
  const { msgId, stat, submitted, done = submitted, destTerminalId, serviceId, srcId } = message;
  const times = { submitTime: formatReportTime(submitted), doneTime: formatReportTime(done) };
  return {
    command: 'CMPP_DELIVER',
    msgId: own,
    destId: srcId,
    serviceId,
    srcTerminalId: destTerminalId,
    registeredDelivery: 1,
    msgContent: encodeReport({ msgId, stat, ...times, destTerminalId, smscSequence: Number(msgId & 0xffffn) }, version),
  };
}
