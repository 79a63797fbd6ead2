import { type Tolerance, tolerate, WapPushError } from '../errors.js';
import { type ComposeOptions, composeWbxml } from '../wbxml/compose.js';
import { decodeWbxml } from '../wbxml/decode.js';
import { declaredTable } from '../wbxml/document-type.js';
import { encodeWbxml } from '../wbxml/encode.js';
import type { DecodeOptions } from '../wbxml/input.js';
import { locator } from '../wbxml/locate.js';
import { type Resolved, resolveWbxml } from '../wbxml/resolve.js';
import { openStringTable } from '../wbxml/string-table.js';
import type { TokenTable } from '../wbxml/token-table.js';
import type { XmlElement } from '../wbxml/xml-tree.js';

export interface EncodeOptions extends ComposeOptions, Tolerance {}

/** The two verbs of a document type. */
export interface DocumentCodec<Document, Input = Document> {
  /** @throws WapPushError for octets that are no such document; see the README for the codes */
  decode: (bytes: Uint8Array, options?: DecodeOptions) => Document;
  /** @throws WapPushError for values that the document cannot hold */
  encode: (document: Input, options?: EncodeOptions) => Uint8Array;
}

/** A document being read. */
export interface Reading {
  options: DecodeOptions;
  offsetOf: Resolved['offsetOf'];
}

const UNKNOWN = 1;

/** Decodes and resolves a document of this type; one that calls itself unknown is believed to be. */
export function readDocument(
  bytes: Uint8Array,
  table: TokenTable,
  options: DecodeOptions,
): Reading & { root: XmlElement } {
  const doc = decodeWbxml(bytes, options);
  const declared = declaredTable(doc, openStringTable(doc, locator(doc)));
  if (doc.publicId !== UNKNOWN && declared !== table) {
    const what = declared === undefined ? 'another document type' : `a document of the type ${declared.root}`;
    throw new WapPushError('documentType', 1, `this is ${what}, not ${table.root}`, 'publicId');
  }
  const { root, offsetOf } = resolveWbxml(doc, { ...options, table });
  return { root, options, offsetOf };
}

export function writeDocument(root: XmlElement, table: TokenTable, options: EncodeOptions): Uint8Array {
  return encodeWbxml(composeWbxml({ root }, table, options));
}

/** The elements in `element`; whatever else than white space stands between them is reported. */
export function childElements(reading: Reading, element: XmlElement, path: string): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') {
      if (/[^ \t\r\n]/.test(child)) unexpected(reading, element, path, 'text where only elements are due');
    } else if ('name' in child) {
      elements.push(child);
    }
  }
  return elements;
}

/** The text in `element`; elements within it are reported and left out. */
export function textIn(reading: Reading, element: XmlElement, path: string): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else if ('name' in child) unexpected(reading, child, `${path}.${child.name}`, 'an element where only text is due');
  }
  return text;
}

/** Reports what the document type does not know and reading can do without. */
export function unexpected({ options, offsetOf }: Reading, node: object, path: string, message: string): void {
  tolerate(options, 'unexpected', path, offsetOf(node), message);
}
