import { type CmppInput, type CmppPdu, describeResult, msgId, type ResultCommand } from '@smswire/cmpp';
import { octetsOf } from '../octets.js';
import { quote } from '../quote.js';
import { contentMeaning } from './content.js';

type Any = CmppInput<'3.0'> | CmppPdu<'3.0'>;
type Pdu = Readonly<Record<string, unknown>>;

/** The fields worth a look in one line, in this order, and what they are called there. */
const telling = {
  sourceAddr: 'as',
  srcId: 'from',
  srcTerminalId: 'from',
  destId: 'to',
  destTerminalIds: 'to',
} as const;

/** A message in one line, under its number where it has one: `CMPP_SUBMIT 2 to "13800138000": "您好"`. */
export function summary(pdu: Any, number: number | undefined): string {
  const fields = pdu as Any & Pdu;
  const parts = [number === undefined ? pdu.command : `${pdu.command} ${number}`];
  const result = resultOf(pdu);
  if (result !== undefined) parts.push(result === 0 ? 'ok' : resultName(pdu.command, result));
  const { msgId: id } = fields;
  if (typeof id === 'bigint' && id !== 0n) parts.push(`id ${msgId.format(id)}`);
  for (const [name, called] of Object.entries(telling)) {
    const value = [fields[name]].flat().filter((each) => typeof each === 'string' && each !== '') as string[];
    if (value.length > 0) parts.push(`${called} ${several(value)}`);
  }
  const { msgContent } = fields;
  if (!(msgContent instanceof Uint8Array) || msgContent.length === 0) return parts.join(' ');
  return `${parts.join(' ')}: ${contentMeaning(msgContent, fields) ?? octetsOf(msgContent.length)}`;
}

/** What a response says of how it went; undefined for what is no such response. */
export function resultOf(pdu: Any): number | undefined {
  if (!pdu.command.endsWith('_RESP')) return undefined;
  const { status, result, successId } = pdu as { status?: number; result?: number; successId?: number };
  return status ?? result ?? successId;
}

/** A result in one word and its number: `flow-control (8)`. */
export const resultName = (command: string, result: number): string =>
  `${describeResult(result, { command: command as ResultCommand, version: '3.0' }).name} (${result})`;

const several = ([first = '', ...others]: readonly string[]): string =>
  others.length === 0 ? quote(first) : `${quote(first)} and ${others.length} more`;
