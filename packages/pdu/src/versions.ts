import { type ByField, type Field, type Fields, itemOf, type OnlyField } from './fields.js';

/** A field as version `V` has it; `never` where it does not. */
type FieldAt<F, V> =
  F extends OnlyField<infer Versions, infer Inner>
    ? V extends Versions
      ? Inner
      : never
    : F extends ByField<infer Cases>
      ? Cases[V & keyof Cases]
      : F;

/** A layout as version `V` has it: no `only` and no `by` left. */
export type At<F, V> = { [K in keyof F as [FieldAt<F[K], V>] extends [never] ? never : K]: FieldAt<F[K], V> };

/** `fields` as `version` has them, inside lists and structs too. Meant to run once for each version, when a module loads. */
export function at<const F extends Fields, const V extends number | string>(fields: F, version: V): At<F, V> {
  return fieldsAt(fields, version) as At<F, V>;
}

function fieldsAt(fields: Fields, version: number | string): Fields {
  const resolved: Record<string, Field> = {};
  for (const [name, field] of Object.entries(fields)) {
    const here = fieldAt(field, version);
    if (here !== undefined) resolved[name] = here;
  }
  return resolved;
}

function fieldAt(field: Field, version: number | string): Field | undefined {
  switch (field.kind) {
    case 'only':
      return field.versions.includes(version) ? fieldAt(field.field, version) : undefined;
    case 'by': {
      const here = Object.hasOwn(field.cases, version) ? field.cases[version] : undefined;
      return here && fieldAt(here, version);
    }
    case 'struct':
      return { ...field, fields: fieldsAt(field.fields, version) };
    case 'list':
      return { ...field, item: fieldAt(itemOf(field.item), version) ?? field.item };
    case 'choice': {
      const cases = Object.entries(field.cases).map(([tag, fields]) => [tag, fieldsAt(fields, version)]);
      return { ...field, cases: Object.fromEntries(cases) };
    }
    default:
      return field;
  }
}
