import type { Tolerance } from '../errors.js';
import type { ContentType } from './content-type.js';
import type { Header } from './header.js';
import type { Parameter } from './parameters.js';

/** A Push or ConfirmedPush of connectionless WSP: WSP §8.2.4.1. */
export interface Push {
  /** 0 to 255. Over SMS it pairs nothing, and receivers do not check it. */
  transactionId: number;
  pduType: 'push' | 'confirmedPush';
  contentType: PushContentType;
  /** In the order of the wire. */
  headers: Header[];
  body: Uint8Array;
}

export interface PushContentType extends ContentType {
  /** The content type as it came, where we should write the same otherwise; kept and passed over as in a header. */
  wire?: Uint8Array;
}

/** What `encodePush` takes: all but the media type may be left out. */
export interface PushInit {
  /** @default 0 */
  transactionId?: number;
  /** @default 'push' */
  pduType?: 'push' | 'confirmedPush';
  contentType: { mediaType: string; parameters?: Parameter[]; wire?: Uint8Array };
  /** @default [] */
  headers?: Header[];
  /** Empty when left out. */
  body?: Uint8Array;
}

export interface DecodePushOptions extends Tolerance {
  /** Octets the whole push may have. @default 65535 */
  maxLength?: number;
  /** Octets the content type and the headers may have together. @default 8192 */
  maxHeadersLength?: number;
  /** @default 128 */
  maxHeaders?: number;
  /** Parameters the content type, or any header, may have. @default 32 */
  maxParameters?: number;
}

/** The limits where none are given. */
export const pushLimits = { maxLength: 65_535, maxHeadersLength: 8192, maxHeaders: 128, maxParameters: 32 } as const;

/** PDU types by number: WSP Appendix A, Table 34. Only two of them are pushes. */
export const pduTypes: Readonly<Record<number, string>> = {
  1: 'Connect',
  2: 'ConnectReply',
  3: 'Redirect',
  4: 'Reply',
  5: 'Disconnect',
  6: 'push',
  7: 'confirmedPush',
  8: 'Suspend',
  9: 'Resume',
  64: 'Get',
  96: 'Post',
};
