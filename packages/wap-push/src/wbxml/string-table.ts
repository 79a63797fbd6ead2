import { WapPushError } from '../errors.js';
import { charsetOf, findNul, UTF_8 } from './charset.js';
import type { Locate } from './locate.js';
import type { WbxmlDocument } from './tree.js';

/** The strings of a document by offset. */
export interface StringTable {
  /** Octets of the table. */
  length: number;
  /**
   * @param token where it is referred to, for the error
   * @throws WapPushError `stringIndex` or `charset`
   */
  at(index: number, token: object | undefined, path: () => string): string;
}

/** Strings are decoded when asked for, each offset once, so that many references to a long one cost one reading. */
export function openStringTable(doc: WbxmlDocument, locate: Locate): StringTable {
  const { stringTable: table } = doc;
  const charset = charsetOf(doc.charset || doc.transportCharset || UTF_8);
  const known = new Map<number, string>();
  return {
    length: table.length,
    at(index, token, path) {
      const found = known.get(index);
      if (found !== undefined) return found;
      if (!(index >= 0 && index < table.length)) {
        const message = `${index} is outside the string table of ${table.length}`;
        throw new WapPushError('stringIndex', locate(token), message, path());
      }
      const nul = charset === undefined ? -1 : findNul(table, index, table.length, charset.unit);
      const text = charset?.decode(table.subarray(index, nul < 0 ? table.length : nul));
      if (text === undefined) {
        throw new WapPushError(
          'charset',
          locate(token),
          `no text in its charset stands at ${index} of the table`,
          path(),
        );
      }
      known.set(index, text);
      return text;
    },
  };
}
