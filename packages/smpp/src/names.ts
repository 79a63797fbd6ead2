import { integer } from './bounds.js';
import { badValue } from './value-error.js';

/** The named values of a field. A value without a name is read, and written, as its number. */
export interface Names<Name extends string> {
  readonly values: Readonly<Record<Name, number>>;
  read(value: number): Name | number;
  /** @throws PduError `range` for a name that is not in the table or a number that the field cannot hold */
  write(value: Name | number): number;
}

/** @param path the field, for errors; @param max the largest number that the field can hold */
export function names<const T extends Readonly<Record<string, number>>>(
  path: string,
  values: T,
  max = 0xff,
): Names<keyof T & string> & { readonly values: T } {
  const byValue = new Map(Object.entries(values).map(([name, value]) => [value, name as keyof T & string]));
  return {
    values,
    read: (value) => byValue.get(value) ?? value,
    write: (value) => {
      if (typeof value === 'number') return integer(path, value, max);
      if (Object.hasOwn(values, value)) return values[value] as number;
      return badValue('range', path, `no value is named ${JSON.stringify(value)}; there are ${list(values)}`);
    },
  };
}

const list = (values: object): string => {
  const all = Object.keys(values);
  return all.length <= 12 ? all.join(', ') : `${all.slice(0, 12).join(', ')} and ${all.length - 12} more`;
};
