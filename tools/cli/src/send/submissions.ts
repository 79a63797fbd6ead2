import { smppFields } from '@smswire/user-data';
import type { Sent } from '../smpp/codec.js';
import { type ContentOptions, segmented } from './segmented.js';
import type { Tlvs } from './tlv-option.js';

/** The message, and the fields that all its parts share. */
export interface MessageOptions extends ContentOptions {
  readonly packed?: boolean | undefined;
  readonly carrier?: 'udh' | 'sar' | 'payload' | undefined;
  readonly dataCoding?: number | undefined;
  readonly esmClass?: number | undefined;
  readonly fields: Partial<Sent<'submit_sm'>>;
  readonly tlvs: Tlvs;
}

/** The submit_sm of each part of a message. */
export function submissions(options: MessageOptions, reference: number): Sent<'submit_sm'>[] {
  const { dataCoding, esmClass, packed, carrier } = options;
  const own = { ...(dataCoding !== undefined && { dataCoding }), ...(esmClass !== undefined && { esmClass }) };
  return smppFields(segmented(options, reference, { packed, carrier }), own).map(({ tlvs, ...fields }) => ({
    command: 'submit_sm',
    ...options.fields,
    ...fields,
    tlvs: { ...tlvs, ...options.tlvs },
  }));
}
