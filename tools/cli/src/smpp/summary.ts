import { commandStatusName, type SmppInput, type SmppPdu } from '@smswire/smpp';
import { octetsOf } from '../octets.js';
import { quote } from '../quote.js';
import { textOf } from './text.js';

type Any = SmppInput | SmppPdu;
type Pdu = Readonly<Record<string, unknown>>;

/** The fields worth a look in one line, in this order, and what they are called there. */
const telling = { systemId: 'as', messageId: 'id', sourceAddr: 'from', destinationAddr: 'to' } as const;

/** A PDU in one line, under its number where it has one: `submit_sm 2 from "DEMO" to "447700900123": "Your code is 4711"`. */
export function summary(pdu: Any, number: number | undefined): string {
  const fields = pdu as Any & Pdu;
  const { command, commandStatus = 0 } = pdu;
  const parts = [number === undefined ? command : `${command} ${number}`];
  if (commandStatus !== 0 || command.endsWith('_resp') || command === 'generic_nack') {
    parts.push(commandStatus === 0 ? 'ok' : commandStatusName(commandStatus));
  }
  for (const [name, called] of Object.entries(telling)) {
    const value = fields[name];
    if (typeof value === 'string' && value !== '') parts.push(`${called} ${quote(value)}`);
  }
  const text = words(fields);
  return text === undefined ? parts.join(' ') : `${parts.join(' ')}: ${text}`;
}

function words(pdu: Pdu): string | undefined {
  const tlvs = pdu['tlvs'] as { messagePayload?: unknown } | undefined;
  for (const octets of [pdu['shortMessage'], tlvs?.messagePayload]) {
    if (octets instanceof Uint8Array && octets.length > 0) return textOf(octets, pdu) ?? octetsOf(octets.length);
  }
  return undefined;
}
