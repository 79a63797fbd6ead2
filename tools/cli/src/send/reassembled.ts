import { createReassembler, type ReceivedPart, type WholeMessage } from '@smswire/user-data';
import { octetsOf } from '../octets.js';
import { quote } from '../quote.js';
import type { Say } from '../traffic.js';

/** Puts messages together from their parts, and says each when it is whole. `textOf` reads one; undefined for octets. */
export function reassembled<Pdu>(
  partOf: (pdu: Pdu) => ReceivedPart,
  textOf: (pdu: Pdu, parts: WholeMessage['parts']) => string | undefined,
  say: Say,
): (pdu: Pdu) => void {
  const reassembler = createReassembler({ maxMessages: 1000, maxBytes: 2 ** 22 });
  return (pdu) => {
    const whole = reassembler.add(partOf(pdu), performance.now());
    if (whole === undefined) return;
    const { from, to, parts, payload } = whole;
    const text = textOf(pdu, parts);
    const said = text === undefined ? octetsOf(payload.length) : quote(text);
    say(`message from ${quote(from)} to ${quote(to)}: ${said}`, {
      type: 'message',
      from,
      to,
      ...(text === undefined ? { octets: Buffer.from(payload).toString('hex') } : { text }),
    });
  };
}
