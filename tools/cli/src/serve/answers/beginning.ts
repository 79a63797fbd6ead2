import type { SmppMessage } from '@smswire/user-data';
import { plainText } from '../../smpp/text.js';

/** As much of a message's text as a receipt holds. */
export const beginning = (pdu: SmppMessage): string =>
  Array.from(plainText(pdu) ?? '')
    .slice(0, 20)
    .join('');
