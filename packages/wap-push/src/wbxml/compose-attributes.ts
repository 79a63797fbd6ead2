import { objectDue, textDue } from '../due.js';
import { WapPushError } from '../errors.js';
import { type Composing, checkCharacters } from './composing.js';
import { datetimeOctets, isDatetime } from './datetime.js';
import { splitStart } from './naming.js';
import type { AttributeListToken, TableIndex, ValueToken } from './tree.js';
import { costOf, cutValue, type Piece } from './value-pieces.js';
import { isXmlName } from './xml-character.js';
import type { XmlAttribute } from './xml-tree.js';

/** A way to write one attribute. */
interface Candidate {
  page: number;
  start: number | TableIndex;
  pieces: Piece[];
  cost: number;
}

const SWITCH_PAGE_COST = 2;

export function composeAttributes(
  composing: Composing,
  attributes: readonly XmlAttribute[],
  element: string,
): AttributeListToken[] {
  const list: AttributeListToken[] = [];
  const names = new Set<string>();
  for (const attribute of attributes) {
    objectDue(attribute, 'an attribute { name, value }', element);
    const { name, value } = attribute;
    textDue(name, 'the name of an attribute', element);
    const path = `${element}@${name}`;
    textDue(value, 'the text of an attribute', path);
    if (names.has(name)) throw new WapPushError('duplicateAttribute', 0, 'the attribute stands twice', path);
    names.add(name);
    checkCharacters(value, path);
    const isDate = composing.table.datetimeAttributes?.includes(name) === true;
    if (isDate && !isDatetime(value)) {
      const message = `${JSON.stringify(value)} is no %Datetime, YYYY-MM-DDThh:mm:ssZ`;
      throw new WapPushError('datetime', 0, message, path);
    }
    const { page, start, pieces } = choose(composing, name, isDate ? '' : value, path);
    if (page !== composing.attributePage) list.push({ kind: 'switchPage', page });
    composing.attributePage = page;
    const tokens: ValueToken[] = isDate
      ? [{ kind: 'opaque', octets: datetimeOctets(value) }]
      : pieces.map((piece) =>
          typeof piece === 'number' ? { kind: 'value', token: piece } : composing.placing.string(piece),
        );
    list.push({ kind: 'attribute', start, value: tokens });
  }
  return list;
}

/** The start that leaves the fewest octets to write, the one of the current page where two do. */
function choose(composing: Composing, name: string, value: string, path: string): Candidate {
  const { table, attributePage } = composing;
  let best: Candidate | undefined;
  for (const [page, starts] of table.attributes.entries()) {
    for (const [key, meaning] of Object.entries(starts)) {
      const start = Number(key);
      const [startName, prefix] = splitStart(meaning);
      if (startName !== name || !value.startsWith(prefix)) continue;
      if (table.readOnly?.attributes[page]?.includes(start) === true) continue;
      const pieces = cut(composing, page, value.slice(prefix.length));
      const away = page === attributePage ? 0 : SWITCH_PAGE_COST;
      const cost = away + costOf(pieces, composing.unit);
      const better = best === undefined || cost < best.cost || (cost === best.cost && page === attributePage);
      if (better) best = { page, start, pieces, cost };
    }
  }
  if (best !== undefined) return best;
  if (!isXmlName(name)) throw new WapPushError('name', 0, `${JSON.stringify(name)} cannot be a name in XML`, path);
  const pieces = cut(composing, attributePage, value);
  return { page: attributePage, start: composing.placing.literal(name), pieces, cost: 0 };
}

function cut({ table, unit, valueTokens }: Composing, page: number, value: string): Piece[] {
  if (!valueTokens) return cutValue(value, [], unit);
  const values = Object.entries(table.values[page] ?? {}).map(([key, text]) => [Number(key), text] as const);
  const written = values.filter(([token]) => table.readOnly?.values[page]?.includes(token) !== true);
  return cutValue(value, written, unit);
}
