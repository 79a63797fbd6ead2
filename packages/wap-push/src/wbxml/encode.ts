import { ByteWriter } from '@smswire/buffer';
import { arrayDue, objectDue, octetsDue } from '../due.js';
import { WapPushError } from '../errors.js';
import { type Charset, charsetOf, UTF_8 } from './charset.js';
import { versions } from './decode-header.js';
import { writeStep } from './encode-token.js';
import { flatten, type Step } from './flatten.js';
import { inOwnErrors } from './input.js';
import { type Output, writeIndex, writeInteger } from './output.js';
import type { WbxmlDocument } from './tree.js';

export function documentDue(doc: WbxmlDocument): void {
  objectDue(doc, 'a WbxmlDocument, as decodeWbxml and composeWbxml return it,');
  octetsDue(doc.stringTable, 'a string table', 'stringTable');
  arrayDue(doc.body, 'an array of tokens', 'body');
  for (const token of doc.body) objectDue(token, 'a token', 'body');
}

/** What stands outside the body. */
export interface Field {
  step: 'field';
  path: 'version' | 'publicId' | 'charset' | 'stringTable.length' | 'stringTable' | 'trailing';
}

/** Hears where each field and each token of the body stands. */
export type Mark = (step: Step | Field, start: number, end: number) => void;

/**
 * Encodes a document as its tokens say, without choosing anything: what `decodeWbxml` returned gives the same octets.
 *
 * @throws WapPushError `value` for a token that has no octet of its kind, `charset` for text that has none in the
 * document's charset, `stringIndex` for an index outside the string table
 */
export function encodeWbxml(doc: WbxmlDocument): Uint8Array {
  documentDue(doc);
  return encodeMarked(doc, () => {});
}

export function encodeMarked(doc: WbxmlDocument, mark: Mark): Uint8Array {
  return inOwnErrors(() => {
    const output: Output = { writer: new ByteWriter(), charset: charsetFor(doc), stringTable: doc.stringTable };
    const { writer } = output;
    writeHeader(output, doc, mark);
    if (doc.body.filter((token) => token.kind === 'element').length !== 1) {
      throw new WapPushError('noRoot', writer.length, 'a document has one element, with others within it', 'body');
    }
    // How many ENDs of elements, nothing between them, stand last.
    let ends = 0;
    for (const step of flatten(doc)) {
      const start = writer.length;
      writeStep(output, step);
      ends = step.step === 'contentEnd' ? ends + 1 : 0;
      mark(step, start, writer.length);
    }
    const { missingEnds = 0, trailing } = doc;
    if (!(missingEnds >= 0 && missingEnds <= ends) || (missingEnds > 0 && trailing !== undefined)) {
      throw new WapPushError('value', writer.length, `${missingEnds} ENDs cannot be missing where ${ends} stand last`);
    }
    if (missingEnds > 0) return writer.bytes().slice(0, writer.length - missingEnds);
    if (trailing !== undefined) marked(output, mark, 'trailing', () => writer.octets(trailing));
    return writer.bytes();
  });
}

function marked({ writer }: Output, mark: Mark, path: Field['path'], write: () => void): void {
  const start = writer.length;
  write();
  mark({ step: 'field', path }, start, writer.length);
}

function charsetFor(doc: WbxmlDocument): Charset {
  const mibEnum = doc.charset || doc.transportCharset || UTF_8;
  const charset = charsetOf(mibEnum);
  if (charset !== undefined) return charset;
  throw new WapPushError('unsupportedCharset', 0, `no encoder for the charset of MIBenum ${mibEnum}`, 'charset');
}

function writeHeader(output: Output, doc: WbxmlDocument, mark: Mark): void {
  const { writer } = output;
  const { publicId, charset, stringTable, padding } = doc;
  const version = versions.indexOf(doc.version);
  if (version < 0) throw new WapPushError('version', 0, `no WBXML ${String(doc.version)}; 1.0 to 1.3 exist`, 'version');
  if (publicId === 0) throw new WapPushError('value', 1, '0 is no public identifier; unknown is 1', 'publicId');
  if ((charset === undefined) !== (version === 0)) {
    throw new WapPushError('value', 2, 'a charset is due in every version but 1.0, which has none', 'charset');
  }
  marked(output, mark, 'version', () => writer.u8(version));
  marked(output, mark, 'publicId', () => {
    writeInteger(output, typeof publicId === 'number' ? publicId : 0, padding?.publicId);
    if (typeof publicId === 'object') writeIndex(output, publicId);
  });
  if (charset !== undefined) marked(output, mark, 'charset', () => writeInteger(output, charset, padding?.charset));
  marked(output, mark, 'stringTable.length', () => writeInteger(output, stringTable.length, padding?.stringTable));
  marked(output, mark, 'stringTable', () => writer.octets(stringTable));
}
