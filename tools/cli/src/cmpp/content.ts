import { decodeReport, describeStat, msgId } from '@smswire/cmpp';
import { quote } from '../quote.js';
import { textOf } from './text.js';

/** What a Msg_Content says: a report or a text; undefined where nothing can be told. */
export function contentMeaning(octets: Uint8Array, pdu: Readonly<Record<string, unknown>>): string | undefined {
  if (pdu['command'] !== 'CMPP_DELIVER' || pdu['registeredDelivery'] !== 1) return textOf(octets, pdu);
  const report = decodeReport(octets);
  return report && `report on ${msgId.format(report.msgId)}: ${wordOf(report.stat)}, ${describeStat(report.stat).text}`;
}

/** A state as it stands there, in quotes where it is no plain word. */
const wordOf = (stat: string): string => (/^[\w:]+$/.test(stat) ? stat : quote(stat));
