import { bengaliLocking, bengaliSingle } from './tables/bengali.js';
import { defaultLocking, defaultSingle } from './tables/default.js';
import { gujaratiLocking, gujaratiSingle } from './tables/gujarati.js';
import { hindiLocking, hindiSingle } from './tables/hindi.js';
import { kannadaLocking, kannadaSingle } from './tables/kannada.js';
import { malayalamLocking, malayalamSingle } from './tables/malayalam.js';
import { oriyaLocking, oriyaSingle } from './tables/oriya.js';
import { portugueseLocking, portugueseSingle } from './tables/portuguese.js';
import { punjabiLocking, punjabiSingle } from './tables/punjabi.js';
import { spanishSingle } from './tables/spanish.js';
import { tamilLocking, tamilSingle } from './tables/tamil.js';
import { teluguLocking, teluguSingle } from './tables/telugu.js';
import { turkishLocking, turkishSingle } from './tables/turkish.js';
import { urduLocking, urduSingle } from './tables/urdu.js';

/** The escape to the single shift table. */
export const ESCAPE = 0x1b;
/** In a table that is read: no character in this cell. */
export const VACANT = 0;
/** In a table that is written: this character has no septet. */
export const ABSENT = 0xff;
/** Above every character of every table, so that a lookup by UTF-16 unit needs no map. */
export const LIMIT = 0x2220;

const lockingGrids = [
  defaultLocking,
  turkishLocking,
  undefined,
  portugueseLocking,
  bengaliLocking,
  gujaratiLocking,
  hindiLocking,
  kannadaLocking,
  malayalamLocking,
  oriyaLocking,
  punjabiLocking,
  tamilLocking,
  teluguLocking,
  urduLocking,
];
const singleGrids = [
  defaultSingle,
  turkishSingle,
  spanishSingle,
  portugueseSingle,
  bengaliSingle,
  gujaratiSingle,
  hindiSingle,
  kannadaSingle,
  malayalamSingle,
  oriyaSingle,
  punjabiSingle,
  tamilSingle,
  teluguSingle,
  urduSingle,
];

/** One table both ways: by octet the UTF-16 unit or `VACANT`, by unit below `LIMIT` the septet or `ABSENT`. */
export interface Lookup {
  readonly units: Uint16Array;
  readonly septets: Uint8Array;
}

const named: Record<string, number> = { SP: 0x20, LF: 0x0a, CR: 0x0d, FF: 0x0c, ESC: VACANT, '--': VACANT };

function lookup(grid: string): Lookup {
  const cells = grid.trim().split(/[ \n]+/);
  // As wide as an octet: what is no septet is vacant, and the reader needs no test for it.
  const units = new Uint16Array(256);
  for (const [septet, cell] of cells.entries()) {
    units[septet] = cell.length === 1 ? cell.charCodeAt(0) : (named[cell] ?? Number.parseInt(cell, 16));
  }
  const septets = new Uint8Array(LIMIT).fill(ABSENT);
  // Downwards, so that of two cells with one character the lower is written.
  for (let septet = 127; septet >= 0; septet--) {
    const unit = units[septet] as number;
    if (unit !== VACANT) septets[unit] = septet;
  }
  return { units, septets };
}

const lockingLookups: Lookup[] = [];
const singleLookups: Lookup[] = [];

/** The table that replaces the default alphabet; 0 is the default alphabet itself. Made when first used. */
export function lockingLookup(identifier: number): Lookup {
  const made = lockingLookups[identifier] ?? lookup(lockingGrids[identifier] ?? defaultLocking);
  lockingLookups[identifier] = made;
  return made;
}

/** The table behind an escape; 0 is the default alphabet's own. Made when first used. */
export function singleLookup(identifier: number): Lookup {
  const made = singleLookups[identifier] ?? lookup(singleGrids[identifier] ?? defaultSingle);
  singleLookups[identifier] = made;
  return made;
}
