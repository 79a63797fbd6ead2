import { WapPushError } from '../errors.js';
import { datetimeText } from './datetime.js';
import { decodeWbxml } from './decode.js';
import { dissectField } from './dissect-field.js';
import type { DocumentTypeOptions } from './document-type.js';
import { encodeMarked } from './encode.js';
import type { Step } from './flatten.js';
import { type DecodeOptions, hex } from './input.js';
import { attributeStart, attributeValue, type Naming, openNaming, splitStart, tagName, textOf } from './naming.js';
import type { TableIndex, ValueToken, WbxmlDocument } from './tree.js';

/** What the octets from `start` to before `end` say. */
export interface WbxmlRow {
  /** A field of the header, or where in the body, such as `si.indication@href`. */
  path: string;
  start: number;
  end: number;
  /** A name, text, number or octets. A token that the token table does not have is its octet in hex. */
  value: string | number | Uint8Array;
}

/**
 * Explains every octet of a document: the rows lie end to end and cover all of `bytes`. Documents of unknown types,
 * and tokens unknown to theirs, are explained without names.
 *
 * @throws WapPushError as `decodeWbxml` does
 */
export function dissectWbxml(bytes: Uint8Array, options: DecodeOptions & DocumentTypeOptions = {}): WbxmlRow[] {
  const doc = decodeWbxml(bytes, options);
  const rows: WbxmlRow[] = [];
  const place = { open: [] as string[], attribute: '' };
  const naming = namingOf(doc, options);
  encodeMarked(doc, (step, start, end) => {
    // ENDs that the data stops short of, and fields of no octets.
    if (start >= bytes.length || start === end) return;
    if (step.step === 'field') {
      for (const row of dissectField(doc, step, start, bytes.subarray(start, end))) rows.push(row);
      return;
    }
    enter(naming, place, step);
    rows.push({ path: place.open.join('.') + place.attribute, start, end, value: explain(naming, step) });
    leave(place, step);
  });
  return rows;
}

/** Names by the token table of the document; `undefined` where none is known. */
function namingOf(doc: WbxmlDocument, options: DocumentTypeOptions): Naming | undefined {
  return orElse(undefined, () => openNaming(doc, options, () => ''));
}

/** A dissection shows what is not understood as it is, where a reading refuses it. */
function orElse<T, U>(fallback: U, resolve: () => T): T | U {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof WapPushError) return fallback;
    throw error;
  }
}

interface Place {
  open: string[];
  attribute: string;
}

function enter(naming: Naming | undefined, place: Place, step: Step): void {
  if (step.step === 'element') {
    place.open.push(explainTag(naming, step));
    place.attribute = '';
  } else if (step.step === 'pi') {
    place.attribute = '?';
  } else if (step.step === 'attribute') {
    const mark = place.attribute.startsWith('?') ? '?' : '@';
    place.attribute = `${mark}${splitStart(explainStart(naming, step))[0]}`;
  } else if (step.step === 'attributesEnd') {
    place.attribute = '';
  } else if (step.step === 'tagPage' && naming !== undefined) {
    naming.tagPage = step.token.page;
  } else if (step.step === 'attributePage' && naming !== undefined) {
    naming.attributePage = step.token.page;
  }
}

function leave({ open }: Place, step: Step): void {
  const { token } = step;
  const isLast =
    step.step === 'contentEnd' ||
    (token.kind === 'element' && token.content === undefined && (step.step === 'attributesEnd' || !token.attributes));
  if (isLast) open.pop();
}

function explain(naming: Naming | undefined, step: Step): WbxmlRow['value'] {
  switch (step.step) {
    case 'element':
      return explainTag(naming, step);
    case 'attribute':
      return explainStart(naming, step);
    case 'pi':
      return 'PI';
    case 'tagPage':
    case 'attributePage':
      return `SWITCH_PAGE ${step.token.page}`;
    case 'attributesEnd':
    case 'contentEnd':
      return 'END';
    default:
      return explainText(naming, step.token);
  }
}

const tokenOf = (token: number | TableIndex): string =>
  typeof token === 'number' ? hex(token) : `literal ${token.index}`;

function explainTag(naming: Naming | undefined, { token }: Step & { step: 'element' }): string {
  const fallback = tokenOf(token.tag);
  return naming === undefined ? fallback : orElse(fallback, () => tagName(naming, token));
}

function explainStart(naming: Naming | undefined, { token }: Step & { step: 'attribute' }): string {
  const fallback = tokenOf(token.start);
  if (naming === undefined) return fallback;
  const [name, prefix] = orElse([fallback, ''] as const, () => attributeStart(naming, token));
  return prefix === '' ? name : `${name}=${prefix}`;
}

function explainText(
  naming: Naming | undefined,
  token: Exclude<ValueToken, { kind: 'switchPage' }>,
): WbxmlRow['value'] {
  switch (token.kind) {
    case 'value':
      return naming === undefined ? hex(token.token) : orElse(hex(token.token), () => attributeValue(naming, token));
    case 'opaque':
      return datetimeText(token.octets) ?? token.octets;
    case 'extensionString':
      return token.text;
    case 'extensionInteger':
      return token.value;
    case 'extension':
      return `EXT_${token.number}`;
    case 'reference':
      return naming === undefined ? token.index : orElse(token.index, () => textOf(naming, token));
    default:
      return token.kind === 'string' ? token.text : String.fromCodePoint(token.codePoint);
  }
}
