import type { ByField, Field, Fields, OnlyField } from './fields.js';

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

/** `fields` as `version` has them. Meant to run once for each version, when a module loads. */
export function at<const F extends Fields, const V extends number | string>(fields: F, version: V): At<F, V> {
  const resolved: Record<string, Field> = {};
  for (const [name, field] of Object.entries(fields) as [string, Field][]) {
    const here = fieldAt(field, version);
    if (here !== undefined) resolved[name] = here;
  }
  return resolved as At<F, V>;
}

function fieldAt(field: Field, version: number | string): Field | undefined {
  switch (field.kind) {
    case 'only':
      return (field.versions as unknown[]).includes(version) ? fieldAt(field.field, version) : undefined;
    case 'by':
      return field.cases[version] === undefined ? undefined : fieldAt(field.cases[version], version);
    default:
      return field;
  }
}
