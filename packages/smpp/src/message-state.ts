import { names } from './names.js';

const states = names('messageState', {
  /** New in 5.0. */
  SCHEDULED: 0,
  ENROUTE: 1,
  DELIVERED: 2,
  EXPIRED: 3,
  DELETED: 4,
  UNDELIVERABLE: 5,
  ACCEPTED: 6,
  UNKNOWN: 7,
  REJECTED: 8,
  /** New in 5.0. */
  SKIPPED: 9,
});

const { values } = states;

/** The words of SMPP 3.4 appendix B, and those that 5.0's two states and ENROUTE have in the field. */
const words: ReadonlyMap<number, string> = new Map([
  [values.SCHEDULED, 'SCHEDLD'],
  [values.ENROUTE, 'ENROUTE'],
  [values.DELIVERED, 'DELIVRD'],
  [values.EXPIRED, 'EXPIRED'],
  [values.DELETED, 'DELETED'],
  [values.UNDELIVERABLE, 'UNDELIV'],
  [values.ACCEPTED, 'ACCEPTD'],
  [values.UNKNOWN, 'UNKNOWN'],
  [values.REJECTED, 'REJECTD'],
  [values.SKIPPED, 'SKIPPED'],
]);

/** Seen in the field. The buffered ones are not final, so that a receipt still to come is not taken for a second. */
const seen: readonly [string, number][] = [
  ['ACKED', values.ENROUTE],
  ['BUFFRED', values.ENROUTE],
  ['BUFFERD', values.ENROUTE],
  ['BUFFERED', values.ENROUTE],
  ['FAILED', values.UNDELIVERABLE],
  ['UNDELIVERED', values.UNDELIVERABLE],
];

const byWord: ReadonlyMap<string, number> = new Map([
  ...Object.entries(values),
  ...[...words].map(([state, word]): [string, number] => [word, state]),
  ...seen,
]);

const final: ReadonlySet<number> = new Set([
  values.DELIVERED,
  values.EXPIRED,
  values.DELETED,
  values.UNDELIVERABLE,
  values.REJECTED,
  values.SKIPPED,
]);

/** `message_state`, and the words that receipts have for it. SMPP 3.4 §5.2.28, 5.0 §4.7.15. */
export const messageState = {
  ...states,

  /**
   * Whether no other state will follow. ACCEPTED is final by the text of 5.0 (someone reads the message for the
   * subscriber), but peers send it for "accepted, on its way", so it is not final here; nor is UNKNOWN.
   */
  isFinal: (state: number): boolean => final.has(state),

  /** The `stat` of a receipt, seven letters; `UNKNOWN` for a number that is no state. */
  word: (state: number): string => words.get(state) ?? 'UNKNOWN',

  /** The state for a `stat`, in any case; `more` adds words to the table, or overrules it. */
  fromWord(stat: string, more: Readonly<Record<string, number>> = {}): number | undefined {
    const word = stat.toUpperCase();
    if (Object.hasOwn(more, stat)) return more[stat];
    if (Object.hasOwn(more, word)) return more[word];
    return byWord.get(word);
  },
};
