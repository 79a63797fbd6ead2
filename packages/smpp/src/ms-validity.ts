import { integer, octetsWithin } from './bounds.js';
import { names } from './names.js';
import { badValue } from './value-error.js';

const behaviours = names('msValidity.behaviour', {
  storeIndefinitely: 0,
  powerDown: 1,
  registrationArea: 2,
  displayOnly: 3,
  /** New in 5.0. */
  relativePeriod: 4,
});

const RELATIVE = behaviours.values.relativePeriod;

const units = names('msValidity.unit', { seconds: 0, minutes: 1, hours: 2, days: 3, weeks: 4, months: 5, years: 6 });

export interface MsValidity {
  behaviour: ReturnType<typeof behaviours.read>;
  /** Of the period, which only `relativePeriod` has a use for; there are four octets where it is given, else one. */
  unit?: ReturnType<typeof units.read>;
  /** Units in the period, 0 to 65535. */
  count?: number;
}

/** `ms_validity`, 1 octet, or 4 with a period: how long the device keeps the message. SMPP 3.4 §5.3.2.27, 5.0 §4.8.4. */
export const msValidity = {
  behaviours: behaviours.values,
  units: units.values,

  /** @throws PduError `length` */
  read(octets: Uint8Array): MsValidity {
    if (octets.length !== 1 || octets[0] === RELATIVE) octetsWithin('msValidity', octets, 4, 4);
    const [behaviour = 0, unit, high = 0, low = 0] = octets;
    if (unit === undefined) return { behaviour: behaviours.read(behaviour) };
    return { behaviour: behaviours.read(behaviour), unit: units.read(unit), count: (high << 8) | low };
  },

  /** @throws PduError `range`; `format` for a relative period without unit or count */
  write({ behaviour, unit, count }: MsValidity): Uint8Array {
    const first = behaviours.write(behaviour);
    if (unit === undefined && count === undefined && first !== RELATIVE) return Uint8Array.of(first);
    if (unit === undefined || count === undefined) {
      return badValue('format', 'msValidity', 'a period takes both unit and count');
    }
    const period = integer('msValidity.count', count, 0xffff);
    return Uint8Array.of(first, units.write(unit), period >> 8, period & 0xff);
  },
};
