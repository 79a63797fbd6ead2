import { UserDataError } from './errors.js';
import { transliterations } from './transliteration.js';
import { wantText } from './wanted.js';

/** What to do with a character the alphabet cannot write. */
export interface Unencodable {
  /**
   * - `error`: throw, naming the character and its index
   * - `replace`: write `replacement` in its place
   * - `transliterate`: write the nearest the alphabet has (`“` as `"`, `ș` as `s`), or `replacement` where there is none
   * @default 'error'
   */
  unencodable?: 'error' | 'replace' | 'transliterate' | undefined;
  /** Stands for each character that cannot be written. @default '?' */
  replacement?: string | undefined;
}

/** The index of the first UTF-16 unit of `text` that cannot be written, or -1. */
export type FirstUnwritable = (text: string) => number;

/** The error of the character at `index`. */
export function unencodable(path: string, text: string, index: number): UserDataError {
  const code = text.codePointAt(index) ?? 0;
  const character = String.fromCodePoint(code);
  const scalar = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return new UserDataError(
    'unencodable',
    path,
    index,
    `the alphabet has no ${code >= 0xd800 && code <= 0xdfff ? 'lone surrogate' : JSON.stringify(character)} (${scalar})`,
    character,
  );
}

/**
 * `text` with every character that cannot be written replaced as `policy` says.
 * @throws UserDataError `unencodable` when the policy is to throw, or the replacement cannot be written either
 */
export function writable(path: string, text: string, first: FirstUnwritable, policy: Unencodable | undefined): string {
  let bad = first(text);
  if (bad < 0) return text;
  const how = policy?.unencodable ?? 'error';
  if (how === 'error') throw unencodable(path, text, bad);
  const replacement = policy?.replacement ?? '?';
  wantText(`${path}.replacement`, replacement);
  if (first(replacement) >= 0) throw unencodable(`${path}.replacement`, replacement, first(replacement));

  let written = text.slice(0, bad);
  for (const character of text.slice(bad)) {
    bad = first(character);
    if (bad < 0) written += character;
    else written += (how === 'transliterate' ? nearest(character, first) : undefined) ?? replacement;
  }
  return written;
}

function nearest(character: string, first: FirstUnwritable): string | undefined {
  const listed = transliterations.get(character);
  if (listed !== undefined && first(listed) < 0) return listed;
  const base = character.normalize('NFKD').replace(/\p{M}+/gu, '');
  if (base === '') return '';
  if (first(base) < 0) return base;
  let rebuilt = '';
  for (const part of base) {
    const next = first(part) < 0 ? part : transliterations.get(part);
    if (next === undefined || first(next) >= 0) return undefined;
    rebuilt += next;
  }
  return rebuilt;
}
