import { WapPushError } from '../errors.js';
import type { ResolveOptions } from '../wbxml/naming.js';
import { resolveWbxml } from '../wbxml/resolve.js';
import type { TokenTable } from '../wbxml/token-table.js';
import type { WbxmlDocument } from '../wbxml/tree.js';
import { findNonXml } from '../wbxml/xml-character.js';
import { isElement, type XmlElement, type XmlInstruction, type XmlNode } from '../wbxml/xml-tree.js';

/**
 * The document as XML 1.0 text, with the DOCTYPE of its document type. Nothing is added between the tags.
 *
 * @throws WapPushError for what the document type does not know, what XML cannot hold, or what passes `maxOutput`
 */
export function toXml(doc: WbxmlDocument, options: ResolveOptions = {}): string {
  const { table, root, before = [], after = [] } = resolveWbxml(doc, options);
  const nodes: XmlNode[] = [...before, root, ...after];
  return `<?xml version="1.0"?>${doctype(table)}${serialize(nodes)}`;
}

function doctype({ root, formalPublicIds: [publicId], systemId }: TokenTable): string {
  if (publicId === undefined) return `<!DOCTYPE ${root} SYSTEM "${systemId}">`;
  return `<!DOCTYPE ${root} PUBLIC "${publicId}" "${systemId}">`;
}

// An own stack, as everywhere: no depth of a document is a depth of calls.
function serialize(nodes: readonly XmlNode[]): string {
  let xml = '';
  const open: { nodes: readonly XmlNode[]; next: number; name: string }[] = [{ nodes, next: 0, name: '' }];
  for (;;) {
    const level = open.at(-1);
    if (level === undefined) return xml;
    const node = level.nodes[level.next++];
    if (node === undefined) {
      open.pop();
      if (open.length > 0) xml += `</${level.name}>`;
    } else if (typeof node === 'string') {
      xml += escapeText(node, level.name);
    } else if (isElement(node)) {
      xml += startTag(node);
      if (node.children.length > 0) open.push({ nodes: node.children, next: 0, name: node.name });
    } else {
      xml += instruction(node);
    }
  }
}

function startTag({ name, attributes, children }: XmlElement): string {
  let tag = `<${name}`;
  for (const { name: attribute, value } of attributes) {
    tag += ` ${attribute}="${escapeAttribute(value, `${name}@${attribute}`)}"`;
  }
  return children.length === 0 ? `${tag}/>` : `${tag}>`;
}

function instruction({ target, data }: XmlInstruction): string {
  if (target.toLowerCase() === 'xml' || data.includes('?>')) {
    throw new WapPushError('name', 0, 'XML has no such processing instruction', `?${target}`);
  }
  return data === '' ? `<?${target}?>` : `<?${target} ${checked(data, `?${target}`)}?>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (character: string): string => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`;

// A reader would make one line feed of a carriage return, and spaces of white space in an attribute.
const escapeText = (text: string, path: string): string => checked(text, path).replace(/[&<>\r]/g, escaped);
const escapeAttribute = (text: string, path: string): string => checked(text, path).replace(/[&<"\t\n\r]/g, escaped);

function checked(text: string, path: string): string {
  const found = findNonXml(text);
  if (found === undefined) return text;
  throw new WapPushError('character', 0, `${found} cannot stand in XML 1.0`, path);
}
