import { ByteReader, ByteWriter } from '@smswire/buffer';
import { arrayDue, objectDue, octetsDue } from '../due.js';
import { type Tolerance, WapPushError } from '../errors.js';
import { fromHexName, hexName } from '../wsp/assigned-numbers.js';
import { refuse, shown, under, within } from '../wsp/failures.js';
import { note, octetsFrom, type Reading, readElement } from '../wsp/primitives.js';
import { pushLimits } from '../wsp/push.js';
import { isToken, readText, writeText } from '../wsp/texts.js';
import { valueOrOctets, writeElement } from '../wsp/values.js';
import { mmsHeaderNames } from './mms-header-names.js';
import { type MmsField, mmsFields } from './mms-header-types.js';

/** An m-notification-ind: a message waits at `contentLocation`. OMA-MMS-ENC §6.2. */
export interface MmsNotification {
  transactionId: string;
  /** Such as `1.2`. */
  mmsVersion?: string;
  /** The sender, such as `+447700900123/TYPE=PLMN`; `null` where the relay is to insert it. */
  from?: string | null;
  subject?: string;
  /** `yes` or `no`. */
  deliveryReport?: string | number;
  /** `personal`, `advertisement`, `informational`, `auto` or a token. */
  messageClass?: string | number;
  /** `low`, `normal` or `high`. */
  priority?: string | number;
  /** Octets of the message that waits. */
  messageSize?: number | bigint;
  /** When it is thrown away: a date, or seconds from now. */
  expiry?: Date | { seconds: number | bigint };
  contentLocation: string;
  /** Headers without a key here, or whose value is not of its type: in their order, with the octets of the value. */
  others: { name: string; value: Uint8Array }[];
}

/** What is encoded: `others` may be left out. */
export type MmsNotificationInit = Omit<MmsNotification, 'others'> & Partial<Pick<MmsNotification, 'others'>>;

const MESSAGE_TYPE = 0x8c;
const NOTIFICATION_IND = 0x82;
const mandatory = ['mmsVersion', 'messageClass', 'messageSize', 'expiry'];

/** The body of a push of `application/vnd.wap.mms-message` that announces a message. */
export const mmsNotification = {
  /** @throws WapPushError where `body` is no m-notification-ind, or says not where the message is */
  decode(body: Uint8Array, tolerance: Tolerance = {}): MmsNotification {
    octetsDue(body, 'an m-notification-ind');
    const reader = new ByteReader(body);
    const reading = { tolerance, path: 'notification', maxParameters: 0 };
    within('messageType', () => checkMessageType(reader));
    const known: Record<string, unknown> = {};
    const others: MmsNotification['others'] = [];
    for (let count = 0; reader.remaining > 0; count++) {
      if (count >= pushLimits.maxHeaders)
        throw new WapPushError('limit', reader.position, `more than ${count} headers`);
      readHeader(reader, known, others, reading);
    }
    for (const key of ['transactionId', 'contentLocation']) {
      if (!Object.hasOwn(known, key)) throw new WapPushError('missingHeader', reader.position, 'is missing', key);
    }
    for (const key of mandatory) {
      if (!Object.hasOwn(known, key)) note({ ...reading, path: key }, 'missingHeader', reader.position, 'is missing');
    }
    return { ...(known as unknown as MmsNotification), others };
  },

  /** @throws WapPushError `value` where something does not fit its header */
  encode(notification: MmsNotificationInit): Uint8Array {
    objectDue(notification, 'a notification { transactionId, contentLocation }');
    const { others = [] } = notification;
    arrayDue(others, 'an array of headers', 'others');
    const writer = new ByteWriter().u8(MESSAGE_TYPE).u8(NOTIFICATION_IND);
    for (const [number, key, type] of mmsFields as readonly MmsField[]) {
      const value = (notification as unknown as Record<string, unknown>)[key];
      if (value !== undefined) under(key, () => type.write(writer.u8(0x80 | number), value));
      else if (key === 'transactionId' || key === 'contentLocation') under(key, () => refuse('is missing'));
    }
    others.forEach((other, index) => {
      under(`others[${index}]`, () => {
        objectDue(other, 'a header { name, value }');
        writeOther(writer, other.name, other.value);
      });
    });
    return writer.bytes();
  },
};

function checkMessageType(reader: ByteReader): void {
  if (reader.u8() === MESSAGE_TYPE && reader.u8() === NOTIFICATION_IND) return;
  throw new WapPushError('pduType', 0, 'an m-notification-ind begins with 8C 82');
}

function readHeader(
  reader: ByteReader,
  known: Record<string, unknown>,
  others: MmsNotification['others'],
  outer: Reading,
): void {
  const start = reader.position;
  const first = reader.u8();
  if (first < 0x80) return readTextual(reader, start, others, outer);
  const number = first & 0x7f;
  const field = (mmsFields as readonly MmsField[]).find(([of]) => of === number);
  const name = mmsHeaderNames.name(number) ?? hexName(number);
  const path = field?.[1] ?? name;
  const reading = { ...outer, path };
  const element = within(path, () => elementOrRest(reader, reading));
  const at = element.position;
  const value = field === undefined ? undefined : valueOrOctets(field[2], element, reading);
  if (field !== undefined && Object.hasOwn(known, path)) note(reading, 'duplicateHeader', start, 'stands twice');
  else if (field !== undefined && !(value instanceof Uint8Array)) {
    known[path] = value;
    return;
  }
  others.push({ name, value: octetsFrom(element, at) });
}

/** A header whose name is text: what follows is text too, and stays octets. */
function readTextual(reader: ByteReader, start: number, others: MmsNotification['others'], reading: Reading): void {
  reader.position = start;
  within('others', () => {
    if ((reader.bytes[start] as number) < 0x20)
      throw new WapPushError('headerName', start, 'this octet begins no header');
    const name = readText(reader, reading);
    const element = elementOrRest(reader, { ...reading, path: 'others' });
    others.push({ name, value: octetsFrom(element, element.position) });
  });
}

/** The next value; text that ends the body without its NUL is given one. */
function elementOrRest(reader: ByteReader, reading: Reading): ByteReader {
  const { bytes, position, end } = reader;
  const first = bytes[position] ?? 0;
  const open = position < end && first >= 0x20 && first < 0x80 && !bytes.subarray(position, end).includes(0);
  if (!open) return readElement(reader);
  note(reading, 'unterminatedText', end, 'the body ends in a text without its NUL');
  const closed = new Uint8Array(end - position + 1);
  closed.set(reader.rest());
  return new ByteReader(closed);
}

function writeOther(writer: ByteWriter, name: string, value: Uint8Array): void {
  if (typeof name !== 'string') refuse(`a header is named by a string, not ${shown(name)}`);
  const number = mmsHeaderNames.number(name) ?? fromHexName(name);
  if (number !== undefined && number < 0x80) writer.u8(0x80 | Number(number));
  else if (isToken(name)) writeText(writer, name);
  else refuse(`${shown(name)} is no name of a header`);
  if (value instanceof Uint8Array) writeElement(writer, value);
  else refuse(`${shown(value)} is not a Uint8Array`);
}
