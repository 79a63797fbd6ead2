import { type ReceiptCarrier, receiptOf } from '@smswire/smpp';
import { decodeSmppText, decodeUdh, readHeader, type SmppMessage, smppPart } from '@smswire/user-data';
import { quote } from '../quote.js';
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
  const words = [segmentWords(carrier), messageText(carrier)].filter((part) => part !== undefined).join(': ');
  return words === '' ? undefined : words;
}

const isFromCentre = ({ command }: Pdu): boolean => command === 'deliver_sm' || command === 'data_sm';

/** What the header or the TLVs say of the segment. */
function segmentWords(message: SmppMessage): string | undefined {
  const { udh, sar } = smppPart(message);
  const { concatenation = sar, ports } = readHeader(decodeUdh(udh ?? new Uint8Array(0)));
  const words = [
    concatenation && `part ${concatenation.sequence} of ${concatenation.total}, reference ${concatenation.reference}`,
    ports && `to port ${ports.destination}`,
  ];
  const said = words.filter((part) => part !== undefined).join(', ');
  return said === '' ? undefined : said;
}

function messageText(message: SmppMessage): string | undefined {
  const text = plainText(message);
  return text === undefined ? undefined : quote(text);
}

/** The text of a message or of all its parts; undefined for octets, and for what this platform cannot read. */
export function plainText(message: Parameters<typeof decodeSmppText>[0]): string | undefined {
  try {
    return decodeSmppText(message, { defaultAlphabet }).text;
  } catch {
    return undefined;
  }
}
