import { WapPushError } from '../errors.js';
import { fromBase64 } from './base64.js';
import { composeAttributes } from './compose-attributes.js';
import { type Choices, type Composing, checkCharacters, type Placing } from './composing.js';
import type { BodyToken, ContentToken, TableIndex } from './tree.js';
import { isXmlName } from './xml-character.js';
import { isElement, type XmlDocument, type XmlElement, type XmlInstruction, type XmlNode } from './xml-tree.js';

export function composeBody(document: XmlDocument, choices: Choices, placing: Placing): BodyToken[] {
  const composing: Composing = { ...choices, placing, tagPage: 0, attributePage: 0 };
  const body: BodyToken[] = (document.before ?? []).map((pi) => composePi(composing, pi));
  // An own stack: what is composed may have been made by any means, to any depth.
  const open: {
    children: readonly XmlNode[];
    next: number;
    into: { push(token: ContentToken): void };
    name: string;
  }[] = [{ children: [document.root], next: 0, into: body as ContentToken[], name: '' }];
  for (;;) {
    const level = open.at(-1);
    if (level === undefined) break;
    const node = level.children[level.next++];
    if (node === undefined) {
      open.pop();
    } else if (typeof node === 'string') {
      if (node !== '') level.into.push(composeText(composing, node, level.name));
    } else if (isElement(node)) {
      const content = composeElement(composing, node, level.into);
      if (content !== undefined) open.push({ children: node.children, next: 0, into: content, name: node.name });
    } else {
      level.into.push(composePi(composing, node));
    }
  }
  for (const pi of document.after ?? []) body.push(composePi(composing, pi));
  return body;
}

function composeElement(
  composing: Composing,
  element: XmlElement,
  into: { push(token: ContentToken): void },
): ContentToken[] | undefined {
  const tag = composeTag(composing, element.name, into);
  const attributes = composeAttributes(composing, element.attributes, element.name);
  const content: ContentToken[] | undefined = element.children.some((child) => child !== '') ? [] : undefined;
  into.push({
    kind: 'element',
    tag,
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(content === undefined ? {} : { content }),
  });
  return content;
}

function composeTag(
  composing: Composing,
  name: string,
  into: { push(token: ContentToken): void },
): number | TableIndex {
  const { tags } = composing.table;
  const inPage = (page: number): number | undefined => {
    const found = Object.entries(tags[page] ?? {}).find(([, text]) => text === name);
    return found === undefined ? undefined : Number(found[0]);
  };
  const here = inPage(composing.tagPage);
  if (here !== undefined) return here;
  for (const page of tags.keys()) {
    const tag = inPage(page);
    if (tag === undefined) continue;
    into.push({ kind: 'switchPage', page });
    composing.tagPage = page;
    return tag;
  }
  if (!isXmlName(name)) throw new WapPushError('name', 0, `${JSON.stringify(name)} cannot be a name in XML`, name);
  return composing.placing.literal(name);
}

function composeText(composing: Composing, text: string, name: string): ContentToken {
  checkCharacters(text, name);
  if (composing.table.base64Elements?.includes(name) !== true) return composing.placing.string(text);
  const octets = fromBase64(text);
  if (octets === undefined) throw new WapPushError('value', 0, 'base64 is due', name);
  return { kind: 'opaque', octets };
}

function composePi(composing: Composing, { target, data }: XmlInstruction): BodyToken {
  return { kind: 'pi', attributes: composeAttributes(composing, [{ name: target, value: data }], `?${target}`) };
}
