import { commands } from '@smswire/smpp';
import type { Talked } from '../talked.js';
import type { Codec } from './codec.js';
import { smppExplained } from './explained.js';
import { summary } from './summary.js';

const names = new Map<number, string>(commands.map(({ id, name }) => [id, name]));

/** SMPP as it is talked. */
export const smppTalked = (codec: Codec): Talked<Codec> => ({
  codec,
  number: 'sequenceNumber',
  numberAt: 12,
  headerLength: 16,
  commandOf: (id) => names.get(id),
  summary,
  explained: () => smppExplained,
});
