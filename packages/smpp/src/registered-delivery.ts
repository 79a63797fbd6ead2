import { bitsOf } from './bounds.js';
import { names } from './names.js';

export interface RegisteredDelivery {
  /** Bits 1–0, which outcomes the MC sends a receipt for. `success` alone is new in 5.0. */
  receipt: 'none' | 'always' | 'failure' | 'success';
  /** Bits 3–2, which acknowledgements are asked of the recipient: by the device, by its user. */
  smeAck: 'none' | 'delivery' | 'user' | 'both';
  /** Bit 4. The prose of 3.4 says bit 5; its diagram, 5.0 and the field say 0x10. */
  intermediate: boolean;
  /** Bits 7–5 in place, where any is set. */
  reserved?: number;
}

const receipts = names('registeredDelivery.receipt', { none: 0, always: 1, failure: 2, success: 3 }, 0x03);
const acks = names('registeredDelivery.smeAck', { none: 0, delivery: 0x04, user: 0x08, both: 0x0c }, 0x0c);
const INTERMEDIATE = 0x10;
const RESERVED = 0xe0;

/** The bits of `registered_delivery`. SMPP 3.4 §5.2.17, 5.0 §4.7.21. */
export const registeredDelivery = {
  read(octet: number): RegisteredDelivery {
    const reserved = octet & RESERVED;
    return {
      receipt: receipts.read(octet & 0x03) as RegisteredDelivery['receipt'],
      smeAck: acks.read(octet & 0x0c) as RegisteredDelivery['smeAck'],
      intermediate: (octet & INTERMEDIATE) !== 0,
      ...(reserved !== 0 && { reserved }),
    };
  },

  /** @throws PduError `range` */
  write({
    receipt = 'none',
    smeAck = 'none',
    intermediate = false,
    reserved = 0,
  }: Partial<RegisteredDelivery>): number {
    const rest = bitsOf('registeredDelivery.reserved', reserved, RESERVED);
    return receipts.write(receipt) | acks.write(smeAck) | (intermediate ? INTERMEDIATE : 0) | rest;
  },
};
