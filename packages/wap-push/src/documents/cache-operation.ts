import { arrayDue, objectDue } from '../due.js';
import { WapPushError } from '../errors.js';
import { cacheOperationTable as table } from '../wbxml/tables/cache-operation.js';
import { type Attributes, readAttributes, writeAttributes } from './attributes.js';
import { childElements, type DocumentCodec, readDocument, unexpected, writeDocument } from './document.js';

const operations = ['invalidate-object', 'invalidate-service'] as const;

export interface Invalidation {
  /** One object, or all that begin with its URI. */
  operation: (typeof operations)[number];
  uri: string;
}

/** Cache Operation 1.0, WAP-175. */
export interface CacheOperation {
  /** What to take out of the cache, one at least, in the order of the document. */
  operations: Invalidation[];
}

const attributes: Attributes<'uri'> = { uri: { name: 'uri', value: 'text', required: true } };

/** Cache Operation: what the receiver has cached and must fetch anew. */
export const cacheOperation: DocumentCodec<CacheOperation> = {
  decode(bytes, options = {}) {
    const { root, ...reading } = readDocument(bytes, table, options);
    const found: Invalidation[] = [];
    for (const child of childElements(reading, root, 'co')) {
      const path = `co.${child.name}`;
      const operation = operations.find((name) => name === child.name);
      if (operation === undefined) {
        unexpected(reading, child, path, 'an element that the document type does not have here');
        continue;
      }
      for (const inner of childElements(reading, child, path)) {
        unexpected(reading, inner, `${path}.${inner.name}`, 'an element where none is due');
      }
      const { uri } = readAttributes(reading, child, path, attributes) as Pick<Invalidation, 'uri'>;
      found.push({ operation, uri });
    }
    if (found.length === 0) throw new WapPushError('missing', reading.offsetOf(root), 'there is no operation', 'co');
    return { operations: found };
  },

  encode(document, options = {}) {
    objectDue(document, 'a cache operation { operations }', 'co');
    const { operations: given } = document;
    arrayDue(given, 'an array of operations', 'co');
    if (given.length === 0) throw new WapPushError('missing', 0, 'one operation at least is due', 'co');
    const children = given.map((invalidation) => {
      objectDue(invalidation, 'an operation { operation, uri }', 'co');
      const { operation } = invalidation;
      if (!operations.includes(operation)) {
        throw new WapPushError('value', 0, `${String(operation)} is none of ${operations.join(', ')}`, 'co');
      }
      const written = writeAttributes(invalidation, `co.${operation}`, attributes);
      return { name: operation, attributes: written, children: [] };
    });
    return writeDocument({ name: 'co', attributes: [], children }, table, options);
  },
};
