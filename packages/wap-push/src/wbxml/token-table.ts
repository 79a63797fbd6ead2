/** Names by token, one record for each code page in order. */
export type Pages = readonly Readonly<Record<number, string>>[];

/**
 * The tokens of one document type, as data. Give your own as the option `table`.
 *
 * @example
 * const bookmark: TokenTable = {
 *   root: 'bookmark',
 *   publicId: 0x1100,
 *   formalPublicIds: ['-//EXAMPLE//DTD BOOKMARK 1.0//EN'],
 *   systemId: 'http://example.com/bookmark.dtd',
 *   tags: [{ 0x05: 'bookmark' }],
 *   attributes: [{ 0x05: 'href', 0x06: 'href=http://' }],
 *   values: [{ 0x85: '.com/' }],
 * };
 */
export interface TokenTable {
  /** The name of the root element. */
  root: string;
  /** The registered number; 1 where the document type has none. */
  publicId: number;
  /** Formal public identifiers that name it, the one to write first. */
  formalPublicIds: readonly string[];
  systemId: string;
  /** Media types that it travels under, in lower case. */
  mediaTypes?: readonly string[];
  /** Names by identity, 05 to 3F. */
  tags: Pages;
  /** Names by attribute start, 05 to 3F and 45 to 7F; behind a first `=`, what the value begins with. */
  attributes: Pages;
  /** Texts by attribute value, 85 to BF and C5 to FF. */
  values: Pages;
  /** Tokens that are read and never written, by page, as not every receiver has them. */
  readOnly?: { attributes: readonly (readonly number[])[]; values: readonly (readonly number[])[] };
  /** Attributes whose value is an OPAQUE of a `%Datetime`. */
  datetimeAttributes?: readonly string[];
  /** Elements whose content is an OPAQUE, which XML shows as base64. Elsewhere OPAQUE has no meaning. */
  base64Elements?: readonly string[];
}
