import { type MergedReceipt, messageState } from '@smswire/smpp';
import { quote } from '../quote.js';

/** A receipt in words: which message, what became of it, why. */
export function receiptWords({ id, stat, state, err, intermediate, text }: MergedReceipt): string {
  const what = state === undefined ? (stat ?? 'in no known state') : String(messageState.read(state));
  return [
    `${intermediate ? 'notification' : 'receipt'} for ${id === undefined ? 'no message' : quote(id)}: ${what}`,
    err !== undefined && /[^0]/.test(err) ? `error ${quote(err)}` : '',
    text ? `of ${quote(text)}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
