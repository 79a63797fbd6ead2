import { at, type Fields, PduError, rest, tlvs, u32 } from '@smswire/pdu';
import { commands, smpp, tlvTable } from '@smswire/smpp';
import { Failure } from '../failure.js';
import { fromPlain } from '../json.js';
import type { Explained } from '../protocol.js';
import { meaning } from './meaning.js';

const codec = smpp({ version: '5.0' });

const header = { commandStatus: u32, sequenceNumber: u32 } as const;
const tail = { tlvs: tlvs(tlvTable), trailing: rest() };

/** The layout of a PDU's object, to tell octets from text in JSON. */
function fieldsOf(command: unknown): Fields {
  const known = commands.find(({ name }) => name === command);
  if (known !== undefined) return { ...header, ...at(known.fields as Fields, '5.0'), ...tail };
  if (/^0x[0-9a-f]{8}$/.test(String(command))) return { ...header, body: rest(), trailing: rest() };
  throw new Failure(`pdu.command: no SMPP command ${JSON.stringify(command)}`);
}

/** SMPP for `decode` and `encode`: whatever version the PDUs are of. */
export const smppExplained: Explained = {
  split(bytes) {
    const frames: Uint8Array[] = [];
    let start = 0;
    for (;;) {
      const length = lengthAt(bytes, start);
      if (length === undefined || length > bytes.length - start) {
        const left = bytes.length - start;
        const missing = length === undefined ? 'its length is not there yet' : `${length - left} octets are missing`;
        return { frames, rest: bytes.subarray(start), missing };
      }
      frames.push(bytes.subarray(start, start + length));
      start += length;
      if (start === bytes.length) return { frames, rest: bytes.subarray(start), missing: '' };
    }
  },
  decode: (bytes, onWarning) => codec.decode(bytes, { onWarning }),
  dissect: (bytes) => codec.dissect(bytes),
  title(pdu) {
    const { command, sequenceNumber } = pdu as { command: string; sequenceNumber: number };
    return `${command} ${sequenceNumber}`;
  },
  meaning,
  encode(plain) {
    if (typeof plain !== 'object' || plain === null) throw new Failure('a PDU is a JSON object with a command');
    const { command, ...others } = plain as { command?: unknown };
    const pdu = { command, ...fromPlain(fieldsOf(command), others, String(command)) };
    return codec.encode(pdu as Parameters<typeof codec.encode>[0]);
  },
};

function lengthAt(bytes: Uint8Array, start: number): number | undefined {
  try {
    return codec.frameLength(bytes, start, bytes.length);
  } catch (error) {
    if (!(error instanceof PduError)) throw error;
    throw new Failure(`at octet ${start} of the input no PDU begins: ${error.message}`);
  }
}
