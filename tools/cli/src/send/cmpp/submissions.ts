import { cmppFields } from '@smswire/user-data';
import type { Sent } from '../../cmpp/codec.js';
import { type ContentOptions, segmented } from '../segmented.js';

/** The message, and the fields that all its parts share. */
export interface MessageOptions extends ContentOptions {
  readonly msgFmt?: number | undefined;
  /** Room is left for it: the gateway puts it in. */
  readonly signature?: string | undefined;
  readonly signatureAt?: 'head' | 'tail' | undefined;
  readonly fields: Partial<Sent<'CMPP_SUBMIT'>>;
}

/** The CMPP_SUBMIT of each part of a message. */
export function submissions(options: MessageOptions, reference: number): Sent<'CMPP_SUBMIT'>[] {
  const { msgFmt, signature, signatureAt } = options;
  const message = segmented(options, reference, { protocol: 'cmpp', signature, signatureAt });
  const own = msgFmt === undefined ? {} : { msgFmt };
  return cmppFields(message, own).map((fields) => ({ command: 'CMPP_SUBMIT', ...options.fields, ...fields }));
}
