import { arrayDue, objectDue } from '../due.js';
import { WapPushError } from '../errors.js';
import type {
  AttributeListToken,
  AttributeToken,
  ContentToken,
  ElementToken,
  PiToken,
  SwitchPageToken,
  TextToken,
  ValueToken,
  WbxmlDocument,
} from './tree.js';

/** One token of a body in wire order. Only the two ENDs are not tokens of the tree: they bear whose end they are. */
export type Step =
  | { step: 'element'; token: ElementToken }
  | { step: 'pi'; token: PiToken }
  | { step: 'attribute'; token: AttributeToken }
  | { step: 'value'; token: Exclude<ValueToken, SwitchPageToken> }
  | { step: 'text'; token: TextToken }
  | { step: 'tagPage'; token: SwitchPageToken }
  | { step: 'attributePage'; token: SwitchPageToken }
  | { step: 'attributesEnd'; token: ElementToken | PiToken }
  | { step: 'contentEnd'; token: ElementToken };

/** The tokens of a body in wire order. The stack is this function's own, so that no depth can overflow it. */
export function* flatten(doc: WbxmlDocument): Generator<Step, void, undefined> {
  const open: { content: readonly ContentToken[]; next: number; token?: ElementToken }[] = [
    { content: doc.body, next: 0 },
  ];
  const within = new Set<object>();
  for (;;) {
    const level = open.at(-1);
    if (level === undefined) return;
    const token = level.content[level.next++];
    if (token === undefined) {
      open.pop();
      within.delete(level.content);
      if (level.token !== undefined) yield { step: 'contentEnd', token: level.token };
      continue;
    }
    objectDue(token, 'a token', 'body');
    if (token.kind === 'element') {
      yield { step: 'element', token };
      if (token.attributes !== undefined) yield* flattenAttributes(token, token.attributes);
      if (token.content === undefined) continue;
      arrayDue(token.content, 'an array of tokens', 'body');
      if (within.has(token.content)) throw new WapPushError('limit', 0, 'an element contains itself', 'body');
      within.add(token.content);
      open.push({ content: token.content, next: 0, token });
    } else if (token.kind === 'pi') {
      yield { step: 'pi', token };
      yield* flattenAttributes(token, token.attributes);
    } else if (token.kind === 'switchPage') {
      yield { step: 'tagPage', token };
    } else {
      yield { step: 'text', token };
    }
  }
}

function* flattenAttributes(
  owner: ElementToken | PiToken,
  list: readonly AttributeListToken[],
): Generator<Step, void, undefined> {
  arrayDue(list, 'an array of attributes', 'body');
  for (const item of list) {
    objectDue(item, 'an attribute', 'body');
    if (item.kind === 'switchPage') {
      yield { step: 'attributePage', token: item };
      continue;
    }
    yield { step: 'attribute', token: item };
    arrayDue(item.value, 'an array of value tokens', 'body');
    for (const value of item.value) {
      objectDue(value, 'a value token', 'body');
      yield value.kind === 'switchPage' ? { step: 'attributePage', token: value } : { step: 'value', token: value };
    }
  }
  yield { step: 'attributesEnd', token: owner };
}
