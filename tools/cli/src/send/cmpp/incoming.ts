import { type CmppInput, type CmppPdu, decodeReport, isDelivered, isFinal } from '@smswire/cmpp';
import { cmppPart } from '@smswire/user-data';
import type { Received } from '../../cmpp/codec.js';
import { plainText } from '../../cmpp/text.js';
import type { Say } from '../../traffic.js';
import type { Awaited } from '../awaited.js';
import { reassembled } from '../reassembled.js';

/** Answers what the gateway sends; undefined for what an SP does not answer. */
export function incoming(reports: Awaited, say: Say): (pdu: CmppPdu<'3.0'>) => CmppInput<'3.0'> | undefined {
  const message = reassembled<Received<'CMPP_DELIVER'>>(
    cmppPart,
    ({ msgFmt }, parts) => plainText({ msgFmt, parts }),
    say,
  );
  return (pdu) => {
    if (pdu.command !== 'CMPP_DELIVER') return undefined;
    if (pdu.registeredDelivery === 1) report(reports, pdu.msgContent);
    else message(pdu);
    return { command: 'CMPP_DELIVER_RESP', msgId: pdu.msgId, result: 0 };
  };
}

function report(reports: Awaited, content: Uint8Array): void {
  const read = decodeReport(content);
  if (read !== undefined && isFinal(read.stat)) reports.come(String(read.msgId), isDelivered(read.stat));
}
