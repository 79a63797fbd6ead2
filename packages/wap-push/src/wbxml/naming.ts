import { type Tolerance, WapPushError, type WapPushErrorCode } from '../errors.js';
import { chooseTable, type DocumentTypeOptions } from './document-type.js';
import { hex } from './input.js';
import { defaultLimits, type Limits } from './limits.js';
import { type Locate, locator } from './locate.js';
import { openStringTable, type StringTable } from './string-table.js';
import type { TokenTable } from './token-table.js';
import type { AttributeToken, ElementToken, TableIndex, TextToken, WbxmlDocument } from './tree.js';
import { isXmlName } from './xml-character.js';

export interface ResolveOptions extends Tolerance, DocumentTypeOptions {
  limits?: Limits;
}

/** What names and texts of a document depend on while it is read in wire order. */
export interface Naming {
  table: TokenTable;
  strings: StringTable;
  locate: Locate;
  tolerance: Tolerance;
  maxOutput: number;
  /** Characters resolved so far. */
  output: number;
  tagPage: number;
  attributePage: number;
  /** Where the reading is, such as `si.indication@href`. */
  path: () => string;
}

export function openNaming(doc: WbxmlDocument, options: ResolveOptions, path: () => string): Naming {
  const locate = locator(doc);
  const strings = openStringTable(doc, locate);
  return {
    table: chooseTable(doc, strings, options),
    strings,
    locate,
    tolerance: options,
    maxOutput: options.limits?.maxOutput ?? defaultLimits.maxOutput,
    output: 0,
    tagPage: 0,
    attributePage: 0,
    path,
  };
}

export function refuse(naming: Naming, code: WapPushErrorCode, token: object, message: string): WapPushError {
  return new WapPushError(code, naming.locate(token), message, naming.path() || undefined);
}

/** Counts resolved characters: a reference of two octets may stand for all of the string table. */
export function charge(naming: Naming, token: object, text: string): string {
  naming.output += text.length;
  if (naming.output <= naming.maxOutput) return text;
  throw refuse(naming, 'limit', token, `names and texts pass ${naming.maxOutput} characters (maxOutput)`);
}

function literal(naming: Naming, at: TableIndex, token: object): string {
  const name = charge(naming, token, naming.strings.at(at.index, token, naming.path));
  if (isXmlName(name)) return name;
  throw refuse(naming, 'name', token, `${JSON.stringify(name.slice(0, 40))} cannot be a name in XML`);
}

export function tagName(naming: Naming, token: ElementToken): string {
  const { tag } = token;
  if (typeof tag === 'object') return literal(naming, tag, token);
  const name = naming.table.tags[naming.tagPage]?.[tag];
  if (name !== undefined) return charge(naming, token, name);
  const message = `${naming.table.root} has no tag ${hex(tag)} in page ${naming.tagPage}`;
  throw refuse(naming, 'unknownTag', token, message);
}

/** An attribute's name, and what its value begins with. */
export function attributeStart(naming: Naming, token: AttributeToken): [name: string, prefix: string] {
  const { start } = token;
  if (typeof start === 'object') {
    // Nokia writes the name xmlns as a literal at 0 and leaves the string table out.
    const missing = start.index === 0 && naming.strings.length === 0;
    return [missing ? 'xmlns' : literal(naming, start, token), ''];
  }
  const meaning = naming.table.attributes[naming.attributePage]?.[start];
  if (meaning === undefined) {
    const message = `${naming.table.root} has no attribute start ${hex(start)} in page ${naming.attributePage}`;
    throw refuse(naming, 'unknownAttribute', token, message);
  }
  return splitStart(charge(naming, token, meaning));
}

/** Splits `href=http://` at its first `=`. */
export function splitStart(meaning: string): [name: string, prefix: string] {
  const equals = meaning.indexOf('=');
  return equals < 0 ? [meaning, ''] : [meaning.slice(0, equals), meaning.slice(equals + 1)];
}

export function attributeValue(naming: Naming, token: { token: number }): string {
  const text = naming.table.values[naming.attributePage]?.[token.token];
  if (text !== undefined) return charge(naming, token, text);
  const message = `${naming.table.root} has no attribute value ${hex(token.token)} in page ${naming.attributePage}`;
  throw refuse(naming, 'unknownValue', token, message);
}

export function textOf(naming: Naming, token: TextToken): string {
  switch (token.kind) {
    case 'string':
      return charge(naming, token, token.text);
    case 'reference':
      return charge(naming, token, naming.strings.at(token.index, token, naming.path));
    case 'entity':
      return charge(naming, token, String.fromCodePoint(token.codePoint));
    case 'opaque':
      throw refuse(naming, 'opaque', token, `OPAQUE has no meaning here in ${naming.table.root}`);
    default:
      throw refuse(naming, 'extension', token, `extensions have no meaning in ${naming.table.root}`);
  }
}
