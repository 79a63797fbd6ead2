import { type CmppVersion, cmpp, commandsOf } from '@smswire/cmpp';
import { type Fields, rest, u32 } from '@smswire/pdu';
import { Failure } from '../failure.js';
import { splitBy } from '../frames.js';
import { fromPlain } from '../json.js';
import type { Explained } from '../protocol.js';
import { meaningIn } from './meaning.js';

/** CMPP of one version for `decode` and `encode`. */
export function cmppExplained(version: CmppVersion): Explained {
  const codec = cmpp({ version });
  const commands = new Map(commandsOf(version).map(({ name, fields }) => [name as string, fields as Fields]));

  function fieldsOf(command: unknown): Fields {
    const fields = commands.get(command as string);
    if (fields !== undefined) return { sequenceId: u32, ...fields, trailing: rest() };
    if (/^0x[0-9a-f]{8}$/.test(String(command))) return { sequenceId: u32, body: rest(), trailing: rest() };
    throw new Failure(`pdu.command: no command ${JSON.stringify(command)} in CMPP ${version}`);
  }

  return {
    split: splitBy((bytes, start, end) => codec.frameLength(bytes, start, end)),
    decode: (bytes, onWarning) => codec.decode(bytes, { onWarning }),
    dissect: (bytes) => codec.dissect(bytes),
    title(pdu) {
      const { command, sequenceId } = pdu as { command: string; sequenceId: number };
      return `${command} ${sequenceId}`;
    },
    meaning: meaningIn(version),
    encode(plain) {
      if (typeof plain !== 'object' || plain === null) throw new Failure('a PDU is a JSON object with a command');
      const { command, ...others } = plain as { command?: unknown };
      const pdu = { command, ...fromPlain(fieldsOf(command), others, String(command)) };
      return codec.encode(pdu as Parameters<typeof codec.encode>[0]);
    },
  };
}
