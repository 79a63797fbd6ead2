import { renamedIn50, statuses33, statuses34, statuses50 } from './command-status-table.js';

type Rows = Record<string, readonly [code: number, meaning: string]>;
type Codes<T extends Rows> = { readonly [K in keyof T]: T[K][0] };

const codes = <T extends Rows>(rows: T): Codes<T> =>
  Object.fromEntries(Object.entries(rows).map(([name, [code]]) => [name, code])) as Codes<T>;

/** Every command_status of SMPP 3.4 and 5.0, and beside the 3.4 names those that 5.0 gives to 0xC0–0xC4. */
export const commandStatus = { ...codes(statuses34), ...renamedIn50, ...codes(statuses50) };

/** Names of codes that 3.4 reserves, but 3.3 and earlier systems used. */
export const legacyCommandStatus = codes(statuses33);

/** Where a code comes from: the version that brought it, the vendor range 0x400–0x4FF, or nowhere. */
export type CommandStatusOrigin = '3.3' | '3.4' | '5.0' | 'vendor' | 'reserved';

type Entry = { readonly name: string; readonly meaning: string; readonly origin: CommandStatusOrigin };

const entries = (rows: Rows, origin: CommandStatusOrigin): [number, Entry][] =>
  Object.entries(rows).map(([name, [code, meaning]]) => [code, { name, meaning, origin }]);

const byCode: ReadonlyMap<number, Entry> = new Map([
  ...entries(statuses34, '3.4'),
  ...entries(statuses50, '5.0'),
  ...entries(statuses33, '3.3'),
]);

export function commandStatusOrigin(code: number): CommandStatusOrigin {
  return byCode.get(code)?.origin ?? (code >= 0x400 && code <= 0x4ff ? 'vendor' : 'reserved');
}

/** `ESME_RTHROTTLED` for 0x58; for a code without a name the number in hex, `0x00000401`. */
export function commandStatusName(code: number): string {
  return byCode.get(code)?.name ?? `0x${code.toString(16).padStart(8, '0')}`;
}

/** One line of English; `vendor specific` for 0x400–0x4FF and `reserved` for any other code without a name. */
export function commandStatusMeaning(code: number): string {
  const entry = byCode.get(code);
  if (entry !== undefined) return entry.origin === '3.3' ? `${entry.meaning} (SMPP 3.3)` : entry.meaning;
  return commandStatusOrigin(code) === 'vendor' ? 'vendor specific' : 'reserved';
}

/** Whether the same request may succeed later, unchanged: throttled, queue full, receiver's temporary error. */
export function isRetryable(code: number): boolean {
  return (
    code === commandStatus.ESME_RTHROTTLED ||
    code === commandStatus.ESME_RMSGQFUL ||
    code === commandStatus.ESME_RX_T_APPN
  );
}
