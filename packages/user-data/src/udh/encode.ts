import { UserDataError } from '../errors.js';
import { wantArray, wantObject, wantOctets } from '../wanted.js';
import { type ElementValues, identifiers } from './elements.js';
import { integer, layouts } from './values.js';

/** An element to write: by its octets, or by name and value. */
export type UdhElementInput =
  | { id: number; data: Uint8Array; name?: string; value?: unknown }
  | { [Name in keyof ElementValues]: { name: Name; value: ElementValues[Name] } }[keyof ElementValues];

type ByData = Extract<UdhElementInput, { data: Uint8Array }>;
type ByValue = Exclude<UdhElementInput, ByData>;

const LONGEST = 255;

/**
 * A user data header with its UDHL octet; no elements give no octets. What `decodeUdh` gave comes out as it came in.
 * @throws UserDataError `range` for a number that does not fit its field; `option` for an element whose `data` and
 *   `value` say different things (leave the `data` out); `length` for more than UDHL can count
 */
export function encodeUdh(elements: readonly UdhElementInput[]): Uint8Array {
  wantArray('udh', elements);
  const body: number[] = [];
  for (const [index, element] of elements.entries()) {
    const path = `udh.${index}`;
    wantObject(path, element);
    if (byData(element)) wantOctets(`${path}.data`, element.data);
    const id = byData(element) ? integer(`${path}.id`, element.id, 0, 255) : identified(element, path);
    const data = byData(element) ? kept(element, path) : written(element, path);
    if (body.length + 2 + data.length > LONGEST) {
      throw new UserDataError('length', path, 0, `the header passes ${LONGEST} octets`);
    }
    body.push(id, data.length, ...data);
  }
  return body.length === 0 ? new Uint8Array(0) : Uint8Array.of(body.length, ...body);
}

const byData = (element: UdhElementInput): element is ByData => 'data' in element && element.data !== undefined;

function identified({ name }: ByValue, path: string): number {
  if (Object.hasOwn(identifiers, name)) return identifiers[name];
  throw new UserDataError('option', path, 0, `${String(name)} cannot be written by value; give id and data`);
}

function written(element: ByValue, path: string): number[] {
  const write = layouts[element.name].write as (value: unknown, path: string) => number[];
  return write(element.value ?? {}, `${path}.${element.name}`);
}

/** The octets of an element, unless its value was edited and the octets forgotten. */
function kept({ data, name, value }: ByData, path: string): Uint8Array {
  if (value === undefined || value === null || name === undefined || !Object.hasOwn(layouts, name)) return data;
  const read = layouts[name as keyof ElementValues].read(data) as Record<string, unknown> | undefined;
  for (const [key, is] of Object.entries(value as object)) {
    if (read?.[key] !== is) {
      throw new UserDataError('option', `${path}.${name}.${key}`, 0, 'data and value differ; leave the data out');
    }
  }
  return data;
}
