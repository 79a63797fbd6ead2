/** WBXML 1.0 (WAP-104), 1.1 (WAP-135), 1.2 (WAP-154), 1.3 (WAP-192). */
export type WbxmlVersion = '1.0' | '1.1' | '1.2' | '1.3';

/** An offset into the string table. */
export interface TableIndex {
  /** Octets from the start of the string table, whatever the charset. */
  index: number;
  /** Octets `80` ahead of the integer that say nothing; peers may stumble over them, so only decoding makes them. */
  padding?: number;
}

/** Octets `80` ahead of the integers of a header, as in {@link TableIndex}. */
export interface HeaderPadding {
  publicId?: number;
  charset?: number;
  stringTable?: number;
}

/**
 * A WBXML document, token by token: nothing is resolved, nothing is dropped. `encodeWbxml` makes of what
 * `decodeWbxml` returned the same octets again. Tokens of a body are in wire order.
 */
export interface WbxmlDocument {
  version: WbxmlVersion;
  /** The registered number of the document type (1 is unknown), or where its formal public identifier stands. */
  publicId: number | TableIndex;
  /** IANA MIBenum; 0 is unknown: what the transport says, else UTF-8. Absent in WBXML 1.0, whose header has none. */
  charset?: number;
  /** The transport's MIBenum, where it was needed because the document names none. */
  transportCharset?: number;
  /** Strings and their NULs, end to end. */
  stringTable: Uint8Array;
  /** One element, and processing instructions around it. */
  body: BodyToken[];
  /** ENDs of open elements that the data stops short of. */
  missingEnds?: number;
  /** Octets behind the document. */
  trailing?: Uint8Array;
  padding?: HeaderPadding;
}

export type BodyToken = ElementToken | PiToken | SwitchPageToken;

export interface ElementToken {
  kind: 'element';
  /** The identity, 05 to 3F, in the current tag page; or the name of a literal. */
  tag: number | TableIndex;
  /** Absent where bit 7 of the tag says that none follow. */
  attributes?: AttributeListToken[];
  /** Absent where bit 6 of the tag says that none follows. */
  content?: ContentToken[];
}

export type AttributeListToken = AttributeToken | SwitchPageToken;

export interface AttributeToken {
  kind: 'attribute';
  /** An attribute start, 05 to 3F or 45 to 7F, in the current attribute page; or the name of a literal. */
  start: number | TableIndex;
  value: ValueToken[];
}

export type ContentToken = ElementToken | PiToken | SwitchPageToken | TextToken;

export type ValueToken = AttributeValueToken | SwitchPageToken | TextToken;

/** An attribute value, 85 to BF or C5 to FF, in the current attribute page. */
export interface AttributeValueToken {
  kind: 'value';
  token: number;
}

export type TextToken =
  | StringToken
  | ReferenceToken
  | EntityToken
  | ExtensionStringToken
  | ExtensionIntegerToken
  | ExtensionToken
  | OpaqueToken;

/** STR_I. */
export interface StringToken {
  kind: 'string';
  text: string;
  /** The octets of `text`, in charsets that are read but not written: they are what is encoded. */
  octets?: Uint8Array;
}

/** STR_T. */
export interface ReferenceToken extends TableIndex {
  kind: 'reference';
}

export interface EntityToken {
  kind: 'entity';
  codePoint: number;
  padding?: number;
}

/** EXT_I_0 to EXT_I_2. What it means is the document type's own affair. */
export interface ExtensionStringToken {
  kind: 'extensionString';
  number: 0 | 1 | 2;
  text: string;
  octets?: Uint8Array;
}

/** EXT_T_0 to EXT_T_2: an integer, which is a table index only where the document type says so. */
export interface ExtensionIntegerToken {
  kind: 'extensionInteger';
  number: 0 | 1 | 2;
  value: number;
  padding?: number;
}

/** EXT_0 to EXT_2. */
export interface ExtensionToken {
  kind: 'extension';
  number: 0 | 1 | 2;
}

export interface OpaqueToken {
  kind: 'opaque';
  octets: Uint8Array;
  padding?: number;
}

/** A processing instruction: its attribute's name is the target. */
export interface PiToken {
  kind: 'pi';
  attributes: AttributeListToken[];
}

/** From here on, tags (in content) or attributes (in an attribute list) are of this page; END changes nothing. */
export interface SwitchPageToken {
  kind: 'switchPage';
  page: number;
}
