import { WapPushError } from '../errors.js';
import type { StringTable } from './string-table.js';
import type { TokenTable } from './token-table.js';
import { tokenTables } from './token-tables.js';
import type { WbxmlDocument } from './tree.js';

export interface DocumentTypeOptions {
  /** Read by this table, whatever the document says it is. */
  table?: TokenTable;
  /** The media type it came under, such as `push.contentType.mediaType`: asked where the document does not say. */
  contentType?: string;
}

const UNKNOWN = 1;

/** The token table that the document's public identifier names, by number or by text; `undefined` for unknown ones. */
export function declaredTable(doc: WbxmlDocument, strings: StringTable): TokenTable | undefined {
  const { publicId } = doc;
  if (typeof publicId === 'object') {
    const name = strings.at(publicId.index, undefined, () => 'publicId');
    return tokenTables.find(({ formalPublicIds }) => formalPublicIds.includes(name));
  }
  if (publicId === UNKNOWN) return undefined;
  return tokenTables.find((table) => table.publicId === publicId);
}

/** @throws WapPushError `documentType` when nothing says which table to read by */
export function chooseTable(doc: WbxmlDocument, strings: StringTable, options: DocumentTypeOptions): TokenTable {
  const media = options.contentType?.split(';')[0]?.trim().toLowerCase();
  const table =
    options.table ??
    declaredTable(doc, strings) ??
    tokenTables.find(({ mediaTypes }) => media !== undefined && mediaTypes?.includes(media));
  if (table !== undefined) return table;
  const name = typeof doc.publicId === 'number' ? `public identifier ${doc.publicId}` : 'its public identifier';
  const message = `no token table for ${name}; give one as the option table, or the contentType it came under`;
  throw new WapPushError('documentType', 1, message, 'publicId');
}
