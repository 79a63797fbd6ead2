import { octetsWithin } from './bounds.js';
import { names } from './names.js';

const formats = names('broadcastAreaIdentifier.format', { name: 0, ellipsoidArc: 1, polygon: 2 });

export interface BroadcastAreaIdentifier {
  format: ReturnType<typeof formats.read>;
  /** The name of an area that the MC knows, or a shape as in 3GPP TS 23.032; up to 100 octets. */
  details: Uint8Array;
}

/** `broadcast_area_identifier` and `failed_broadcast_area_identifier`, 1 to 101 octets. SMPP 5.0 §4.8.4. */
export const broadcastAreaIdentifier = {
  formats: formats.values,

  /** @throws PduError `length` */
  read(octets: Uint8Array): BroadcastAreaIdentifier {
    octetsWithin('broadcastAreaIdentifier', octets, 1, 101);
    return { format: formats.read(octets[0] as number), details: octets.subarray(1) };
  },

  /** @throws PduError `length`, `range` */
  write({ format, details }: BroadcastAreaIdentifier): Uint8Array {
    octetsWithin('broadcastAreaIdentifier.details', details, 0, 100);
    const octets = new Uint8Array(1 + details.length);
    octets[0] = formats.write(format);
    octets.set(details, 1);
    return octets;
  },
};
