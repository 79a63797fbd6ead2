/**
 * Of the octets:
 * - `version`: not WBXML 1.0 to 1.3
 * - `unsupportedCharset`: the sentence carries the MIBenum
 * - `token`: an octet that may not stand where it stands
 * - `stringIndex`: an index outside the string table, or within a character
 * - `noRoot`: no element where the root is due
 * - `entity`: not a character of XML 1.0
 * - `emptyAttributeList`, `missingEnd`, `trailingOctets`, `unterminatedTable`, `switchPage` (one that governs
 *   nothing), `literalWithoutTable`, `overlongInteger`, `midString` (an index behind the start of a string),
 *   `charsetMismatch` (the transport names another): tolerated unless `strict`
 *
 * Of the document:
 * - `documentType`: no token table is known for it, or another is wanted
 * - `unknownTag`, `unknownAttribute`, `unknownValue`: tokens that the token table does not have
 * - `extension`, `opaque`: what the document type gives no meaning to
 * - `name`, `character`: what may not stand in XML 1.0
 * - `root`: the root element is another document type's
 * - `duplicateAttribute`, `missing` (an element, attribute or text), `datetime`
 * - `inlineDate`, `untrimmedDate`, `unexpected` (what the document type does not know): tolerated unless `strict`
 * - `stringTable`: a literal needs a table and none may be written
 * - `xml`: text that is not well-formed, or uses what is not accepted
 */
export type WbxmlCode =
  | 'version'
  | 'unsupportedCharset'
  | 'token'
  | 'stringIndex'
  | 'noRoot'
  | 'entity'
  | 'emptyAttributeList'
  | 'missingEnd'
  | 'trailingOctets'
  | 'unterminatedTable'
  | 'switchPage'
  | 'literalWithoutTable'
  | 'overlongInteger'
  | 'midString'
  | 'charsetMismatch'
  | 'documentType'
  | 'unknownTag'
  | 'unknownAttribute'
  | 'unknownValue'
  | 'extension'
  | 'opaque'
  | 'name'
  | 'character'
  | 'root'
  | 'duplicateAttribute'
  | 'missing'
  | 'datetime'
  | 'inlineDate'
  | 'untrimmedDate'
  | 'unexpected'
  | 'stringTable'
  | 'xml';
