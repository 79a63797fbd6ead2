import { plainMsgFmt } from '../data-coding/cmpp.js';
import { plainDataCoding } from '../data-coding/smpp.js';
import { languageName } from '../gsm7/languages.js';
import { pack } from '../gsm7/pack.js';
import type { Concatenation } from '../udh/elements.js';
import { encodeUdh, type UdhElementInput } from '../udh/encode.js';
import type { Segment, Segmentation, SegmentOptions } from './options.js';
import { type Plan, plan } from './plan.js';

/**
 * Cuts a message into segments that one SMS carries each. A text is written in the cheapest alphabet that carries it;
 * octets are taken as they are. No escape, surrogate pair or GB code is ever cut in two.
 *
 * `reference` is 0 unless it is given: two long messages sent to one phone at the same time then bear the same one, and
 * the phone mixes their segments. Give each message another: a counter modulo 256 will do.
 *
 * @throws UserDataError `segments` for more than 255 of them; `unencodable` for a character no alphabet allowed has;
 *   `range` and `option` for options that cannot be; `length` where a header or a signature leaves no room
 */
export function segment(message: string | Uint8Array, options: SegmentOptions = {}): Segmentation {
  const planned = plan(message, options);
  const { carrier, ends } = planned;
  const { alphabet } = planned.written;
  const single = languageName(planned.written.single);
  const locking = languageName(planned.written.locking);
  const coding = plainDataCoding(alphabet, 'gsm7');
  const format = plainMsgFmt(alphabet);
  return {
    alphabet,
    ...(single === undefined ? undefined : { single }),
    ...(locking === undefined ? undefined : { locking }),
    carrier,
    ...(options.ports === undefined || carrier === 'udh' ? undefined : { ports: { ...options.ports } }),
    ...(coding === undefined ? undefined : { dataCoding: coding }),
    ...(format === undefined ? undefined : { msgFmt: format }),
    parts: ends.map((_, index) => part(planned, index, options)),
  };
}

function part(planned: Plan, index: number, options: SegmentOptions): Segment {
  const { carrier, ends, elements } = planned;
  const { alphabet, octets } = planned.written;
  const total = ends.length;
  const sequence = index + 1;
  const concatenation: Concatenation = { reference: options.reference ?? 0, total, sequence };
  const joined: UdhElementInput[] =
    total > 1 && carrier === 'udh' ? [...elements, numbered(concatenation, options.referenceWidth)] : elements;
  const udh = encodeUdh(joined);
  const text = octets.subarray(index === 0 ? 0 : ends[index - 1], ends[index]);
  const payload = alphabet === 'gsm7' && options.packed ? pack(text, { headerLength: udh.length, ussd: true }) : text;
  const userData = new Uint8Array(udh.length + payload.length);
  userData.set(udh);
  userData.set(payload, udh.length);
  return {
    udh: userData.subarray(0, udh.length),
    payload: userData.subarray(udh.length),
    userData,
    units: alphabet === 'ucs2' ? text.length / 2 : text.length,
    sequence,
    total,
    ...(total > 1 && carrier === 'sar' ? { sar: concatenation } : undefined),
  };
}

function numbered(value: Concatenation, width: 8 | 16 = 8): UdhElementInput {
  return width === 16 ? { name: 'concatenation16', value } : { name: 'concatenation8', value };
}
