import { ByteWriter } from '@smswire/buffer';
import { objectDue } from '../due.js';
import { WapPushError } from '../errors.js';
import { refuse, shown, under } from './failures.js';
import { DEFAULT_PAGE, type Header } from './header.js';
import type { PushInit } from './push.js';
import { writeHeaderOnPage, writeKeptContentType } from './wire.js';

const pduTypeNumbers = { push: 0x06, confirmedPush: 0x07 };

/**
 * Encodes a push. What has a number is sent as it, and everything in as few octets as will do; a content type or
 * header that came in other octets goes out in them, as long as it was not changed.
 *
 * @throws WapPushError `value` where something does not fit its field, `contentLengthMismatch` where a Content-Length
 *   does not count the body
 */
export function encodePush(push: PushInit): Uint8Array {
  objectDue(push, 'a push { contentType, headers, body }');
  const { transactionId = 0, pduType = 'push', contentType, headers = [], body = new Uint8Array(0) } = push;
  const ahead = new ByteWriter();
  under('contentType', () => writeKeptContentType(ahead, contentType));
  if (!(body instanceof Uint8Array)) under('body', () => refuse(`a Uint8Array is due, not ${shown(body)}`));
  if (!Array.isArray(headers)) under('headers', () => refuse(`an array is due, not ${shown(headers)}`));
  let page = DEFAULT_PAGE;
  headers.forEach((header, index) => {
    under(`headers[${index}]`, () => {
      if (typeof header !== 'object' || header === null) refuse(`${shown(header)} is no header`);
      page = writeHeaderOnPage(ahead, header, page);
      checkContentLength(header, body);
    });
  });
  const number = Object.hasOwn(pduTypeNumbers, pduType) ? pduTypeNumbers[pduType] : undefined;
  if (number === undefined)
    return under('pduType', () => refuse(`${shown(pduType)} is neither push nor confirmedPush`));
  const writer = new ByteWriter(ahead.length + body.length + 8);
  under('transactionId', () => writer.u8(transactionId));
  return writer.u8(number).uintvar(ahead.length).octets(ahead.bytes()).octets(body).bytes();
}

function checkContentLength({ name, value }: Header, body: Uint8Array): void {
  if (name.toLowerCase() !== 'content-length' || typeof value !== 'number' || value === body.length) return;
  const advice = 'set it to that, or leave the header out';
  throw new WapPushError(
    'contentLengthMismatch',
    0,
    `${shown(value)}, and the body has ${body.length} octets; ${advice}`,
  );
}
