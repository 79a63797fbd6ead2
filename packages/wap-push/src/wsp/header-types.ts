import { applicationIds } from './application-ids.js';
import { charsets } from './charsets.js';
import { mediaRange } from './content-type.js';
import { headerNames } from './header-names.js';
import {
  cacheControl,
  choice,
  disposition,
  encodingVersion,
  orCounted,
  textOrDate,
  weighted,
} from './header-values.js';
import { date, integer, shortInteger } from './numbers.js';
import type { ValueType } from './primitives.js';
import { quotedString, textString } from './texts.js';
import { named, octets } from './values.js';

const encodings = { 0: 'gzip', 1: 'compress', 2: 'deflate' };
const encoding = choice(encodings);
const methods = choice({ 64: 'GET', 65: 'OPTIONS', 66: 'HEAD', 67: 'DELETE', 68: 'TRACE', 96: 'POST', 97: 'PUT' });
const language = choice({ 0: '*' });
const fieldName = named(headerNames, textString, shortInteger);
const applicationId = named(applicationIds);
const warning = orCounted(shortInteger);

/** The type of each header's value, by the header's number: WSP §8.4.2. What is missing here stays octets. */
const types: Readonly<Record<number, ValueType>> = {
  0: mediaRange,
  1: weighted(named(charsets)),
  2: weighted(choice({ ...encodings, 3: '*' })),
  3: weighted(language),
  4: choice({ 0: 'none', 1: 'bytes' }),
  5: integer,
  6: methods,
  8: cacheControl,
  9: choice({ 0: 'close' }),
  10: textString,
  11: encoding,
  12: named({ name: () => undefined, number: () => undefined }),
  13: integer,
  14: textString,
  17: mediaRange,
  18: date,
  19: textString,
  20: date,
  21: textString,
  22: textString,
  23: date,
  24: textString,
  25: textString,
  26: textOrDate,
  27: date,
  28: textString,
  29: date,
  30: integer,
  31: orCounted(choice({ 0: 'no-cache' })),
  34: methods,
  36: textString,
  38: textString,
  39: choice({ 0: 'chunked' }),
  40: textString,
  41: textString,
  42: fieldName,
  43: textString,
  44: warning,
  46: disposition,
  47: applicationId,
  48: textString,
  49: textString,
  50: applicationId,
  51: integer,
  52: shortInteger,
  53: textString,
  55: warning,
  56: orCounted(choice({ 0: '100-continue' })),
  57: orCounted(choice({ 1: 'trailers' })),
  58: fieldName,
  59: weighted(named(charsets)),
  60: weighted(choice({ ...encodings, 3: '*' })),
  61: cacheControl,
  63: date,
  64: quotedString,
  67: encodingVersion,
  68: warning,
  69: disposition,
  70: choice({ 0: 'close-subordinate' }),
  71: cacheControl,
  72: orCounted(choice({ 0: '100-continue' })),
};

/** The type of the value behind header `number` of code page 1. */
export function headerType(number: number): ValueType {
  return types[number] ?? octets;
}
