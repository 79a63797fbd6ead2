import type { SmppInput, SmppPdu } from '@smswire/smpp';
import { smppPart } from '@smswire/user-data';
import type { Received } from '../smpp/codec.js';
import { plainText } from '../smpp/text.js';
import type { Say } from '../traffic.js';
import { reassembled } from './reassembled.js';
import type { Receipts } from './receipts.js';

/** Answers what the message centre sends; undefined for what an ESME does not answer. */
export function incoming(receipts: Receipts, say: Say): (pdu: SmppPdu) => SmppInput | undefined {
  const message = reassembled<Received<'deliver_sm'> | Received<'data_sm'>>(
    smppPart,
    ({ dataCoding }, parts) => plainText({ dataCoding, parts }),
    say,
  );
  return (pdu) => {
    if (pdu.command !== 'deliver_sm' && pdu.command !== 'data_sm') return undefined;
    if (receipts.take(pdu) === undefined) message(pdu);
    return { command: `${pdu.command}_resp` };
  };
}
