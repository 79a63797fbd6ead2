import { type Segmentation, segment, type TextAlphabet } from '@smswire/user-data';
import { Failure } from '../failure.js';
import { fromHex } from '../hex.js';
import { type PushOptions, pushOctets, pushPorts } from './push.js';

/** What a message says, and how it is cut, in any protocol. */
export interface ContentOptions {
  /** The text; with `hex` its octets as hexadecimal digits. */
  readonly text: string;
  readonly hex?: boolean | undefined;
  /** Instead of `text`: a link that a phone offers to open. */
  readonly push?: PushOptions | undefined;
  /** @default the cheapest that carries the text */
  readonly alphabet?: TextAlphabet | undefined;
  readonly referenceWidth?: 8 | 16 | undefined;
  readonly ports?: { readonly destination: number; readonly source: number } | undefined;
  /** A header of the user's own, as hexadecimal digits: the message is not split then. */
  readonly udh?: string | undefined;
}

/** Cuts a message into segments; `own` is what one protocol has to say to it. */
export function segmented(
  options: ContentOptions,
  reference: number,
  own: Pick<
    NonNullable<Parameters<typeof segment>[1]>,
    'protocol' | 'carrier' | 'packed' | 'signature' | 'signatureAt'
  >,
): Segmentation {
  const { alphabet, referenceWidth, push, udh } = options;
  const ports = options.ports ?? (push && pushPorts);
  if (udh === undefined) return segment(contentOf(options), { alphabet, referenceWidth, ports, reference, ...own });
  // In one piece, which CMPP's rules for segments know nothing of; what is too long is found in encoding.
  const cheapest = own.protocol === 'cmpp' ? (['ascii', 'ucs2'] as const) : undefined;
  const whole = segment(contentOf(options), { alphabet: alphabet ?? cheapest, packed: own.packed, carrier: 'payload' });
  return { ...whole, carrier: own.carrier ?? 'udh', parts: whole.parts.map((part) => withHeader(part, fromHex(udh))) };
}

function contentOf({ text, hex, push }: ContentOptions): string | Uint8Array {
  if (push !== undefined) return pushOctets(push);
  if (!hex) return text;
  return text === '' ? new Uint8Array(0) : fromHex(text);
}

function withHeader(part: Segmentation['parts'][number], udh: Uint8Array): Segmentation['parts'][number] {
  if (udh[0] !== udh.length - 1) {
    throw new Failure(`--udh: its first octet says ${udh[0]} octets follow, and ${udh.length - 1} do`);
  }
  const userData = new Uint8Array(udh.length + part.payload.length);
  userData.set(udh);
  userData.set(part.payload, udh.length);
  return { ...part, udh, userData };
}
