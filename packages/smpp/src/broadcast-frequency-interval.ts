import { integer, octetsWithin } from './bounds.js';
import { names } from './names.js';

const units = names('broadcastFrequencyInterval.unit', {
  asOftenAsPossible: 0x00,
  seconds: 0x08,
  minutes: 0x09,
  hours: 0x0a,
  days: 0x0b,
  weeks: 0x0c,
  months: 0x0d,
  years: 0x0e,
});

export interface BroadcastFrequencyInterval {
  unit: ReturnType<typeof units.read>;
  /** Units between two broadcasts, 0 to 65535; 0 where the unit is `asOftenAsPossible`. */
  count: number;
}

/** `broadcast_frequency_interval`, three octets. SMPP 5.0 §4.8.4. */
export const broadcastFrequencyInterval = {
  units: units.values,

  /** @throws PduError `length` */
  read(octets: Uint8Array): BroadcastFrequencyInterval {
    const [unit = 0, high = 0, low = 0] = octetsWithin('broadcastFrequencyInterval', octets, 3, 3);
    return { unit: units.read(unit), count: (high << 8) | low };
  },

  /** @throws PduError `range` */
  write({ unit, count }: BroadcastFrequencyInterval): Uint8Array {
    const period = integer('broadcastFrequencyInterval.count', count, 0xffff);
    return Uint8Array.of(units.write(unit), period >> 8, period & 0xff);
  },
};
