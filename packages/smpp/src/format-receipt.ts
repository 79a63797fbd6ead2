import { integer } from './bounds.js';
import { millisecondsOf, twelveDigits, YEAR_PIVOT } from './calendar.js';
import { messageState } from './message-state.js';
import type { Receipt, ReceiptOptions } from './parse-receipt.js';
import { wallClock } from './time-zone.js';
import { badValue } from './value-error.js';

/** What a receipt is written from. `stat` defaults to the word for `state`. */
export type ReceiptFields = Omit<Receipt, 'raw'>;

/**
 * Writes `id:… sub:001 dlvrd:001 submit date:YYMMDDhhmm done date:YYMMDDhhmm stat:DELIVRD err:000 text:…`. Of the text
 * go the first 20 characters, as the standard has it; numbers that are missing are written as zeros.
 * @throws PduError `format` for an id, stat or err that holds a space, comma, semicolon or more than ASCII, `range` for a
 * number above 999 or a date out of reach of two digits
 */
export function formatReceipt(fields: ReceiptFields, options: Omit<ReceiptOptions, 'states'> = {}): string {
  const { id = '', sub = 0, dlvrd = 0, submitDate, doneDate, state, err = '000', text = '' } = fields;
  const stat = fields.stat ?? (state === undefined ? '' : messageState.word(state));
  return [
    `id:${visible('id', id)}`,
    `sub:${threeDigits('sub', sub)}`,
    `dlvrd:${threeDigits('dlvrd', dlvrd)}`,
    `submit date:${tenDigits('submitDate', submitDate, options)}`,
    `done date:${tenDigits('doneDate', doneDate, options)}`,
    `stat:${visible('stat', stat)}`,
    `err:${visible('err', err)}`,
    `text:${Array.from(text).slice(0, 20).join('')}`,
  ].join(' ');
}

function visible(name: string, value: string): string {
  if (/^[!-+\--:<-~]*$/.test(value)) return value;
  return badValue(
    'format',
    `receipt.${name}`,
    `${JSON.stringify(value)} holds a space, a comma, a semicolon or what is not ASCII`,
  );
}

const threeDigits = (name: string, value: number): string =>
  String(integer(`receipt.${name}`, value, 999)).padStart(3, '0');

function tenDigits(name: string, date: Date | undefined, options: Omit<ReceiptOptions, 'states'>): string {
  if (date === undefined) return '0000000000';
  const path = `receipt.${name}`;
  const local = wallClock(millisecondsOf(path, date), options.timeZone ?? 'UTC');
  return twelveDigits(path, local, options.yearPivot ?? YEAR_PIVOT).slice(0, 10);
}
