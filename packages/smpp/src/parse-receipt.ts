import { YEAR_PIVOT, yearOf } from './calendar.js';
import { messageState } from './message-state.js';
import { receiptText } from './receipt-text.js';
import { momentOf, type TimeZone } from './time-zone.js';

/** What the text of a delivery receipt says; what it does not say is absent. SMPP 3.4 appendix B. */
export interface Receipt {
  /** The message_id that the response to the submission gave: opaque, see `normaliseMessageId`. */
  id?: string;
  /** Messages submitted and messages delivered, of a submission to a distribution list. */
  sub?: number;
  dlvrd?: number;
  submitDate?: Date;
  doneDate?: Date;
  /** The word for the final state, as it stands. */
  stat?: string;
  /** The `message_state` that `stat` means, where it is known. */
  state?: number;
  /** The error code of the network or the MC, as it stands: digits or anything else. */
  err?: string;
  /** The beginning of the message. */
  text?: string;
  /** All of the receipt's text. */
  raw: string;
}

export interface ReceiptOptions {
  /**
   * Of the two dates: an IANA name, or minutes ahead of UTC. Receipts name no zone, and many MCs use local time.
   * @default 'UTC'
   */
  timeZone?: TimeZone;
  /** Words for `stat` beside the known ones, or instead of them: `{ NOROUTE: 5 }`. */
  states?: Readonly<Record<string, number>>;
  /**
   * The first two-digit year of the 1900s.
   * @default 38
   */
  yearPivot?: number;
}

const KEY = /(?:^|[\s,;])(id|sub|dlvrd|submit[ _-]?date|done[ _-]?date|stat|err|text)[ \t]?:/gi;

/**
 * Reads the text of a delivery receipt, tolerantly: any field may be missing, in any order and case; dates have 10, 12
 * or 14 digits; octets may be ASCII or UTF-16, whatever the data_coding says. Never throws for an input: what is no
 * receipt has `raw` and nothing else.
 * @throws PduError `range` for a `timeZone` that does not exist
 */
export function parseReceipt(input: string | Uint8Array, options: ReceiptOptions = {}): Receipt {
  const raw = receiptText(input);
  const receipt: Receipt = { raw };
  const found = fields(without(raw, '\0'));

  const word = (name: string): string | undefined => {
    const first = /\S+/.exec(found.get(name) ?? '')?.[0];
    return first && without(first, ',;');
  };
  const id = word('id');
  if (id) receipt.id = id;
  const sub = word('sub');
  if (sub && /^\d{1,9}$/.test(sub)) receipt.sub = Number(sub);
  const dlvrd = word('dlvrd');
  if (dlvrd && /^\d{1,9}$/.test(dlvrd)) receipt.dlvrd = Number(dlvrd);
  const submitDate = parseDate(word('submitdate'), options);
  if (submitDate) receipt.submitDate = submitDate;
  const doneDate = parseDate(word('donedate'), options);
  if (doneDate) receipt.doneDate = doneDate;
  const stat = word('stat');
  if (stat) {
    receipt.stat = stat;
    const state = messageState.fromWord(stat, options.states);
    if (state !== undefined) receipt.state = state;
  }
  const err = word('err');
  if (err) receipt.err = err;
  const text = found.get('text');
  if (text !== undefined) receipt.text = text.trim();
  return receipt;
}

/** `text` up to a tail of `marks`. Not a regular expression, which takes a time of n² on a tail that is none. */
function without(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text[end - 1] as string)) end--;
  return text.slice(0, end);
}

/**
 * What stands behind each key, up to the next. The first of a key counts; and text runs to the end where id and stat
 * stand before it: it is the subscriber's own, who could write a receipt of their liking there.
 */
function fields(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  let open: { name: string; start: number } | undefined;
  for (const match of raw.matchAll(KEY)) {
    const name = (match[1] as string).toLowerCase().replace(/[ _-]/, '');
    if (found.has(name)) continue;
    if (open) found.set(open.name, raw.slice(open.start, match.index));
    open = { name, start: match.index + match[0].length };
    found.set(name, '');
    if (name === 'text' && found.has('id') && found.has('stat')) break;
  }
  if (open) found.set(open.name, raw.slice(open.start));
  return found;
}

function parseDate(digits: string | undefined, options: ReceiptOptions): Date | undefined {
  if (digits === undefined || !/^(?:\d{10}|\d{12}|\d{14})$/.test(digits)) return undefined;
  const pivot = options.yearPivot ?? YEAR_PIVOT;
  const two = yearOf(Number(digits.slice(0, 2)), pivot);
  const four = Number(digits.slice(0, 4));
  const zone = options.timeZone ?? 'UTC';
  if (digits.length === 14) return dateOf(four, digits.slice(4), zone);
  // Twelve digits are YYMMDDhhmmss, or where that is no date (20 26 ..: month 26) YYYYMMDDhhmm.
  return dateOf(two, digits.slice(2), zone) ?? (digits.length === 12 ? dateOf(four, digits.slice(4), zone) : undefined);
}

/** @param rest MMDDhhmm or MMDDhhmmss */
function dateOf(year: number, rest: string, zone: TimeZone): Date | undefined {
  const at = (index: number): number => Number(rest.slice(index, index + 2));
  return momentOf({ year, month: at(0), day: at(2), hours: at(4), minutes: at(6), seconds: at(8) }, zone);
}
