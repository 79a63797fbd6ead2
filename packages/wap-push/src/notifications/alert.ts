import { ByteReader, ByteWriter } from '@smswire/buffer';
import { objectDue, octetsDue } from '../due.js';
import type { Tolerance } from '../errors.js';
import { refuse, shown, under, within } from '../wsp/failures.js';
import { note } from '../wsp/primitives.js';

/** Package 0 of SyncML, to the end of its header: what DM and DS notifications share. OMA-DM-Notification. */
export interface Alert {
  /** 16 octets: MD5 over the credentials, the nonce and the notification. Not verified here. */
  digest: Uint8Array;
  /** Such as `1.2`. */
  version: string;
  uiMode: UiMode;
  initiator: 'client' | 'server';
  sessionId: number;
  serverId: string;
}

const uiModes = ['notSpecified', 'background', 'informative', 'userInteraction'] as const;
/** How much the user is to notice. */
export type UiMode = (typeof uiModes)[number];

const DIGEST = 16;
/** Ten bits. */
const VERSION_MAX = 1023;

/** Reads the digest and the header, then the body with `readBody`. */
export function decodeAlert<T>(
  body: Uint8Array,
  tolerance: Tolerance,
  readBody: (reader: ByteReader, reserved: (offset: number) => void) => T,
): Alert & T {
  octetsDue(body, 'a notification');
  return within('notification', () => {
    const reader = new ByteReader(body);
    const reserved = (offset: number): void =>
      note({ tolerance, path: 'futureUse', maxParameters: 0 }, 'reservedBits', offset, 'bits for future use are set');
    const digest = reader.octets(DIGEST);
    const start = reader.position;
    const bits = reader.u32();
    const more = reader.u8();
    if ((bits & 0x7ffff) !== 0 || more !== 0) reserved(start);
    const version = ((bits >>> 22) / 10).toFixed(1);
    const uiMode = uiModes[(bits >>> 20) & 0x03] as UiMode;
    const initiator = (bits >>> 19) & 1 ? 'server' : 'client';
    const sessionId = reader.u16();
    const serverId = readLatin1(reader);
    return { digest, version, uiMode, initiator, sessionId, serverId, ...readBody(reader, reserved) };
  });
}

/** Writes the digest and the header; a missing digest is sixteen zeros, as an unauthenticated notification has it. */
export function encodeAlert(alert: Partial<Alert> & Pick<Alert, 'version' | 'serverId'>): ByteWriter {
  objectDue(alert, 'a notification { version, serverId }');
  const { digest = new Uint8Array(DIGEST), version, uiMode = 'notSpecified', initiator = 'server' } = alert;
  const { sessionId = 0, serverId } = alert;
  const writer = new ByteWriter();
  if (!(digest instanceof Uint8Array && digest.length === DIGEST)) under('digest', () => refuse('16 octets are due'));
  const tenths = /^\d{1,3}\.\d$/.test(version) ? Number(version.replace('.', '')) : Number.NaN;
  if (!(tenths <= VERSION_MAX)) under('version', () => refuse(`${shown(version)} is not a version such as 1.2`));
  const mode = uiModes.indexOf(uiMode);
  if (mode < 0) under('uiMode', () => refuse(`${shown(uiMode)} is not one of ${uiModes.join(', ')}`));
  if (initiator !== 'server' && initiator !== 'client') under('initiator', () => refuse('client or server is due'));
  const flags = (mode << 20) | (initiator === 'server' ? 1 << 19 : 0);
  writer
    .octets(digest)
    .u32(tenths * 2 ** 22 + flags)
    .u8(0);
  under('sessionId', () => writer.u16(sessionId));
  under('serverId', () => writeLatin1(writer, serverId));
  return writer;
}

/** A text of up to 255 characters behind its length. */
export function readLatin1(reader: ByteReader): string {
  const length = reader.u8();
  return Array.from(reader.octets(length), (octet) => String.fromCharCode(octet)).join('');
}

export function writeLatin1(writer: ByteWriter, text: string): void {
  if (typeof text !== 'string' || text.length > 255)
    return refuse(`${shown(text)} is not text of at most 255 characters`);
  writer.u8(text.length);
  for (const character of text) {
    if (character > '\xff') refuse(`${shown(text)} holds characters above U+00FF`);
    writer.u8(character.charCodeAt(0));
  }
}
