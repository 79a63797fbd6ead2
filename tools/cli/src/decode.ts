import type { Warning } from '@smswire/pdu';
import { explain, warningLine } from './explain.js';
import { lineOf } from './failure.js';
import { fromHex } from './hex.js';
import { textOf } from './input.js';
import { toPlain } from './json.js';
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
  const readings = frames.map((bytes) => read(protocol, bytes));
  const good = readings.filter(({ error }) => error === undefined);
  if (json) printJson(protocol, good);
  else for (const [index, reading] of readings.entries()) printText(protocol, reading, index);
  const complaints = readings.flatMap(({ error }) => (error === undefined ? [] : [lineOf(error)]));
  if (rest.length > 0) complaints.push(`smswire: the last PDU is cut short after ${rest.length} octets: ${missing}`);
  for (const line of complaints) process.stderr.write(`${line}\n`);
  return complaints.length === 0 ? 0 : 2;
}

function read(protocol: Explained, bytes: Uint8Array): Reading {
  const warnings: Warning[] = [];
  try {
    return { bytes, pdu: protocol.decode(bytes, (warning) => warnings.push(warning)), warnings };
  } catch (error) {
    return { bytes, pdu: undefined, warnings, error };
  }
}

/** One document for one PDU, an array of such documents for several. */
function printJson(protocol: Explained, readings: Reading[]): void {
  const documents = readings.map(({ bytes, pdu, warnings }) =>
    toPlain({ pdu, warnings, rows: protocol.dissect(bytes) }),
  );
  if (documents.length === 0) return;
  process.stdout.write(`${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`);
}

function printText(protocol: Explained, { bytes, pdu, warnings, error }: Reading, index: number): void {
  const title = error === undefined ? protocol.title(pdu) : 'a PDU that cannot be read';
  process.stdout.write(
    `${index === 0 ? '' : '\n'}${explain(protocol, bytes, pdu, `${title}, ${bytes.length} octets`)}\n`,
  );
  for (const warning of warnings) process.stdout.write(`${warningLine(warning)}\n`);
}
