import { type Segmentation, segment, smppFields, type TextAlphabet } from '@smswire/user-data';
import { Failure } from '../failure.js';
import { fromHex } from '../hex.js';
import type { Sent } from '../smpp/codec.js';
import type { Tlvs } from './tlv-option.js';

/** The message, and the fields that all its parts share. */
export interface MessageOptions {
  /** The text; with `hex` its octets as hexadecimal digits. */
  readonly text: string;
  readonly hex?: boolean | undefined;
  /** @default the cheapest of gsm7 and ucs2 */
  readonly alphabet?: TextAlphabet | undefined;
  readonly packed?: boolean | undefined;
  readonly carrier?: 'udh' | 'sar' | 'payload' | undefined;
  readonly referenceWidth?: 8 | 16 | undefined;
  readonly ports?: { readonly destination: number; readonly source: number } | undefined;
  /** A header of the user's own, as hexadecimal digits: the message is not split then. */
  readonly udh?: string | undefined;
  readonly dataCoding?: number | undefined;
  readonly esmClass?: number | undefined;
  readonly fields: Partial<Sent<'submit_sm'>>;
  readonly tlvs: Tlvs;
}

/** The submit_sm of each part of a message. */
export function submissions(options: MessageOptions, reference: number): Sent<'submit_sm'>[] {
  const { dataCoding, esmClass } = options;
  const own = { ...(dataCoding !== undefined && { dataCoding }), ...(esmClass !== undefined && { esmClass }) };
  return smppFields(segmented(options, reference), own).map(({ tlvs, ...fields }) => ({
    command: 'submit_sm',
    ...options.fields,
    ...fields,
    tlvs: { ...tlvs, ...options.tlvs },
  }));
}

function segmented(options: MessageOptions, reference: number): Segmentation {
  const { text, hex, alphabet, packed, carrier, referenceWidth, ports, udh } = options;
  const message = hex ? (text === '' ? new Uint8Array(0) : fromHex(text)) : text;
  if (udh === undefined) {
    return segment(message, { alphabet, packed, carrier, referenceWidth, ports, reference });
  }
  const whole = segment(message, { alphabet, packed, carrier: 'payload' });
  return { ...whole, carrier: carrier ?? 'udh', parts: whole.parts.map((part) => withHeader(part, fromHex(udh))) };
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
