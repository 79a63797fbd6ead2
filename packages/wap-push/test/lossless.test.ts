import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeWbxml,
  dissectWbxml,
  emailNotification,
  encodeWbxml,
  provisioning,
  serviceIndication,
  toXml,
  WapPushError,
} from '../src/index.js';
import { fromXml } from '../src/xml/index.js';
import { octets } from './octets.js';
import { wbxmlDocument } from './trees.js';
import { vectors } from './vectors.js';

/** The result, or `undefined` where it is refused as it may be. */
function orRefused<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof WapPushError && error.offset >= 0 && error.code !== undefined) return undefined;
    throw error;
  }
}

const wires = vectors.map(({ hex }) => octets(hex));
/** Documents with a few octets changed, dropped or put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...wires),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat(2)), { minLength: 1, maxLength: 4 }),
  )
  .map(([wire, changes]) => {
    const bytes = Array.from(wire);
    for (const [at, octet, how] of changes) {
      const [dropped, added] = [how === 2 ? 0 : 1, how === 1 ? [] : [octet]];
      bytes.splice(at % (bytes.length + 1), dropped, ...added);
    }
    return Uint8Array.from(bytes);
  });
const tokens = fc
  .array(
    fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 0x0b, 0x10, 0x40, 0x43, 0x45, 0x46, 0x80, 0x83, 0x84, 0x85, 0xc0, 0xc3, 0xc6),
    { maxLength: 60 },
  )
  .map((body) => Uint8Array.from([2, 5, 0x6a, 2, 0x61, 0, ...body]));
const hostile = fc.oneof(mutated, tokens, fc.uint8Array({ maxLength: 200 }));

describe('the token tree', () => {
  it('is the same after it was encoded and decoded', () => {
    fc.assert(
      fc.property(wbxmlDocument, (doc) => {
        expect(decodeWbxml(encodeWbxml(doc))).toEqual(doc);
      }),
      { numRuns: 1000 },
    );
  });

  it('encodes to the octets it was decoded from, whatever they were', () => {
    let accepted = 0;
    fc.assert(
      fc.property(hostile, (bytes) => {
        const doc = orRefused(() => decodeWbxml(bytes));
        if (doc === undefined) return;
        accepted++;
        expect(encodeWbxml(doc)).toEqual(bytes);
      }),
      { numRuns: 4000 },
    );
    expect(accepted).toBeGreaterThan(400);
  });

  it('is read leniently wherever it is read strictly, and the same', () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        const strict = orRefused(() => decodeWbxml(bytes, { strict: true }));
        if (strict !== undefined) expect(decodeWbxml(bytes)).toEqual(strict);
      }),
    );
  });
});

describe('whatever octets come', () => {
  it('every reading ends in a document or in the one error', () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        orRefused(() => serviceIndication.decode(bytes));
        orRefused(() => emailNotification.decode(bytes));
        orRefused(() => provisioning.decode(bytes));
        orRefused(() => toXml(decodeWbxml(bytes)));
      }),
      { numRuns: 2000 },
    );
  });

  it('XML that comes out goes in, and comes out the same', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('auto', 'all'), (bytes, stringTable) => {
        const xml = orRefused(() => toXml(decodeWbxml(bytes)));
        // What XML itself does not keep: white space between tags, and ahead of an instruction's data.
        if (xml === undefined || />(\s|&#13;)+<|<\?\S+\s\s/.test(xml)) return;
        expect(toXml(fromXml(xml, { stringTable }))).toBe(xml);
      }),
      { numRuns: 2000 },
    );
  });

  it('rows explain every octet of what is accepted', () => {
    fc.assert(
      fc.property(hostile, (bytes) => {
        const rows = orRefused(() => dissectWbxml(bytes));
        if (rows === undefined) return;
        expect(rows.map(({ start }) => start)).toEqual([0, ...rows.slice(0, -1).map(({ end }) => end)]);
        expect(rows.at(-1)?.end).toBe(bytes.length);
      }),
      { numRuns: 2000 },
    );
  });
});
