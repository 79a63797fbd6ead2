import fc from 'fast-check';
import type {
  AttributeListToken,
  BodyToken,
  ContentToken,
  ElementToken,
  SwitchPageToken,
  TableIndex,
  TextToken,
  ValueToken,
  WbxmlDocument,
} from '../src/index.js';

const table = ['href', '邮件', '', 'a']; // At 0, 5, 12 and 13 in UTF-8, each with its NUL.
const octets = new TextEncoder().encode(table.map((text) => `${text}\0`).join(''));
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record<T>(model, { noNullPrototype: true });
const kind = <T extends string>(name: T): fc.Arbitrary<T> => fc.constant(name);

const index: fc.Arbitrary<TableIndex> = fc.oneof(
  record({ index: fc.constantFrom(0, 5, 12, 13, 2, 8) }),
  record({ index: fc.constantFrom(0, 5), padding: fc.constantFrom(1, 4) }),
);
const text = fc.string({ unit: 'grapheme' }).map((string) => string.replaceAll('\0', ''));
const number = fc.constantFrom<0 | 1 | 2>(0, 1, 2);
const integer = fc.oneof(fc.nat(300), fc.nat(0xffffffff), fc.constant(0xffffffff));
const octetsOf = fc.uint8Array({ maxLength: 20 });
const codePoint = fc.oneof(
  fc.constantFrom(9, 10, 13),
  fc.integer({ min: 0x20, max: 0xd7ff }),
  fc.integer({ min: 0x10000, max: 0x10ffff }),
);

const textToken: fc.Arbitrary<TextToken> = fc.oneof(
  record<TextToken & { kind: 'string' }>({ kind: kind('string'), text }),
  index.map((at): TextToken => ({ kind: 'reference', ...at })),
  record<TextToken & { kind: 'entity' }>({ kind: kind('entity'), codePoint }),
  record<TextToken & { kind: 'extensionString' }>({ kind: kind('extensionString'), number, text }),
  record<TextToken & { kind: 'extensionInteger' }>({ kind: kind('extensionInteger'), number, value: integer }),
  record<TextToken & { kind: 'extension' }>({ kind: kind('extension'), number }),
  record<TextToken & { kind: 'opaque' }>({ kind: kind('opaque'), octets: octetsOf }),
);

const page: fc.Arbitrary<SwitchPageToken> = record({ kind: kind('switchPage'), page: fc.nat(255) });
const pages = fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(page, { maxLength: 2 }));
const identity = fc.integer({ min: 5, max: 0x3f });

const value: fc.Arbitrary<ValueToken[]> = fc
  .array(
    fc.tuple(
      pages,
      fc.oneof(
        textToken,
        fc.tuple(identity, fc.constantFrom(0x80, 0xc0)).map(
          ([low, high]): ValueToken => ({
            kind: 'value',
            token: low | high,
          }),
        ),
      ),
    ),
    { maxLength: 3 },
  )
  // Pages stand with the value they are ahead of: there is no other way to read them.
  .map((groups) => groups.flatMap(([ahead, piece]) => [...ahead, piece]));

const attribute = fc.tuple(
  pages,
  record<AttributeListToken & { kind: 'attribute' }>({
    kind: kind('attribute'),
    start: fc.oneof(
      fc.tuple(identity, fc.constantFrom(0, 0x40)).map(([low, high]) => low | high),
      index,
    ),
    value,
  }),
);
const list: fc.Arbitrary<AttributeListToken[]> = fc
  .tuple(fc.array(attribute, { maxLength: 3 }), pages)
  .map(([groups, last]) => [...groups.flatMap(([ahead, item]) => [...ahead, item]), ...last]);
const pi: fc.Arbitrary<BodyToken> = fc
  .tuple(attribute, pages)
  .map(([[ahead, item], last]) => ({ kind: 'pi', attributes: [...ahead, item, ...last] }));

const { element } = fc.letrec<{ element: ElementToken; content: ContentToken[] }>((tie) => ({
  element: fc
    .tuple(
      fc.oneof(identity, index),
      fc.option(list, { nil: undefined }),
      fc.option(tie('content'), { nil: undefined, depthSize: 'small' }),
    )
    .map(([tag, attributes, content]) => ({
      kind: 'element',
      tag,
      ...(attributes === undefined ? {} : { attributes }),
      ...(content === undefined ? {} : { content }),
    })),
  content: fc.array(fc.oneof({ maxDepth: 8 }, textToken, page, pi, tie('element')), { maxLength: 4 }),
}));

/** How many ENDs of elements stand last, nothing between them. */
function lastEnds(body: BodyToken[]): number {
  let ends = 0;
  for (let last: ContentToken | undefined = body.at(-1); last?.kind === 'element'; last = last.content?.at(-1)) {
    if (last.content === undefined) return ends;
    ends++;
  }
  return ends;
}

/** Token trees of every token there is, as lenient decoding may make them. */
export const wbxmlDocument: fc.Arbitrary<WbxmlDocument> = fc
  .record({
    version: fc.constantFrom('1.0', '1.1', '1.2', '1.3'),
    publicId: fc.oneof(fc.integer({ min: 1, max: 0x1300 }), index),
    charset: fc.constantFrom(106, 0),
    before: fc.array(fc.oneof(pi, page), { maxLength: 2 }),
    root: element,
    after: fc.array(pi, { maxLength: 1 }),
    missing: fc.nat(3),
    trailing: fc.uint8Array({ minLength: 1, maxLength: 5 }).filter(([first]) => first !== 0x43),
    flaw: fc.constantFrom('none', 'missing', 'trailing'),
  })
  .map(({ version, publicId, charset, before, root, after, missing, trailing, flaw }) => {
    const body: BodyToken[] = [...before, root, ...(flaw === 'missing' ? [] : after)];
    const missingEnds = Math.min(missing, lastEnds(body));
    return {
      version,
      publicId,
      ...(version === '1.0' ? {} : { charset }),
      stringTable: octets,
      body,
      ...(flaw === 'missing' && missingEnds > 0 ? { missingEnds } : {}),
      ...(flaw === 'trailing' ? { trailing } : {}),
    };
  });
