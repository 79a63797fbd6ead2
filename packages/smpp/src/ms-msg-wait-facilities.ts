import { bitsOf } from './bounds.js';
import { names } from './names.js';

const types = names('msMsgWaitFacilities.type', { voicemail: 0, fax: 1, email: 2, other: 3 }, 3);

export interface MsMsgWaitFacilities {
  /** Bit 7: show the indicator, or take it away. */
  active: boolean;
  /** Bits 1–0: what waits. */
  type: 'voicemail' | 'fax' | 'email' | 'other';
  /** Bits 6–2 in place, where any is set. */
  reserved?: number;
}

/** `ms_msg_wait_facilities`, one octet. SMPP 3.4 §5.3.2.13, 5.0 §4.8.4. */
export const msMsgWaitFacilities = {
  read(octet: number): MsMsgWaitFacilities {
    const reserved = octet & 0x7c;
    return {
      active: (octet & 0x80) !== 0,
      type: types.read(octet & 0x03) as MsMsgWaitFacilities['type'],
      ...(reserved !== 0 && { reserved }),
    };
  },

  /** @throws PduError `range` */
  write({ active = false, type = 'voicemail', reserved = 0 }: Partial<MsMsgWaitFacilities>): number {
    return (active ? 0x80 : 0) | types.write(type) | bitsOf('msMsgWaitFacilities.reserved', reserved, 0x7c);
  },
};
