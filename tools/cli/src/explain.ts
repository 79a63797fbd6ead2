import { styleText } from 'node:util';
import type { Row, Warning } from '@smswire/pdu';
import { toHex } from './hex.js';
import { octetsOf } from './octets.js';
import type { Explained } from './protocol.js';
import { quote } from './quote.js';

// Octets beside one another in a row; longer values go on below.
const OCTETS_A_LINE = 12;

/** Every octet of a PDU on its line, with what it is called, what it is and what that means. */
export function explain(protocol: Explained, bytes: Uint8Array, pdu: unknown, title: string): string {
  const rows = rowsOf(protocol, bytes);
  const width = Math.min(40, Math.max(0, ...rows.map(({ path }) => path.length)));
  const lines = rows.map((row) => lineOf(row, bytes, width, protocol.meaning(row, pdu)));
  return [styleText('bold', title), ...lines].join('\n');
}

/** What is too broken to be taken apart has no rows; its error says why. */
export function rowsOf(protocol: Explained, bytes: Uint8Array): readonly Row[] {
  try {
    return protocol.dissect(bytes);
  } catch {
    return [];
  }
}

export const warningLine = ({ code, path, offset, message }: Warning): string =>
  `  ${styleText('yellow', 'tolerated')} ${code}${path === '' ? '' : ` ${path}`} at ${offset}: ${message}`;

function lineOf(
  { path, start, end, value }: Row,
  bytes: Uint8Array,
  width: number,
  meaning: string | undefined,
): string {
  const octets = bytes.subarray(start, end);
  const parts: string[] = [];
  for (let at = 0; at === 0 || at < octets.length; at += OCTETS_A_LINE) {
    const hex = toHex(octets.subarray(at, at + OCTETS_A_LINE), ' ').padEnd(OCTETS_A_LINE * 3);
    parts.push(`  ${styleText('gray', (start + at).toString(16).padStart(4, '0'))}  ${styleText('cyan', hex)}`);
  }
  const said = [shown(value), meaning && styleText('green', meaning)].filter(Boolean).join('  ');
  parts[0] += ` ${path.padEnd(width)}  ${said}`;
  return parts.map((part) => part.trimEnd()).join('\n');
}

function shown(value: unknown): string {
  if (value instanceof Uint8Array) return octetsOf(value.length);
  if (typeof value === 'string') return quote(value);
  // What an object says stands beside it, as its meaning.
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}
