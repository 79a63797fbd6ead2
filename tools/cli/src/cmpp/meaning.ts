import {
  type CmppVersion,
  commandsOf,
  describeFeeType,
  describeMsgFmt,
  describeResult,
  msgId,
  type ResultCommand,
  timestampDigits,
  versionOf,
} from '@smswire/cmpp';
import type { Row } from '@smswire/pdu';
import { contentMeaning } from './content.js';

type Pdu = Readonly<Record<string, unknown>>;

const results: ReadonlySet<string> = new Set(['status', 'result', 'successId']);

/** A few words on a row of a CMPP PDU of this version. */
export function meaningIn(version: CmppVersion): (row: Row, pdu: unknown) => string | undefined {
  const names = new Map(commandsOf(version).map(({ id, name }) => [id as number, name as string]));
  return ({ path, value }, decoded) => {
    const pdu = (decoded ?? {}) as Pdu;
    if (typeof value === 'bigint' && path === 'msgId') return value === 0n ? undefined : msgId.format(value);
    if (typeof value === 'number') return ofNumber(path, value, pdu);
    if (typeof value === 'string')
      return path === 'feeType' && value !== '' ? describeFeeType(value, { version }).text : undefined;
    if (value instanceof Uint8Array && path === 'msgContent') return contentMeaning(value, pdu);
    return undefined;
  };

  function ofNumber(path: string, value: number, pdu: Pdu): string | undefined {
    if (path === 'commandId') return names.get(value) ?? 'unknown command';
    if (path === 'version') return `CMPP ${versionOf(value) ?? 'of an unknown version'}`;
    if (path === 'msgFmt') return describeMsgFmt(value).text;
    if (path === 'timestamp') return timestampDigits(value);
    if (results.has(path)) return describeResult(value, { command: pdu['command'] as ResultCommand, version }).text;
    if (path === 'registeredDelivery' && pdu['command'] === 'CMPP_DELIVER')
      return value === 1 ? 'a report' : 'a message';
    return undefined;
  }
}
