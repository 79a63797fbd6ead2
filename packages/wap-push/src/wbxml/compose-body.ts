import { arrayDue, objectDue, textDue } from '../due.js';
import { WapPushError } from '../errors.js';
import { fromBase64 } from './base64.js';
import { composeAttributes } from './compose-attributes.js';
import { type Choices, type Composing, checkCharacters, type Placing } from './composing.js';
import { elementCounter } from './limits.js';
import type { BodyToken, ContentToken, TableIndex } from './tree.js';
import { isXmlName } from './xml-character.js';
import { isElement, type XmlDocument, type XmlElement, type XmlInstruction, type XmlNode } from './xml-tree.js';

export function composeBody(document: XmlDocument, choices: Choices, placing: Placing): BodyToken[] {
  const composing: Composing = {
    ...choices,
    placing,
    tagPage: 0,
    attributePage: 0,
    count: elementCounter(choices.limits),
  };
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
      continue;
    }
    if (typeof node === 'string') {
      if (node !== '') level.into.push(composeText(composing, node, level.name));
      continue;
    }
    objectDue(node, 'an element, an instruction or text', level.name);
    if (isElement(node)) {
      const content = composeElement(composing, node, open.length, level.into);
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
  depth: number,
  into: { push(token: ContentToken): void },
): ContentToken[] | undefined {
  textDue(element.name, 'the name of an element');
  arrayDue(element.attributes, 'an array of attributes', element.name);
  arrayDue(element.children, 'an array of elements and texts', element.name);
  composing.count(depth, element.attributes.length, element.name);
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

function composePi(composing: Composing, instruction: XmlInstruction): BodyToken {
  objectDue(instruction, 'an instruction { target, data }');
  const { target, data } = instruction;
  // Reading counts its one attribute and not itself.
  composing.count(0, 0, `?${target}`);
  return { kind: 'pi', attributes: composeAttributes(composing, [{ name: target, value: data }], `?${target}`) };
}
