import type { NationalLanguage } from '../gsm7/languages.js';
import { type Tolerance, tolerate } from '../tolerance.js';
import { wantArray, wantObject, wantOctets } from '../wanted.js';
import { type Concatenation, kindOf, type Ports, type UdhElement } from './elements.js';

/** What a header says of its segment, after the standard's rules of which element counts. */
export interface Header {
  /** Absent where the message is whole. `width` is that of the reference, in bits. */
  concatenation?: Concatenation & { width: 8 | 16 };
  ports?: Ports & { width: 8 | 16 };
  /** The single shift table. */
  single?: NationalLanguage | number;
  /** The locking shift table. */
  locking?: NationalLanguage | number;
}

/**
 * What the elements of a header come to: of two that exclude one another the last counts, and a concatenation with
 * an impossible number is none. TS 23.040 §9.2.3.24.
 */
export function readHeader(elements: readonly UdhElement[], tolerance?: Tolerance): Header {
  wantArray('udh', elements);
  const header: Header = {};
  const seen = new Set<number>();
  let next = 1;
  for (const element of elements) {
    wantObject('udh.element', element);
    wantOctets('udh.element.data', element.data);
    const path = `udh.${element.name}`;
    const at = next;
    next += 2 + element.data.length;
    const group = exclusive[element.id] ?? element.id;
    if (!kindOf(element.id).repeats) {
      if (seen.has(group))
        tolerate(tolerance, 'duplicate', path, at, 'stands again or beside its like; the last counts');
      seen.add(group);
    }
    if (element.value === undefined) continue;
    switch (element.name) {
      case 'concatenation8':
      case 'concatenation16': {
        const fault = concatenationFault(element.value);
        if (fault !== undefined) tolerate(tolerance, 'concatenation', path, at, fault.message);
        if (fault?.ignored) break;
        header.concatenation = { ...element.value, width: element.data.length === 4 ? 16 : 8 };
        break;
      }
      case 'ports8':
      case 'ports16':
        header.ports = { ...element.value, width: element.name === 'ports8' ? 8 : 16 };
        break;
      case 'nationalLanguageSingleShift':
        header.single = element.value.language;
        break;
      case 'nationalLanguageLockingShift':
        header.locking = element.value.language;
        break;
    }
  }
  return header;
}

/** Elements of which only one can count. */
const exclusive: Readonly<Record<number, number>> = { 8: 0x00, 5: 0x04 };

/** What is wrong with a concatenation, and whether it is as good as none. */
export function concatenationFault({
  total,
  sequence,
}: Concatenation): { message: string; ignored: boolean } | undefined {
  if (total === 0 || sequence === 0 || sequence > total) {
    return { message: `segment ${sequence} of ${total} cannot be; the message is taken as whole`, ignored: true };
  }
  return total === 1 ? { message: 'a message of one segment needs no concatenation', ignored: false } : undefined;
}
