import type { SmppInput, SmppPdu } from '@smswire/smpp';
import { createReassembler, smppPart } from '@smswire/user-data';
import { quote } from '../quote.js';
import { plainText } from '../smpp/text.js';
import type { Traffic } from '../traffic.js';
import type { Receipts } from './receipts.js';

/** Answers what the message centre sends; undefined for what an ESME does not answer. */
export function incoming(receipts: Receipts, say: Traffic['say']): (pdu: SmppPdu) => SmppInput | undefined {
  const reassembler = createReassembler({ maxMessages: 1000, maxBytes: 2 ** 22 });
  return (pdu) => {
    if (pdu.command !== 'deliver_sm' && pdu.command !== 'data_sm') return undefined;
    if (receipts.take(pdu) === undefined) {
      const whole = reassembler.add(smppPart(pdu), performance.now());
      if (whole !== undefined) {
        const { from, to, parts } = whole;
        const text = plainText({ dataCoding: pdu.dataCoding, parts });
        const said = text === undefined ? `${whole.payload.length} octets` : quote(text);
        say(`message from ${quote(from)} to ${quote(to)}: ${said}`, {
          type: 'message',
          from,
          to,
          ...(text === undefined ? { octets: Buffer.from(whole.payload).toString('hex') } : { text }),
        });
      }
    }
    return { command: `${pdu.command}_resp` };
  };
}
