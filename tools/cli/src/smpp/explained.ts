import { at, type Fields, rest, tlvs, u32 } from '@smswire/pdu';
import { commands, smpp, tlvTable } from '@smswire/smpp';
import { Failure } from '../failure.js';
import { splitBy } from '../frames.js';
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
  split: splitBy((bytes, start, end) => codec.frameLength(bytes, start, end)),
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
