import { type SaxesAttributePlain, SaxesParser } from 'saxes';
import { textDue } from '../due.js';
import { WapPushError, type WapPushErrorCode } from '../errors.js';
import { type ComposeOptions, composeWbxml } from '../wbxml/compose.js';
import { defaultLimits, type Limits } from '../wbxml/limits.js';
import type { TokenTable } from '../wbxml/token-table.js';
import { tokenTables } from '../wbxml/token-tables.js';
import type { WbxmlDocument } from '../wbxml/tree.js';
import type { XmlDocument, XmlElement, XmlInstruction, XmlNode } from '../wbxml/xml-tree.js';

export interface FromXmlOptions extends ComposeOptions {
  /** Write by this table, whatever DOCTYPE and root element are. */
  table?: TokenTable;
}

/**
 * Parses XML 1.0 text and chooses WBXML tokens for it: `encodeWbxml` makes the octets. The token table is what the
 * DOCTYPE names, else what has this root element. White space between elements is dropped, as are comments; text is
 * kept as it is. No DTD is read: an internal subset is refused, and so is every entity but the five of XML itself.
 *
 * @throws WapPushError `xml` with the offset in characters; `limit`; `documentType`; and those of `encodeWbxml`
 */
export function fromXml(xml: string, options: FromXmlOptions = {}): WbxmlDocument {
  textDue(xml, 'a string of XML');
  const limits = { ...defaultLimits, ...options.limits };
  if (xml.length > limits.maxLength) {
    throw new WapPushError('limit', 0, `${xml.length} characters pass the limit of ${limits.maxLength} (maxLength)`);
  }
  const { document, publicId } = parse(xml, limits);
  return composeWbxml(document, options.table ?? tableFor(document.root, publicId), options);
}

function tableFor(root: XmlElement, publicId: string | undefined): TokenTable {
  const table =
    tokenTables.find(({ formalPublicIds }) => publicId !== undefined && formalPublicIds.includes(publicId)) ??
    tokenTables.find((table) => table.root === root.name);
  if (table === undefined) {
    const message = `no token table for the root ${root.name}; give one as the option table`;
    throw new WapPushError('documentType', 0, message, root.name);
  }
  if (table.root === root.name) return table;
  throw new WapPushError('root', 0, `the root is ${root.name} where ${table.root} is due`, root.name);
}

function parse(xml: string, limits: Required<Limits>): { document: XmlDocument; publicId: string | undefined } {
  const parser = new SaxesParser({ position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const fail = (code: WapPushErrorCode, message: string): WapPushError =>
    new WapPushError(code, parser.position, message, open.map(({ name }) => name).join('.') || undefined);
  const before: XmlInstruction[] = [];
  const after: XmlInstruction[] = [];
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let publicId: string | undefined;
  let attributes: SaxesAttributePlain[] = [];
  let nodes = 0;
  const count = (): void => {
    if (++nodes > limits.maxNodes) throw fail('limit', `elements and attributes pass ${limits.maxNodes} (maxNodes)`);
  };

  parser.on('error', (error) => {
    throw fail('xml', error.message.replace(/^\d+:\d+: /, ''));
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw fail('xml', 'a DOCTYPE with declarations of its own is not accepted');
    publicId = /\bPUBLIC\s+(?:"([^"]*)"|'([^']*)')/
      .exec(doctype)
      ?.slice(1)
      .find((id) => id !== undefined);
  });
  parser.on('attribute', (attribute) => {
    count();
    attributes.push(attribute);
  });
  parser.on('opentagstart', () => {
    attributes = [];
  });
  parser.on('opentag', ({ name }) => {
    count();
    const element: XmlElement = { name, attributes, children: [] };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
    if (open.length > limits.maxDepth)
      throw fail('limit', `elements within each other pass ${limits.maxDepth} (maxDepth)`);
  });
  const text = (text: string): void => {
    const children = open.at(-1)?.children;
    if (children === undefined) return;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('processinginstruction', ({ target, body }) => {
    const parent = open.at(-1);
    (parent?.children ?? (root === undefined ? before : after)).push({ target, data: body });
  });
  parser.on('closetag', () => {
    const element = open.pop() as XmlElement;
    if (element.children.some((child) => typeof child !== 'string')) {
      element.children = element.children.filter(
        (child: XmlNode) => typeof child !== 'string' || /[^ \t\r\n]/.test(child),
      );
    }
  });
  parser.write(xml).close();
  if (root === undefined) throw fail('xml', 'there is no root element');
  return { document: { root, before, after }, publicId };
}
