import { type CmppMessage, cmppPart, decodeCmppText } from '@smswire/user-data';
import { contentWords, segmentWords } from '../segment-words.js';

type Pdu = Readonly<Record<string, unknown>>;

/** What the octets of a Msg_Content say, in words; undefined where nothing can be told. */
export function textOf(octets: Uint8Array, pdu: Pdu): string | undefined {
  if (octets.length === 0) return undefined;
  const message: CmppMessage = { ...pdu, msgContent: octets };
  return contentWords(segmentWords(cmppPart(message)), plainText(message));
}

/** The text of a message or of all its parts; undefined for octets, and for what this platform cannot read. */
export function plainText(message: Parameters<typeof decodeCmppText>[0]): string | undefined {
  try {
    return decodeCmppText(message).text;
  } catch {
    return undefined;
  }
}
