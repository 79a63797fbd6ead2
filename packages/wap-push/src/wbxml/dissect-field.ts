import { charsetOf, findNul, UTF_8 } from './charset.js';
import type { WbxmlRow } from './dissect.js';
import type { Field } from './encode.js';
import type { WbxmlDocument } from './tree.js';

/** The rows of what stands outside the body: one each, and one for each string of the table. */
export function dissectField(doc: WbxmlDocument, { path }: Field, start: number, octets: Uint8Array): WbxmlRow[] {
  const end = start + octets.length;
  switch (path) {
    case 'version':
      return [{ path, start, end, value: doc.version }];
    case 'publicId':
      return [{ path, start, end, value: typeof doc.publicId === 'number' ? doc.publicId : doc.publicId.index }];
    case 'charset':
      return [{ path, start, end, value: doc.charset ?? UTF_8 }];
    case 'stringTable.length':
      return [{ path, start, end, value: doc.stringTable.length }];
    case 'stringTable':
      return dissectTable(doc, start);
    default:
      return [{ path, start, end, value: octets }];
  }
}

/** One row for each string with its NUL, by its offset. */
function dissectTable(doc: WbxmlDocument, start: number): WbxmlRow[] {
  const { stringTable: table } = doc;
  const charset = charsetOf(doc.charset || doc.transportCharset || UTF_8);
  const unit = charset?.unit ?? 1;
  const rows: WbxmlRow[] = [];
  for (let at = 0; at < table.length; ) {
    const nul = findNul(table, at, table.length, unit);
    const end = nul < 0 ? table.length : nul + unit;
    const octets = table.subarray(at, nul < 0 ? end : nul);
    rows.push({
      path: `stringTable[${at}]`,
      start: start + at,
      end: start + end,
      value: charset?.decode(octets) ?? octets,
    });
    at = end;
  }
  return rows;
}
