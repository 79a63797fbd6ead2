import { WapPushError } from '../errors.js';
import { refuse, shown } from '../wsp/failures.js';
import { choice } from '../wsp/header-values.js';
import { date, integer, isUnsigned, readInteger, version, writeLongInteger } from '../wsp/numbers.js';
import { readCounted, type ValueType, writeCounted } from '../wsp/primitives.js';
import { textString } from '../wsp/texts.js';
import { encodedString } from './encoded-string.js';

const FIRST_TOKEN = 0x80;
const SECOND_TOKEN = 0x81;

/** From-value: an address, or `null` where the relay is to insert it. OMA-MMS-ENC §7.3.20. */
const from: ValueType = {
  read(reader, reading) {
    return readCounted(reader, reading, (counted) => {
      const token = counted.u8();
      if (token === FIRST_TOKEN) return encodedString.read(counted, reading);
      if (token === SECOND_TOKEN) return null;
      throw new WapPushError('malformedValue', counted.position - 1, `octet ${token} is neither address nor insertion`);
    });
  },
  write(writer, value) {
    writeCounted(writer, (counted) => {
      counted.u8(value === null ? SECOND_TOKEN : FIRST_TOKEN);
      if (value !== null) encodedString.write(counted, value);
    });
  },
};

/** Expiry-value: a date, or seconds from the time the message came. OMA-MMS-ENC §7.3.18. */
const expiry: ValueType = {
  read(reader, reading) {
    return readCounted(reader, reading, (counted) => {
      const token = counted.u8();
      if (token === FIRST_TOKEN) return date.read(counted, reading);
      if (token === SECOND_TOKEN) return { seconds: integer.read(counted, reading) };
      throw new WapPushError('malformedValue', counted.position - 1, `octet ${token} is neither absolute nor relative`);
    });
  },
  write(writer, value) {
    writeCounted(writer, (counted) => {
      if (value instanceof Date) return date.write(counted.u8(FIRST_TOKEN), value);
      const { seconds } = (value ?? {}) as { seconds?: unknown };
      integer.write(counted.u8(SECOND_TOKEN), seconds);
    });
  },
};

/** Long-integer, and in reading a short one too. */
const longInteger: ValueType = {
  read: readInteger,
  write(writer, value) {
    if (isUnsigned(value)) writeLongInteger(writer, value);
    else refuse(`${shown(value)} is not an integer of 0 or more`);
  },
};

/** One header of an m-notification-ind: its number, its key in the object, its type. */
export type MmsField = readonly [number: number, key: string, type: ValueType];

/** The headers of an m-notification-ind that have a key of their own, in the order they are written. */
export const mmsFields = [
  [0x18, 'transactionId', textString],
  [0x0d, 'mmsVersion', version],
  [0x09, 'from', from],
  [0x16, 'subject', encodedString],
  [0x06, 'deliveryReport', choice({ 0: 'yes', 1: 'no' })],
  [0x0a, 'messageClass', choice({ 0: 'personal', 1: 'advertisement', 2: 'informational', 3: 'auto' })],
  [0x0f, 'priority', choice({ 0: 'low', 1: 'normal', 2: 'high' })],
  [0x0e, 'messageSize', longInteger],
  [0x08, 'expiry', expiry],
  [0x03, 'contentLocation', textString],
] as const satisfies readonly MmsField[];
