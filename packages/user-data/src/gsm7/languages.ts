import { UserDataError } from '../errors.js';
import { type Tolerance, tolerate } from '../tolerance.js';

/** National language identifiers. TS 23.038 §6.2.1.2.4. */
const identifiers = {
  turkish: 1,
  spanish: 2,
  portuguese: 3,
  bengali: 4,
  gujarati: 5,
  hindi: 6,
  kannada: 7,
  malayalam: 8,
  oriya: 9,
  punjabi: 10,
  tamil: 11,
  telugu: 12,
  urdu: 13,
} as const;

/** A language with a national table of its own. Spanish has a single shift table only. */
export type NationalLanguage = keyof typeof identifiers;

/** Every language with a national table, in the order of their identifiers, which count from 1. */
export const nationalLanguages = /* @__PURE__ */ Object.keys(identifiers) as readonly NationalLanguage[];

/** The tables a text is written with: a language by name or by identifier; 0 or none is the default alphabet's. */
export interface NationalTables {
  /** Replaces the table behind an escape. */
  single?: NationalLanguage | number | undefined;
  /** Replaces the default alphabet itself. Spanish has none. */
  locking?: NationalLanguage | number | undefined;
}

/** The name of an identifier, or nothing where it is reserved. */
export function languageName(identifier: number): NationalLanguage | undefined {
  return nationalLanguages[identifier - 1];
}

/** The identifier of a name, or `undefined` where no such language is. A number stands for itself. */
export function languageIdentifier(language: NationalLanguage | number): number | undefined {
  return typeof language === 'number'
    ? language
    : Object.hasOwn(identifiers, language)
      ? identifiers[language]
      : undefined;
}

function known(language: NationalLanguage | number | undefined, shift: 'single' | 'locking'): number | undefined {
  if (language === undefined || language === 0) return 0;
  const identifier = languageIdentifier(language);
  if (identifier === undefined || languageName(identifier) === undefined) return undefined;
  return shift === 'locking' && identifier === identifiers.spanish ? undefined : identifier;
}

/**
 * The identifier of a table to write with.
 * @throws UserDataError `language` when there is no such table
 */
export function tableToWrite(language: NationalLanguage | number | undefined, shift: 'single' | 'locking'): number {
  const identifier = known(language, shift);
  if (identifier !== undefined) return identifier;
  throw new UserDataError('language', `gsm7.${shift}`, 0, `there is no ${shift} shift table of language ${language}`);
}

/** The identifier of a table to read with: the default one where there is none such, with a warning. */
export function tableToRead(
  language: NationalLanguage | number | undefined,
  shift: 'single' | 'locking',
  tolerance: Tolerance | undefined,
): number {
  const identifier = known(language, shift);
  if (identifier !== undefined) return identifier;
  const what = `there is no ${shift} shift table of language ${language}; the default one is used`;
  tolerate(tolerance, 'language', `gsm7.${shift}`, 0, what);
  return 0;
}
