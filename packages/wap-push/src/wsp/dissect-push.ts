import { readPush } from './decode-push.js';
import type { DecodePushOptions } from './push.js';

/** One field of a push: `bytes` from `start` to before `end`, and what they say. */
export interface PushRow {
  /** Such as `contentType` or `headers[2]`. */
  path: string;
  start: number;
  end: number;
  value: unknown;
}

/**
 * Explains every octet of a push: the rows follow each other from the first octet to the last without a gap.
 *
 * @throws WapPushError as `decodePush` does
 */
export function dissectPush(bytes: Uint8Array, options: DecodePushOptions = {}): PushRow[] {
  const rows: PushRow[] = [];
  readPush(bytes, options, (path, start, end, value) => rows.push({ path, start, end, value }));
  return rows;
}
