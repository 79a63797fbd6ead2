import type { ByteReader, ByteWriter } from '@smswire/buffer';
import { objectDue } from '../due.js';
import type { Tolerance } from '../errors.js';
import { fromHexName, hexName } from '../wsp/assigned-numbers.js';
import { contentTypes } from '../wsp/content-types.js';
import { refuse, shown, under } from '../wsp/failures.js';
import { type Alert, decodeAlert, encodeAlert, readLatin1, writeLatin1 } from './alert.js';

/** What is encoded: a digest left out is zero, and what else is left out is its first value. */
type Init<T extends Alert, Due extends keyof T> = Partial<T> & Pick<T, Due>;

/** A notification of OMA Device Management: `application/vnd.syncml.notification`. */
export interface DeviceManagementNotification extends Alert {
  /** What the vendor put behind the header. */
  vendorBody: Uint8Array;
}

/** A notification of OMA Data Synchronization 1.2: `application/vnd.syncml.ds.notification`. */
export interface DataSyncNotification extends Alert {
  /** What to synchronise; none means all data. */
  syncs: DataSync[];
  vendorBody: Uint8Array;
}

export interface DataSync {
  /** The alert code of SyncML, 200 to 215: 206 two-way, 207 and 209 one-way, 208 and 210 refresh. */
  syncType: number;
  /** A media type of WSP, such as `text/x-vCard`; a number without a name is spelt `0x5f`. */
  contentType: string;
  serverUri: string;
}

/** The body behind X-Wap-Application-ID `x-wap-application:syncml.dm`: OMA-DM-Notification. */
export const deviceManagementNotification = {
  /** @throws WapPushError where `body` ends before its header does */
  decode(body: Uint8Array, tolerance: Tolerance = {}): DeviceManagementNotification {
    return decodeAlert(body, tolerance, (reader) => ({ vendorBody: reader.rest() }));
  },

  /** @throws WapPushError `value` where something does not fit its field */
  encode(notification: Init<DeviceManagementNotification, 'version' | 'serverId'>): Uint8Array {
    const writer = encodeAlert(notification);
    return withVendorBody(writer, notification.vendorBody);
  },
};

/** The body behind X-Wap-Application-ID `x-wap-application:push.syncml`: OMA-DS-Protocol 1.2. */
export const dataSyncNotification = {
  /** @throws WapPushError where `body` ends before its last sync does */
  decode(body: Uint8Array, tolerance: Tolerance = {}): DataSyncNotification {
    return decodeAlert(body, tolerance, (reader, reserved) => {
      const count = readNibble(reader, reserved);
      const syncs = Array.from({ length: count }, () => readSync(reader, reserved));
      return { syncs, vendorBody: reader.rest() };
    });
  },

  /** @throws WapPushError `value` where something does not fit its field */
  encode(notification: Init<DataSyncNotification, 'version' | 'serverId'>): Uint8Array {
    const writer = encodeAlert(notification);
    const { syncs = [], vendorBody } = notification;
    if (!(Array.isArray(syncs) && syncs.length <= 15)) under('syncs', () => refuse('an array of at most 15 is due'));
    writer.u8(syncs.length << 4);
    syncs.forEach((sync, index) => {
      under(`syncs[${index}]`, () => writeSync(writer, sync));
    });
    return withVendorBody(writer, vendorBody);
  },
};

function readSync(reader: ByteReader, reserved: (offset: number) => void): DataSync {
  const syncType = 200 + readNibble(reader, reserved);
  const number = (reader.u8() << 16) | reader.u16();
  return { syncType, contentType: contentTypes.name(number) ?? hexName(number), serverUri: readLatin1(reader) };
}

function writeSync(writer: ByteWriter, sync: DataSync): void {
  objectDue(sync, 'a sync { syncType, contentType, serverUri }');
  const { syncType, contentType, serverUri } = sync;
  if (!(Number.isInteger(syncType) && syncType >= 200 && syncType <= 215))
    refuse(`${shown(syncType)} is not 200 to 215`);
  const number =
    typeof contentType === 'string' ? (contentTypes.number(contentType) ?? fromHexName(contentType)) : undefined;
  if (number === undefined || number > 0xffffff) return refuse(`${shown(contentType)} has no number of 24 bits`);
  writer
    .u8((syncType - 200) << 4)
    .u8(Number(number) >>> 16)
    .u16(Number(number) & 0xffff);
  writeLatin1(writer, serverUri);
}

/** The high half of an octet, of which the low half is for future use. */
function readNibble(reader: ByteReader, reserved: (offset: number) => void): number {
  const octet = reader.u8();
  if ((octet & 0x0f) !== 0) reserved(reader.position - 1);
  return octet >> 4;
}

function withVendorBody(writer: ByteWriter, vendorBody: unknown = new Uint8Array(0)): Uint8Array {
  if (!(vendorBody instanceof Uint8Array)) return under('vendorBody', () => refuse('a Uint8Array is due'));
  return writer.octets(vendorBody).bytes();
}
