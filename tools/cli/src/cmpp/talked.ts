import { type CmppVersion, commandsOf } from '@smswire/cmpp';
import type { Explained } from '../protocol.js';
import type { Talked } from '../talked.js';
import type { Codec } from './codec.js';
import { cmppExplained } from './explained.js';
import { summary } from './summary.js';

const explainedOf = new Map<CmppVersion, Explained>();

/** CMPP as it is talked. */
export function cmppTalked(codec: Codec): Talked<Codec> {
  const names = new Map(commandsOf(codec.version).map(({ id, name }) => [id as number, name as string]));
  return {
    codec,
    number: 'sequenceId',
    numberAt: 8,
    headerLength: 12,
    commandOf: (id) => names.get(id),
    summary,
    explained({ version }) {
      const explained = explainedOf.get(version) ?? cmppExplained(version);
      explainedOf.set(version, explained);
      return explained;
    },
  };
}
