import { WapPushError } from '../errors.js';
import type { ResolveOptions } from '../wbxml/naming.js';
import { type Resolved, resolveWbxml } from '../wbxml/resolve.js';
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
  const { table, root, before = [], after = [], offsetOf } = resolveWbxml(doc, options);
  const nodes: XmlNode[] = [...before, root, ...after];
  return `<?xml version="1.0"?>${doctype(table)}${serialize(nodes, offsetOf)}`;
}

type OffsetOf = Resolved['offsetOf'];

function doctype({ root, formalPublicIds: [publicId], systemId }: TokenTable): string {
  if (publicId === undefined) return `<!DOCTYPE ${root} SYSTEM "${systemId}">`;
  return `<!DOCTYPE ${root} PUBLIC "${publicId}" "${systemId}">`;
}

// An own stack, as everywhere: no depth of a document is a depth of calls.
function serialize(nodes: readonly XmlNode[], offsetOf: OffsetOf): string {
  let xml = '';
  const open: { nodes: readonly XmlNode[]; next: number; element?: XmlElement }[] = [{ nodes, next: 0 }];
  for (;;) {
    const level = open.at(-1);
    if (level === undefined) return xml;
    const node = level.nodes[level.next++];
    if (node === undefined) {
      open.pop();
      if (level.element !== undefined) xml += `</${level.element.name}>`;
    } else if (typeof node === 'string') {
      xml += escapeText(node, level.element, offsetOf);
    } else if (isElement(node)) {
      xml += startTag(node, offsetOf);
      if (node.children.length > 0) open.push({ nodes: node.children, next: 0, element: node });
    } else {
      xml += instruction(node);
    }
  }
}

function startTag({ name, attributes, children }: XmlElement, offsetOf: OffsetOf): string {
  let tag = `<${name}`;
  for (const attribute of attributes) {
    check(attribute.value, `${name}@${attribute.name}`, () => offsetOf(attribute));
    tag += ` ${attribute.name}="${attribute.value.replace(/[&<"\t\n\r]/g, escaped)}"`;
  }
  return children.length === 0 ? `${tag}/>` : `${tag}>`;
}

function escapeText(text: string, element: XmlElement | undefined, offsetOf: OffsetOf): string {
  check(text, element?.name ?? '', () => (element === undefined ? 0 : offsetOf(element)));
  return text.replace(/[&<>\r]/g, escaped);
}

function instruction(node: XmlInstruction): string {
  const { target, data } = node;
  if (target.toLowerCase() === 'xml' || data.includes('?>')) {
    throw new WapPushError('name', 0, 'XML has no such processing instruction', `?${target}`);
  }
  check(data, `?${target}`, () => 0);
  return data === '' ? `<?${target}?>` : `<?${target} ${data}?>`;
}

// A reader would make one line feed of a carriage return, and spaces of white space in an attribute.
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (character: string): string => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`;

function check(text: string, path: string, offset: () => number): void {
  const found = findNonXml(text);
  if (found !== undefined) throw new WapPushError('character', offset(), `${found} cannot stand in XML 1.0`, path);
}
