import { octetsWithin } from './bounds.js';
import { names } from './names.js';

const types = names('subaddress.type', { nsapEven: 0x80, nsapOdd: 0x88, userSpecified: 0xa0 });

export interface Subaddress {
  type: ReturnType<typeof types.read>;
  /** 1 to 22 octets. */
  address: Uint8Array;
}

/** `source_subaddress` and `dest_subaddress`, 2 to 23 octets. SMPP 3.4 §5.3.2.15, 5.0 §4.8.4. */
export const subaddress = {
  types: types.values,

  /** @throws PduError `length` */
  read(octets: Uint8Array): Subaddress {
    octetsWithin('subaddress', octets, 2, 23);
    return { type: types.read(octets[0] as number), address: octets.subarray(1) };
  },

  /** @throws PduError `length`, `range` */
  write({ type, address }: Subaddress): Uint8Array {
    octetsWithin('subaddress.address', address, 1, 22);
    const octets = new Uint8Array(1 + address.length);
    octets[0] = types.write(type);
    octets.set(address, 1);
    return octets;
  },
};
