import { ByteWriter } from '@smswire/buffer';
import { WapPushError } from '../errors.js';
import { type Charset, charsetOf, UTF_8 } from './charset.js';
import { versions } from './decode-header.js';
import { writeStep } from './encode-token.js';
import { flatten, type Step } from './flatten.js';
import { inOwnErrors } from './input.js';
import { type Output, writeIndex, writeInteger } from './output.js';
import type { WbxmlDocument } from './tree.js';

/** Hears where each token of the body stands. */
export type Mark = (step: Step, start: number, end: number) => void;

/**
 * Encodes a document as its tokens say, without choosing anything: what `decodeWbxml` returned gives the same octets.
 *
 * @throws WapPushError `value` for a token that has no octet of its kind, `charset` for text that has none in the
 * document's charset, `stringIndex` for an index outside the string table
 */
export function encodeWbxml(doc: WbxmlDocument): Uint8Array {
  return encodeMarked(doc, () => {});
}

export function encodeMarked(doc: WbxmlDocument, mark: Mark): Uint8Array {
  return inOwnErrors(() => {
    const output: Output = { writer: new ByteWriter(), charset: charsetFor(doc), stringTable: doc.stringTable };
    writeHeader(output, doc);
    if (doc.body.filter((token) => token.kind === 'element').length !== 1) {
      throw new WapPushError(
        'noRoot',
        output.writer.length,
        'a document has one element, with others within it',
        'body',
      );
    }
    // How many ENDs of elements, nothing between them, stand last.
    let ends = 0;
    for (const step of flatten(doc)) {
      const start = output.writer.length;
      writeStep(output, step);
      ends = step.step === 'contentEnd' ? ends + 1 : 0;
      mark(step, start, output.writer.length);
    }
    const missing = doc.missingEnds ?? 0;
    if (!(missing >= 0 && missing <= ends)) {
      throw new WapPushError(
        'value',
        output.writer.length,
        `${missing} ENDs cannot be missing where ${ends} stand last`,
      );
    }
    if (missing > 0) return output.writer.bytes().subarray(0, output.writer.length - missing);
    if (doc.trailing !== undefined) output.writer.octets(doc.trailing);
    return output.writer.bytes();
  });
}

function charsetFor(doc: WbxmlDocument): Charset {
  const mibEnum = doc.charset || doc.transportCharset || UTF_8;
  const charset = charsetOf(mibEnum);
  if (charset !== undefined) return charset;
  throw new WapPushError('unsupportedCharset', 0, `no encoder for the charset of MIBenum ${mibEnum}`, 'charset');
}

function writeHeader(output: Output, doc: WbxmlDocument): void {
  const { writer } = output;
  const version = versions.indexOf(doc.version);
  if (version < 0) throw new WapPushError('version', 0, `no WBXML ${String(doc.version)}; 1.0 to 1.3 exist`, 'version');
  writer.u8(version);
  const { publicId, padding } = doc;
  if (typeof publicId === 'number') {
    if (publicId === 0) throw new WapPushError('value', 1, '0 is no public identifier; unknown is 1', 'publicId');
    writeInteger(output, publicId, padding?.publicId);
  } else {
    writeInteger(output, 0, padding?.publicId);
    writeIndex(output, publicId);
  }
  if ((doc.charset === undefined) !== (doc.version === '1.0')) {
    throw new WapPushError(
      'value',
      writer.length,
      'a charset is due in every version but 1.0, which has none',
      'charset',
    );
  }
  if (doc.charset !== undefined) writeInteger(output, doc.charset, padding?.charset);
  writeInteger(output, doc.stringTable.length, padding?.stringTable);
  writer.octets(doc.stringTable);
}
