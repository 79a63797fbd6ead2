import { commands, type MccpInput, mccp } from '@smswire/mccp';
import type { Row } from '@smswire/pdu';
import { Failure } from '../failure.js';
import type { Explained } from '../protocol.js';

const codec = mccp();

const meanings = new Map(
  commands.flatMap(({ request, response, meaning }) => [
    [request as string, meaning],
    [response as string, `answers ${request}`],
  ]),
);

/** MCCP lines for `decode` and `encode`. */
export const mccpExplained: Explained = {
  split(bytes) {
    const lines = codec.split(bytes);
    const last = lines.at(-1);
    if (last === undefined || last.at(-1) === 0x0a)
      return { frames: lines, rest: bytes.subarray(bytes.length), missing: '' };
    return { frames: lines.slice(0, -1), rest: last, missing: 'its line end is not there yet' };
  },
  decode: (bytes, onWarning) => codec.decode(bytes, { onWarning }),
  dissect: (bytes) => codec.dissect(bytes),
  title(pdu) {
    const { command, trid } = pdu as { command: string; trid: number };
    return `${command} ${trid}`;
  },
  meaning({ path, value }: Row) {
    if (path === 'command') return meanings.get(value as string) ?? 'not in the protocol description';
    if (path === 'status') return value === '0' ? 'success' : 'failure';
    return undefined;
  },
  encode(plain) {
    if (typeof plain !== 'object' || plain === null) throw new Failure('a line is a JSON object with a command');
    return codec.encode(plain as MccpInput);
  },
};
