import type { TextAlphabet } from '../alphabet.js';
import { UserDataError } from '../errors.js';
import { nationalLanguages, tableToWrite } from '../gsm7/languages.js';
import { encodeUdh, type UdhElementInput } from '../udh/encode.js';
import { integer } from '../udh/values.js';
import { wantArray, wantMessage, wantObject, wantText } from '../wanted.js';
import { characterCut, cutAll, graphemeCut, packedCut } from './cut.js';
import { capacity } from './limits.js';
import type { SegmentOptions } from './options.js';
import { graphemeEnds, type Written, waysToWrite, writeChanged } from './written.js';

/** Where a message is cut, and what its segments' headers hold. */
export interface Plan {
  written: Written;
  carrier: 'udh' | 'sar' | 'payload';
  /** Elements of every header, but for the concatenation. */
  elements: UdhElementInput[];
  /** Octets of each header. */
  headerLength: number;
  /** Octets of text that a segment takes. */
  capacity: number;
  /** Where each segment ends, in octets of text. */
  ends: number[];
}

const CONCATENATION = { 8: 5, 16: 6 } as const;
/** What a network that turns sar_ TLVs into a header takes for it. */
const SAR_HEADER = 6;

/** The cheapest way to send a text, or octets. */
export function plan(message: string | Uint8Array, options: SegmentOptions): Plan {
  wantMessage('segment', message);
  wantObject('segment.options', options);
  check(options);
  if (typeof message !== 'string') {
    const octets: Written = { alphabet: 'binary', single: 0, locking: 0, octets: message, text: '', signature: 0 };
    return cut(octets, { ...options, graphemes: false });
  }
  const { signature = '', languages = [] } = options;
  const own: TextAlphabet[] = options.protocol === 'cmpp' ? ['ascii', 'ucs2'] : ['gsm7', 'ucs2'];
  const named = options.alphabet ?? own;
  const alphabets: readonly TextAlphabet[] = typeof named === 'string' ? [named] : named;
  wantArray('segment.alphabet', alphabets);
  for (const name of alphabets) wantText('segment.alphabet', name);
  wantText('segment.signature', signature);
  const last = alphabets.at(-1);
  if (last === undefined) throw new UserDataError('option', 'segment.alphabet', 0, 'no alphabet is allowed');
  const tables = (languages === 'all' ? nationalLanguages : languages).map((language) =>
    tableToWrite(language, 'single'),
  );

  let best: Plan | undefined;
  let tooLong: unknown;
  for (const written of waysToWrite(message, signature, alphabets, tables)) {
    try {
      const next = cut(written, options);
      if (best === undefined || cheaper(next, best)) best = next;
    } catch (error) {
      tooLong ??= error;
    }
  }
  if (best !== undefined) return best;
  if (tooLong !== undefined) throw tooLong;
  return cut(writeChanged(message, signature, last, tables, options), options);
}

function check({
  carrier = 'udh',
  protocol = 'smpp',
  languages = [],
  referenceWidth = 8,
  ...options
}: SegmentOptions): void {
  if (carrier !== 'udh' && carrier !== 'sar' && carrier !== 'payload')
    throw refused('carrier', `there is no ${String(carrier)}`);
  if (protocol !== 'smpp' && protocol !== 'cmpp') throw refused('protocol', `there is no ${String(protocol)}`);
  if (referenceWidth !== 8 && referenceWidth !== 16) throw refused('referenceWidth', 'it is 8 or 16');
  if (protocol === 'cmpp' && carrier !== 'udh') throw refused('carrier', 'CMPP has none but udh');
  if (languages !== 'all') wantArray('segment.languages', languages);
  if (languages.length > 0 && (carrier !== 'udh' || protocol === 'cmpp')) {
    throw refused('languages', 'a national table needs a header in every segment, and GSM 7 bit');
  }
  integer('segment.reference', options.reference ?? 0, 0, carrier === 'sar' || referenceWidth === 16 ? 0xffff : 0xff);
  if (options.ports !== undefined) {
    wantObject('segment.ports', options.ports);
    integer('segment.ports.destination', options.ports.destination, 0, 0xffff);
    integer('segment.ports.source', options.ports.source, 0, 0xffff);
  }
}

const refused = (option: string, message: string) => new UserDataError('option', `segment.${option}`, 0, message);

function cut(written: Written, options: SegmentOptions): Plan {
  const { carrier = 'udh', protocol = 'smpp', ports, signatureAt = 'head' } = options;
  const { alphabet, octets, signature, single, locking } = written;
  const elements: UdhElementInput[] = [];
  if (ports !== undefined && carrier === 'udh') elements.push({ name: 'ports16', value: ports });
  if (single !== 0) elements.push({ name: 'nationalLanguageSingleShift', value: { language: single } });
  if (locking !== 0) elements.push({ name: 'nationalLanguageLockingShift', value: { language: locking } });

  const alone = encodeUdh(elements).length;
  const joined = (alone || 1) + CONCATENATION[options.referenceWidth ?? 8];
  const reserve = signatureAt === 'head' ? { head: signature, tail: 0 } : { head: 0, tail: signature };
  const character = characterCut(alphabet, octets);
  const whole = options.graphemes ? graphemeCut(graphemeEnds(written), character) : character;
  const planned = (headerLength: number, each: number): Plan => {
    const where = options.packed && alphabet === 'gsm7' ? packedCut(octets, headerLength, whole) : whole;
    const ends = cutAll(octets.length, { capacity: each, ...reserve }, where);
    return { written, carrier, elements, headerLength, capacity: each, ends };
  };

  const room = capacity(protocol, carrier, alphabet, alone);
  if (octets.length + signature <= room) return planned(alone, room);
  if (carrier === 'payload') {
    throw new UserDataError('segments', 'segment', room, `message_payload takes at most ${room} octets`);
  }
  const header = carrier === 'udh' ? joined : 0;
  return planned(header, capacity(protocol, carrier, alphabet, header || SAR_HEADER));
}

function cheaper(one: Plan, other: Plan): boolean {
  return (
    one.ends.length < other.ends.length || (one.ends.length === other.ends.length && airOctets(one) < airOctets(other))
  );
}

function airOctets({ written: { alphabet, octets }, headerLength, ends }: Plan): number {
  return headerLength * ends.length + (alphabet === 'gsm7' ? Math.ceil((octets.length * 7) / 8) : octets.length);
}
