import { type Tolerance, tolerate } from '../tolerance.js';
import { wantOctets } from '../wanted.js';
import { type ElementValues, kindOf, type UdhElement } from './elements.js';
import { layouts } from './values.js';

/**
 * The information elements of a user data header, in order; unknown ones are kept. TS 23.040 §9.2.3.24.
 *
 * @param octets the header from its UDHL octet on; what stands behind it is not looked at, and no octet is no header
 * @returns the elements, whose `data` are views of `octets`. Where the lengths do not fit, the standard has the whole
 *   header ignored: there are no elements then, and a warning `length`
 * @throws UserDataError only with `strict`, in place of a warning
 */
export function decodeUdh(octets: Uint8Array, tolerance?: Tolerance): UdhElement[] {
  wantOctets('udh', octets);
  const elements: UdhElement[] = [];
  const udhl = octets[0];
  if (udhl === undefined) return elements;
  const end = udhl + 1;
  if (udhl === 0 || end > octets.length) {
    const what = udhl === 0 ? 'the header is empty' : `the header of ${end} octets does not fit ${octets.length}`;
    tolerate(tolerance, 'length', 'udh', 0, what);
    return elements;
  }
  for (let at = 1; at < end; ) {
    const length = octets[at + 1];
    if (at + 1 === end || length === undefined || at + 2 + length > end) {
      tolerate(tolerance, 'length', 'udh', at, 'the last element does not end with the header, which is ignored');
      return [];
    }
    elements.push(element(octets[at] as number, octets.subarray(at + 2, at + 2 + length), at, tolerance));
    at += 2 + length;
  }
  return elements;
}

function element(id: number, data: Uint8Array, at: number, tolerance: Tolerance | undefined): UdhElement {
  const { name, length, open } = kindOf(id);
  if (open ? data.length < length : data.length !== length) {
    const due = open ? `at least ${length}` : length;
    tolerate(tolerance, 'length', `udh.${name}`, at, `${data.length} octets of data where ${due} are due`);
  }
  const layout = Object.hasOwn(layouts, name) ? layouts[name as keyof ElementValues] : undefined;
  const value = layout?.read(data);
  return (value === undefined ? { id, name, data } : { id, name, data, value }) as UdhElement;
}
