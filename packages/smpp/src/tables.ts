import { at, type Command, type Field, type Fields, itemOf } from '@smswire/pdu';
import { commands } from './commands.js';
import type { SmppVersion } from './versions.js';

const resolve = (version: SmppVersion): readonly Command[] =>
  commands.map((each) => ({ ...each, fields: at(each.fields as Fields, version) }) as Command);

/** Every command as each version lays it out, resolved once. */
const tables: Readonly<Record<SmppVersion, readonly Command[]>> = {
  '3.3': resolve('3.3'),
  '3.4': resolve('3.4'),
  '5.0': resolve('5.0'),
};

/** The tables of a version, with other widths for the strings that `widths` names. */
export function tablesOf(version: SmppVersion, widths: Readonly<Record<string, number>>): readonly Command[] {
  if (Object.keys(widths).length === 0) return tables[version];
  return tables[version].map((each) => ({ ...each, fields: widen(each.fields, widths) }));
}

function widen(fields: Fields, widths: Readonly<Record<string, number>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, widenField(field, widths[name], widths)]),
  );
}

function widenField(field: Field, max: number | undefined, widths: Readonly<Record<string, number>>): Field {
  switch (field.kind) {
    case 'cstring':
      return max === undefined ? field : { ...field, max };
    case 'list':
      return { ...field, item: widenField(itemOf(field.item), max, widths) };
    case 'struct':
      return { ...field, fields: widen(field.fields, widths) };
    case 'choice': {
      const cases = Object.entries(field.cases).map(([tag, fields]) => [tag, widen(fields, widths)]);
      return { ...field, cases: Object.fromEntries(cases) };
    }
    default:
      return field;
  }
}
