import { bitsOf } from './bounds.js';
import { names } from './names.js';

/** Bits 1–0, from an ESME to an MC; an MC leaves them 0 and their reader ignores them. */
export type MessagingMode = 'default' | 'datagram' | 'forward' | 'storeAndForward';

/**
 * Bits 5–2. Both ways: `deliveryAck` and `userAck` (an acknowledgement by the device, by its user). From an MC only:
 * `receipt`, `conversationAbort` (Korean CDMA) and `intermediate` (a notification before the final state).
 */
export type MessageType = 'default' | 'receipt' | 'deliveryAck' | 'userAck' | 'conversationAbort' | 'intermediate';

export interface EsmClass {
  mode: MessagingMode;
  /** The name, or for a reserved pattern its bits in place: 0x04 to 0x3C. */
  type: MessageType | number;
  /** Whether a user data header leads the short message. */
  udhi: boolean;
  replyPath: boolean;
}

const modes = names('esmClass.mode', { default: 0, datagram: 1, forward: 2, storeAndForward: 3 }, 0x03);
const types = names(
  'esmClass.type',
  { default: 0, receipt: 0x04, deliveryAck: 0x08, userAck: 0x10, conversationAbort: 0x18, intermediate: 0x20 },
  0x3c,
);
const fromEsme: ReadonlySet<MessageType | number> = new Set(['default', 'deliveryAck', 'userAck']);

const UDHI = 0x40;
const REPLY_PATH = 0x80;

/** The bits of `esm_class`. SMPP 3.4 §5.2.12, 5.0 §4.7.12. */
export const esmClass = {
  /** @param by who sent it: with `'ESME'`, the types that only an MC sends are reserved, and given as bits */
  read(octet: number, by?: 'ESME' | 'MC'): EsmClass {
    const bits = octet & 0x3c;
    const type = types.read(bits);
    return {
      mode: modes.read(octet & 0x03) as MessagingMode,
      type: by === 'ESME' && !fromEsme.has(type) ? bits : type,
      udhi: (octet & UDHI) !== 0,
      replyPath: (octet & REPLY_PATH) !== 0,
    };
  },

  /** @throws PduError `range` */
  write({ mode = 'default', type = 'default', udhi = false, replyPath = false }: Partial<EsmClass>): number {
    const typeBits = typeof type === 'number' ? bitsOf('esmClass.type', type, 0x3c) : types.write(type);
    return modes.write(mode) | typeBits | (udhi ? UDHI : 0) | (replyPath ? REPLY_PATH : 0);
  },

  /**
   * Whether the message is an MC delivery receipt. Looks at the bits of the type alone, since UDHI and a mode stand
   * beside them in the field (0x44), and at bit 5 not at all: some set it in receipts too (0x24).
   */
  isReceipt: (octet: number): boolean => (octet & 0x1c) === 0x04,

  /** Whether the message is an intermediate notification. */
  isIntermediate: (octet: number): boolean => (octet & 0x38) === 0x20,
};
