import { at, type Command, type Field, type Fields, type Values } from '@smswire/pdu';
import type { Arbitrary } from 'fast-check';
import { fieldsArbitrary } from './field-arbitrary.js';

/**
 * Values of a layout that come back as they were: `decode(encode(value))` equals `value`. Takes what `layout` or
 * `command` made, or the fields alone. Values of a command name it, and lack the header: see `messageArbitrary`.
 *
 * @param version resolves fields that differ by version; without it they are as their first version has them
 */
export function pduArbitrary<Name extends string, F>(
  command: Command<Name, F>,
  version?: number | string,
): Arbitrary<{ command: Name } & Values<F>>;
export function pduArbitrary<F extends Fields>(
  layout: { readonly fields: F },
  version?: number | string,
): Arbitrary<Values<F>>;
export function pduArbitrary<F extends Fields>(fields: F, version?: number | string): Arbitrary<Values<F>>;
export function pduArbitrary(layout: Command | { fields: Fields } | Fields, version?: number | string) {
  const fields = isFields(layout) ? layout : layout.fields;
  const values = fieldsArbitrary(version === undefined ? atFirst(fields) : at(fields, version));
  return isCommand(layout) ? values.map((value) => ({ command: layout.name, ...value })) : values;
}

const isFields = (layout: object): layout is Fields => {
  const { fields } = layout as { fields?: { kind?: unknown } };
  return fields === undefined || typeof fields.kind === 'string';
};

const isCommand = (layout: object): layout is Command => !isFields(layout) && 'id' in layout;

/** The first case of each `by`, and no `only`: what a later version writes and reads as well. */
function atFirst(fields: Fields): Fields {
  const resolved: [string, Field][] = [];
  for (const [name, field] of Object.entries(fields)) {
    const first = field.kind === 'by' ? Object.values(field.cases)[0] : field;
    if (first !== undefined && first.kind !== 'only') resolved.push([name, first]);
  }
  return Object.fromEntries(resolved);
}
