import { decodeUdh, type ReceivedPart, readHeader } from '@smswire/user-data';
import { quote } from './quote.js';

/** What the header, or what stands in its place beside the octets, says of the segment; undefined for nothing. */
export function segmentWords({ udh, sar }: Pick<ReceivedPart, 'udh' | 'sar'>): string | undefined {
  const { concatenation = sar, ports } = readHeader(decodeUdh(udh ?? new Uint8Array(0)));
  const words = [
    concatenation && `part ${concatenation.sequence} of ${concatenation.total}, reference ${concatenation.reference}`,
    ports && `to port ${ports.destination}`,
  ];
  return joined(words, ', ');
}

/** The segment and its text, as far as there is either. */
export const contentWords = (segment: string | undefined, text: string | undefined): string | undefined =>
  joined([segment, text === undefined ? undefined : quote(text)], ': ');

function joined(words: readonly (string | undefined)[], between: string): string | undefined {
  const said = words.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(between);
}
