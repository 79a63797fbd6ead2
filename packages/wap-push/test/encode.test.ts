import { describe, expect, it } from 'vitest';
import {
  type BodyToken,
  decodeWbxml,
  type ElementToken,
  encodeWbxml,
  toXml,
  type WbxmlDocument,
} from '../src/index.js';
import { failure } from './failure.js';
import { hex, octets } from './octets.js';

const doc = (root: Omit<ElementToken, 'kind'>, rest: Partial<WbxmlDocument> = {}): WbxmlDocument => ({
  version: '1.2',
  publicId: 5,
  charset: 106,
  stringTable: octets('6100'),
  body: [{ kind: 'element', ...root }],
  ...rest,
});
const content = (...tokens: NonNullable<ElementToken['content']>): WbxmlDocument => doc({ tag: 5, content: tokens });
const start = (token: number): WbxmlDocument =>
  doc({ tag: 5, attributes: [{ kind: 'attribute', start: token, value: [] }] });

describe('a tree made by hand', () => {
  it('is encoded as it says', () => {
    const made = content(
      { kind: 'string', text: 'é' },
      { kind: 'reference', index: 0 },
      { kind: 'entity', codePoint: 160 },
    );
    expect(hex(encodeWbxml(made))).toBe('02056a026100 45 03c3a900 8300 028120 01'.replaceAll(' ', ''));
  });

  it('is left as it was', () => {
    const made = Object.freeze(content(Object.freeze({ kind: 'string', text: 'x' } as const)));
    const before = structuredClone(made);
    encodeWbxml(made);
    toXml(made);
    expect(made).toEqual(before);
  });

  it.each<[string, WbxmlDocument, string, number]>([
    ['a tag among the global tokens', doc({ tag: 4 }), 'value', 6],
    ['a tag with bits of its own', doc({ tag: 0x45 }), 'value', 6],
    ['an attribute start above 7F', start(0x85), 'value', 7],
    ['an attribute start that is LITERAL_C', start(0x44), 'value', 7],
    ['an entity that is no character', content({ kind: 'entity', codePoint: 0xd800 }), 'entity', 7],
    ['a string with a NUL', content({ kind: 'string', text: 'a\0b' }), 'charset', 8],
    ['half a surrogate pair', content({ kind: 'string', text: '\udc00' }), 'charset', 8],
    ['a reference past the table', content({ kind: 'reference', index: 2 }), 'stringIndex', 8],
    ['an integer of 33 bits', content({ kind: 'extensionInteger', number: 0, value: 2 ** 32 }), 'value', 8],
    ['too much padding', content({ kind: 'extensionInteger', number: 0, value: 1, padding: 5 }), 'value', 8],
    ['an extension that does not exist', content({ kind: 'extension', number: 3 as 2 }), 'value', 7],
    ['a page past 255', content({ kind: 'switchPage', page: 256 }), 'value', 8],
    ['a processing instruction without a target', content({ kind: 'pi', attributes: [] }), 'value', 7],
    ['a token that does not exist', content({ kind: 'comment' } as unknown as BodyToken), 'value', 7],
    ['no root', doc({ tag: 5 }, { body: [] }), 'noRoot', 6],
    [
      'two roots',
      doc(
        { tag: 5 },
        {
          body: [
            { kind: 'element', tag: 5 },
            { kind: 'element', tag: 5 },
          ],
        },
      ),
      'noRoot',
      6,
    ],
    ['a version that does not exist', doc({ tag: 5 }, { version: '1.4' as '1.3' }), 'version', 0],
    ['a charset in WBXML 1.0', doc({ tag: 5 }, { version: '1.0' }), 'value', 2],
    ['the public identifier 0', doc({ tag: 5 }, { publicId: 0 }), 'value', 1],
    ['a charset nobody knows', doc({ tag: 5 }, { charset: 9999 }), 'unsupportedCharset', 0],
    ['more ENDs missing than there are', doc({ tag: 5, content: [] }, { missingEnds: 2 }), 'value', 8],
  ])('is refused for %s', (_, made, code, offset) => {
    expect(failure(() => encodeWbxml(made))).toMatchObject({ code, offset });
  });

  it('tells where in its octets a reading fails', () => {
    const made = content({ kind: 'string', text: 'x' }, { kind: 'element', tag: 0x3f });
    expect(failure(() => toXml(made))).toMatchObject({ code: 'unknownTag', offset: 10 });
    expect(failure(() => toXml(decodeWbxml(encodeWbxml(made))))).toMatchObject({ code: 'unknownTag', offset: 10 });
  });
});
