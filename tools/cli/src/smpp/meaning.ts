import type { Row } from '@smswire/pdu';
import {
  commandStatusMeaning,
  commandStatusName,
  commands,
  dataCoding,
  deliveryFailureReason,
  esmClass,
  messageState,
  networkErrorCode,
  npi,
  parseTime,
  registeredDelivery,
  ton,
  versionOf,
} from '@smswire/smpp';
import { textOf } from './text.js';

type Pdu = Readonly<Record<string, unknown>>;

const commandNames = new Map(commands.map(({ id, name }) => [id as number, name as string]));

/** A camelCase name as words: `networkSpecific` becomes `network specific`. */
const words = (name: string | number): string =>
  typeof name === 'number' ? 'reserved' : name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

const status = (code: number): string => `${commandStatusName(code)}, ${commandStatusMeaning(code)}`;

/** What numbers mean, by the last name of a row's path. */
const ofNumber: Readonly<Record<string, (value: number, pdu: Pdu) => string | undefined>> = {
  commandId: (id) => commandNames.get(id) ?? 'unknown command',
  commandStatus: status,
  errorStatusCode: status,
  broadcastErrorStatus: status,
  interfaceVersion: (octet) => `SMPP ${versionOf(octet)}`,
  scInterfaceVersion: (octet) => `SMPP ${versionOf(octet)}`,
  addrTon: (octet) => words(ton.read(octet)),
  addrNpi: (octet) => words(npi.read(octet)),
  esmClass: classes,
  registeredDelivery: receipts,
  dataCoding: (octet) => words(dataCoding.read(octet)),
  messageState: (octet) => String(messageState.read(octet)),
  deliveryFailureReason: (octet) => words(deliveryFailureReason.read(octet)),
};

function classes(octet: number, pdu: Pdu): string {
  const { mode, type, udhi, replyPath } = esmClass.read(octet, pdu['command'] === 'deliver_sm' ? 'MC' : 'ESME');
  const kind = typeof type === 'number' ? `type ${type}` : words(type);
  return [`${words(mode)} mode`, type === 'default' ? '' : kind, udhi ? 'UDH' : '', replyPath ? 'reply path' : '']
    .filter((part) => part !== '')
    .join(', ');
}

function receipts(octet: number): string {
  const { receipt, smeAck, intermediate } = registeredDelivery.read(octet);
  const asked = { none: 'no receipt', always: 'receipt', failure: 'receipt on failure', success: 'receipt on success' };
  return [asked[receipt], smeAck === 'none' ? '' : `ack: ${smeAck}`, intermediate ? 'intermediate' : '']
    .filter((part) => part !== '')
    .join(', ');
}

const times = new Set(['scheduleDeliveryTime', 'validityPeriod', 'finalDate', 'broadcastEndTime']);

function time(text: string): string | undefined {
  let read: ReturnType<typeof parseTime>;
  try {
    read = parseTime(text);
  } catch {
    return 'not a time';
  }
  if (read === undefined) return undefined;
  if (read.kind === 'absolute') return read.date.toISOString();
  const { years, months, days, hours, minutes, seconds } = read;
  const parts = { years, months, days, hours, minutes, seconds };
  const said = Object.entries(parts).filter(([, count]) => count > 0);
  return said.length === 0 ? 'at once' : `in ${said.map(([unit, count]) => `${count} ${unit}`).join(' ')}`;
}

/** A few words on a row of an SMPP PDU. */
export function meaning({ path, value }: Row, decoded: unknown): string | undefined {
  const pdu = (decoded ?? {}) as Pdu;
  const name = path
    .replace(/\[\d+\]$/, '')
    .split('.')
    .at(-1) as string;
  if (name === 'tag') return `0x${(value as number).toString(16).padStart(4, '0')}`;
  if (typeof value === 'number') {
    const short = /(Ton|Npi)$/.exec(name)?.[1];
    return (ofNumber[short === undefined ? name : `addr${short}`] ?? (() => undefined))(value, pdu);
  }
  if (typeof value === 'string') return times.has(name) && value !== '' ? time(value) : undefined;
  if (value instanceof Uint8Array && (name === 'shortMessage' || name === 'messagePayload')) return textOf(value, pdu);
  if (value instanceof Uint8Array && name === 'networkErrorCode') return errorCode(value);
  return undefined;
}

function errorCode(octets: Uint8Array): string | undefined {
  const { network, errorCode: code } = networkErrorCode.read(octets);
  return network === undefined ? `code ${code}` : `network ${network}, code ${code}`;
}
