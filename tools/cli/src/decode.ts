import { once } from 'node:events';
import type { Warning } from '@smswire/pdu';
import { explain, rowsOf, warningLine } from './explain.js';
import { lineOf } from './failure.js';
import { fromHex } from './hex.js';
import { textOf } from './input.js';
import { toPlain } from './json.js';
import { octetsOf } from './octets.js';
import type { Explained } from './protocol.js';

interface Reading {
  readonly bytes: Uint8Array;
  readonly pdu: unknown;
  readonly warnings: Warning[];
  /** Why it could not be read. */
  readonly error?: unknown;
}

/** `smswire decode`: prints every PDU of the input; gives the exit code. */
export async function decode(protocol: Explained, hex: string | undefined, json: boolean): Promise<number> {
  const { frames, rest, missing } = protocol.split(fromHex(await textOf(hex)));
  const several = frames.length > 1;
  const document = several ? listed : alone;
  let exitCode = 0;
  let start = 0;
  // One by one: together the documents of a large input would fill the memory.
  for (const [index, bytes] of frames.entries()) {
    const reading = read(protocol, bytes);
    await print(json ? document(protocol, reading, index) : text(protocol, reading, index));
    if (reading.error !== undefined) {
      const place = several ? `PDU ${index + 1}, at octet ${start} of the input: ` : '';
      complain(lineOf(reading.error, place));
      exitCode = 2;
    }
    start += bytes.length;
  }
  if (json && several) await print('\n]\n');
  if (rest.length === 0) return exitCode;
  complain(`smswire: the last PDU is cut short after ${octetsOf(rest.length)}: ${missing}`);
  return 2;
}

function read(protocol: Explained, bytes: Uint8Array): Reading {
  const warnings: Warning[] = [];
  try {
    return { bytes, pdu: protocol.decode(bytes, (warning) => warnings.push(warning)), warnings };
  } catch (error) {
    return { bytes, pdu: undefined, warnings, error };
  }
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The one document; of a PDU that cannot be read its error line says everything. */
const alone = (protocol: Explained, reading: Reading): string =>
  reading.error === undefined ? `${jsonOf(protocol, reading)}\n` : '';

/** An element of the array of documents, with what stands before it. */
const listed = (protocol: Explained, reading: Reading, index: number): string =>
  `${index === 0 ? '[' : ','}\n  ${jsonOf(protocol, reading).replaceAll('\n', '\n  ')}`;

function jsonOf(protocol: Explained, { bytes, pdu, warnings, error }: Reading): string {
  const read = error === undefined ? { pdu } : { error: errorOf(error) };
  return JSON.stringify(toPlain({ ...read, warnings, rows: rowsOf(protocol, bytes) }), null, 2);
}

/** What is wrong with a PDU, whichever codec says so. */
function errorOf(error: unknown): Record<'code' | 'path' | 'offset' | 'message', unknown> {
  const { code, path = '', offset = 0, message } = error as Partial<Warning>;
  return { code, path, offset, message };
}

function text(protocol: Explained, { bytes, pdu, warnings, error }: Reading, index: number): string {
  const title = error === undefined ? protocol.title(pdu) : 'a PDU that cannot be read';
  const explained = explain(protocol, bytes, pdu, `${title}, ${octetsOf(bytes.length)}`);
  return `${[index === 0 ? [] : '', explained, ...warnings.map(warningLine)].flat().join('\n')}\n`;
}
