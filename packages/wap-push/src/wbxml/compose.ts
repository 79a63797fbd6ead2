import { arrayDue, objectDue } from '../due.js';
import { WapPushError } from '../errors.js';
import { charsetOf, UTF_8 } from './charset.js';
import { composeBody } from './compose-body.js';
import type { Limits } from './limits.js';
import { buildTable, type StringTableMode, type Use } from './table-builder.js';
import type { TokenTable } from './token-table.js';
import type { WbxmlDocument, WbxmlVersion } from './tree.js';
import type { XmlDocument } from './xml-tree.js';

export interface ComposeOptions {
  /** @default '1.2' */
  version?: WbxmlVersion;
  /** @default 'none' */
  stringTable?: StringTableMode;
  /** Write `.com/` and its like as attribute value tokens where that saves octets. @default true */
  valueTokens?: boolean;
  /** MIBenum of the charset to write in. @default 106, which is UTF-8 */
  charset?: number;
  /** What the document may cost: `maxDepth` and `maxNodes` hold for writing as they do for reading. */
  limits?: Limits;
}

/**
 * Chooses tokens for the names and texts of a document: the opposite of `resolveWbxml`. Attributes are written in
 * their order, names that `table` does not have as literals.
 *
 * @throws WapPushError `stringTable` for a literal without a string table, `datetime`, `name`, `character`, `charset`
 */
export function composeWbxml(document: XmlDocument, table: TokenTable, options: ComposeOptions = {}): WbxmlDocument {
  objectDue(document, 'a document { root }');
  objectDue(document.root, 'an element { name, attributes, children }', 'root');
  objectDue(table, 'a TokenTable, such as serviceIndicationTable,', 'table');
  for (const key of ['tags', 'attributes', 'values'] as const) {
    arrayDue(table[key], 'an array of code pages', `table.${key}`);
  }
  const { version = '1.2', stringTable: mode = 'none', valueTokens = true, charset: mibEnum = UTF_8 } = options;
  const charset = charsetOf(mibEnum);
  if (charset?.encode === undefined) {
    throw new WapPushError('unsupportedCharset', 0, `no encoder for the charset of MIBenum ${mibEnum}`, 'charset');
  }
  if (version === '1.0' && mibEnum !== UTF_8) {
    throw new WapPushError('unsupportedCharset', 0, 'WBXML 1.0 has no charset; 106, UTF-8, is taken', 'charset');
  }
  // Once to learn which strings there are, once more to refer to those that the table took.
  const uses: Use[] = [];
  const choices = { table, unit: charset.unit, valueTokens, limits: options.limits };
  composeBody(document, choices, {
    string: (text) => {
      uses.push({ text, literal: false });
      return { kind: 'string', text };
    },
    literal: (text) => {
      uses.push({ text, literal: true });
      return { index: 0 };
    },
  });
  const { octets: stringTable, indexOf } = buildTable(mode, uses, charset);
  const body = composeBody(document, choices, {
    string: (text) => {
      const index = indexOf.get(text);
      return index === undefined ? { kind: 'string', text } : { kind: 'reference', index };
    },
    literal: (text) => ({ index: indexOf.get(text) as number }),
  });
  return { version, publicId: table.publicId, ...(version === '1.0' ? {} : { charset: mibEnum }), stringTable, body };
}
