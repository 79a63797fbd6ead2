import { tolerate, WapPushError } from '../errors.js';
import { toBase64 } from './base64.js';
import { documentDue } from './encode.js';
import { flatten } from './flatten.js';
import { charge, type Naming, openNaming, type ResolveOptions, refuse, tagName, textOf } from './naming.js';
import { resolveAttributes } from './resolve-attributes.js';
import type { TokenTable } from './token-table.js';
import type { TextToken, WbxmlDocument } from './tree.js';
import type { XmlDocument, XmlElement, XmlInstruction, XmlNode } from './xml-tree.js';

/** A document, and the table it was read by. */
export interface Resolved extends XmlDocument {
  table: TokenTable;
  /** The offset of an element or attribute in the octets; 0 for what is none of this document. */
  offsetOf: (node: object) => number;
}

/**
 * Resolves tokens and references to the names and texts they stand for, by the token table of the document type:
 * the option `table`, else what the public identifier names, else what came under `contentType`.
 *
 * @throws WapPushError for what the document type does not know, or what passes `maxOutput`
 */
export function resolveWbxml(doc: WbxmlDocument, options: ResolveOptions = {}): Resolved {
  documentDue(doc);
  const open: XmlElement[] = [];
  const naming = openNaming(doc, options, () => open.map(({ name }) => name).join('.'));
  const around: { before: XmlInstruction[]; after: XmlInstruction[] } = { before: [], after: [] };
  const origins = new Map<object, object>();
  let root: XmlElement | undefined;

  for (const step of flatten(doc)) {
    const parent = open.at(-1);
    if (step.step === 'tagPage') {
      naming.tagPage = step.token.page;
    } else if (step.step === 'element') {
      const element: XmlElement = { name: tagName(naming, step.token), attributes: [], children: [] };
      if (parent === undefined) {
        checkRoot(naming, step.token, element.name);
        root = element;
      } else {
        parent.children.push(element);
      }
      open.push(element);
      origins.set(element, step.token);
      element.attributes = resolveAttributes(naming, step.token.attributes ?? [], origins);
      if (step.token.content === undefined) open.pop();
    } else if (step.step === 'pi') {
      const instruction = resolvePi(naming, step.token.attributes);
      if (parent !== undefined) parent.children.push(instruction);
      else (root === undefined ? around.before : around.after).push(instruction);
    } else if (step.step === 'text' && parent !== undefined) {
      appendText(parent.children, contentText(naming, step.token, parent));
    } else if (step.step === 'contentEnd') {
      open.pop();
    }
  }
  if (root === undefined) throw new WapPushError('noRoot', 0, 'the document has no element', 'body');
  const { before, after } = around;
  const document: Resolved = { table: naming.table, root, offsetOf: (node) => naming.locate(origins.get(node)) };
  if (before.length > 0) document.before = before;
  if (after.length > 0) document.after = after;
  return document;
}

/** Text in pieces is one text. */
function appendText(children: XmlNode[], text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else if (text !== '') children.push(text);
}

// A string table whose length is off by one leaves tokens that read well and mean something else.
function checkRoot(naming: Naming, token: object, name: string): void {
  const { root } = naming.table;
  if (name !== root) throw refuse(naming, 'root', token, `the root is ${name} where ${root} is due`);
}

function contentText(naming: Naming, token: TextToken, parent: XmlElement): string {
  if (naming.table.base64Elements?.includes(parent.name) !== true) return textOf(naming, token);
  if (token.kind === 'opaque') return charge(naming, token, toBase64(token.octets));
  tolerate(naming.tolerance, 'unexpected', naming.path(), naming.locate(token), 'text where octets are due');
  return textOf(naming, token);
}

function resolvePi(naming: Naming, list: Parameters<typeof resolveAttributes>[1]): XmlInstruction {
  const [attribute] = resolveAttributes(naming, list);
  return { target: attribute?.name ?? '', data: attribute?.value ?? '' };
}
