import { tolerate, WapPushError } from '../errors.js';
import { readAttributes } from './decode-attributes.js';
import { readHeader } from './decode-header.js';
import { isExtension, readText } from './decode-text.js';
import { END, HAS_ATTRIBUTES, HAS_CONTENT, isGlobal, LITERAL, PI, SWITCH_PAGE } from './global-tokens.js';
import { countNode, type DecodeOptions, hex, type Input, inOwnErrors, openInput, readIndex } from './input.js';
import type { BodyToken, ContentToken, ElementToken, PiToken, SwitchPageToken, WbxmlDocument } from './tree.js';

const PATH = 'body';

/**
 * Decodes a WBXML document to its tokens, losslessly: `encodeWbxml` makes the same octets of them. References into
 * the string table and tokens of the document type are kept as they are; `toXml` and the typed documents resolve
 * them. The string table, OPAQUE and what trails are views of `bytes`, not copies.
 *
 * @throws WapPushError for all that is not WBXML 1.0 to 1.3 (WAP-192 §5), or passes the limits
 */
export function decodeWbxml(bytes: Uint8Array, options: DecodeOptions = {}): WbxmlDocument {
  return inOwnErrors(() => {
    const input = openInput(bytes, options);
    const doc: WbxmlDocument = { ...readHeader(input), body: [] };
    const missingEnds = readBody(input, doc.body);
    if (missingEnds > 0) doc.missingEnds = missingEnds;
    const { position, remaining } = input.reader;
    if (remaining > 0) {
      tolerate(options, 'trailingOctets', PATH, position, `${remaining} octets behind the document`);
      doc.trailing = input.reader.rest();
    }
    return doc;
  });
}

/** Reads `*pi element *pi` up to what cannot belong to it, and returns how many ENDs the data stops short of. */
function readBody(input: Input, body: BodyToken[]): number {
  const { reader } = input;
  const open: ContentToken[][] = [];
  let rooted = false;
  while (reader.remaining > 0) {
    const at = reader.position;
    const token = reader.bytes[at] as number;
    const content = open.at(-1);
    if (content === undefined && rooted && token !== PI) return 0;
    const siblings: { push(token: BodyToken): void } = content ?? body;

    if (token === SWITCH_PAGE) {
      siblings.push(readTagPage(input));
    } else if (token === PI) {
      siblings.push(readPi(input));
    } else if (isTag(token)) {
      const element = readElement(input, open.length + 1);
      siblings.push(element);
      rooted = true;
      if (element.content !== undefined) open.push(element.content);
    } else if (content === undefined) {
      throw new WapPushError('noRoot', at, `${hex(token)} stands where the root element is due`, PATH);
    } else if (token === END) {
      reader.skip(1);
      open.pop();
    } else {
      content.push(readText(input, PATH));
    }
  }
  if (!rooted) throw new WapPushError('noRoot', reader.end, 'the data ends before the root element', PATH);
  if (open.length > 0) {
    tolerate(input.options, 'missingEnd', PATH, reader.end, `the data ends ${open.length} ENDs short`);
  }
  return open.length;
}

const isTag = (token: number): boolean => !isGlobal(token) || (token & 0x3f) === LITERAL;

function readElement(input: Input, depth: number): ElementToken {
  const { reader, limits } = input;
  const at = reader.position;
  if (depth > limits.maxDepth) {
    throw new WapPushError('limit', at, `elements within each other pass ${limits.maxDepth} (maxDepth)`, PATH);
  }
  countNode(input, at);
  const token = reader.u8();
  const identity = token & 0x3f;
  const element: ElementToken = { kind: 'element', tag: identity === LITERAL ? readIndex(input, PATH) : identity };
  if ((token & HAS_ATTRIBUTES) !== 0) {
    element.attributes = readAttributes(input);
    if (!element.attributes.some((attribute) => attribute.kind === 'attribute')) {
      tolerate(input.options, 'emptyAttributeList', PATH, at, 'the tag announces attributes, and none follows');
    }
  }
  if ((token & HAS_CONTENT) !== 0) element.content = [];
  return element;
}

function readPi(input: Input): PiToken {
  const at = input.reader.position;
  input.reader.skip(1);
  const attributes = readAttributes(input);
  if (attributes.filter((attribute) => attribute.kind === 'attribute').length !== 1) {
    throw new WapPushError('token', at, 'a processing instruction is one attribute start and its value', PATH);
  }
  return { kind: 'pi', attributes };
}

function readTagPage(input: Input): SwitchPageToken {
  const { reader } = input;
  const at = reader.position;
  reader.skip(1);
  const page = reader.u8();
  const next = reader.remaining > 0 ? (reader.bytes[reader.position] as number) : END;
  if (!isTag(next) && !isExtension(next)) {
    tolerate(input.options, 'switchPage', PATH, at, 'a SWITCH_PAGE that no tag follows');
  }
  return { kind: 'switchPage', page };
}
