import { type ReceiptCarrier, receiptOf } from '@smswire/smpp';
import { decodeSmppText, type SmppMessage, smppPart } from '@smswire/user-data';
import { contentWords, segmentWords } from '../segment-words.js';
import { receiptWords } from './receipt-words.js';

type Pdu = Readonly<Record<string, unknown>>;

/** data_coding 0 is whatever a message centre makes of it; most of them mean this. */
const defaultAlphabet = 'gsm7';

/** What the octets of a short_message or message_payload say, in words; undefined where nothing can be told. */
export function textOf(octets: Uint8Array, pdu: Pdu): string | undefined {
  if (octets.length === 0) return undefined;
  const carrier = { ...pdu, shortMessage: octets } as ReceiptCarrier & SmppMessage;
  const receipt = isFromCentre(pdu) ? receiptOf(carrier) : undefined;
  if (receipt !== undefined) return receiptWords(receipt);
  return contentWords(segmentWords(smppPart(carrier)), plainText(carrier));
}

const isFromCentre = ({ command }: Pdu): boolean => command === 'deliver_sm' || command === 'data_sm';

/** The text of a message or of all its parts; undefined for octets, and for what this platform cannot read. */
export function plainText(message: Parameters<typeof decodeSmppText>[0]): string | undefined {
  try {
    return decodeSmppText(message, { defaultAlphabet }).text;
  } catch {
    return undefined;
  }
}
