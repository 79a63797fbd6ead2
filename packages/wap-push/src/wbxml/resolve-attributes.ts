import { tolerate } from '../errors.js';
import { datetimeText, isDatetime } from './datetime.js';
import { attributeStart, attributeValue, type Naming, refuse, textOf } from './naming.js';
import type { AttributeListToken, AttributeToken, OpaqueToken } from './tree.js';
import type { XmlAttribute } from './xml-tree.js';

/**
 * Names and values of an attribute list, in its order.
 *
 * @param origins is told which token each came of
 */
export function resolveAttributes(
  naming: Naming,
  list: readonly AttributeListToken[],
  origins?: Map<object, object>,
): XmlAttribute[] {
  const { path } = naming;
  const names = new Set<string>();
  const attributes: XmlAttribute[] = [];
  for (const item of list) {
    if (item.kind === 'switchPage') {
      naming.attributePage = item.page;
      continue;
    }
    const [name, prefix] = attributeStart(naming, item);
    naming.path = () => `${path()}@${name}`;
    if (names.has(name)) throw refuse(naming, 'duplicateAttribute', item, 'the attribute stands twice');
    names.add(name);
    const attribute = { name, value: resolveValue(naming, item, name, prefix) };
    attributes.push(attribute);
    origins?.set(attribute, item);
    naming.path = path;
  }
  return attributes;
}

function resolveValue(naming: Naming, token: AttributeToken, name: string, prefix: string): string {
  const isDate = naming.table.datetimeAttributes?.includes(name) === true;
  let value = prefix;
  for (const piece of token.value) {
    if (piece.kind === 'switchPage') naming.attributePage = piece.page;
    else if (piece.kind === 'value') value += attributeValue(naming, piece);
    else if (piece.kind === 'opaque' && isDate) value += resolveDatetime(naming, piece);
    else value += textOf(naming, piece);
  }
  if (!isDate) return value;
  if (!isDatetime(value))
    throw refuse(naming, 'datetime', token, `${JSON.stringify(value.slice(0, 40))} is no %Datetime`);
  if (!token.value.some((piece) => piece.kind === 'opaque')) {
    tolerate(naming.tolerance, 'inlineDate', naming.path(), naming.locate(token), 'a date as text, not as OPAQUE');
  }
  return value;
}

function resolveDatetime(naming: Naming, token: OpaqueToken): string {
  const { octets } = token;
  const text = datetimeText(octets);
  if (text === undefined) {
    const message = `${octets.length} octets that are not 4 to 7 of decimal digits YYYYMMDDhhmmss of a time that exists`;
    throw refuse(naming, 'datetime', token, message);
  }
  if (octets.at(-1) === 0) {
    tolerate(naming.tolerance, 'untrimmedDate', naming.path(), naming.locate(token), 'a date ends in octets 00');
  }
  return text;
}
