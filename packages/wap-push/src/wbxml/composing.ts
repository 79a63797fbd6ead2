import { WapPushError } from '../errors.js';
import type { CountElement, Limits } from './limits.js';
import type { TokenTable } from './token-table.js';
import type { ReferenceToken, StringToken, TableIndex } from './tree.js';
import { findNonXml } from './xml-character.js';

/** Where strings go. */
export interface Placing {
  string(text: string): StringToken | ReferenceToken;
  literal(name: string): TableIndex;
}

/** What the choice of tokens depends on. */
export interface Choices {
  table: TokenTable;
  /** Octets of a NUL in the charset. */
  unit: 1 | 2;
  valueTokens: boolean;
  limits: Limits | undefined;
}

/** The choosing, in wire order. */
export interface Composing extends Choices {
  placing: Placing;
  tagPage: number;
  attributePage: number;
  count: CountElement;
}

export function checkCharacters(text: string, path: string): void {
  const found = findNonXml(text);
  if (found !== undefined) throw new WapPushError('character', 0, `${found} cannot stand in XML 1.0`, path);
}
