import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inSegments } from '../wireshark/segments.js';

const HEADER = 16;

it('cuts a stream so that it is whole again, and no header is cut', () => {
  const pdus = fc.array(fc.uint8Array({ minLength: HEADER, maxLength: 3000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(pdus, fc.integer(), (made, seed) => {
      const segments = inSegments(made, HEADER, seed);
      expect(Buffer.concat(segments).equals(Buffer.concat(made))).toBe(true);
      const starts = new Set(made.map((_, index) => made.slice(0, index).reduce((sum, { length }) => sum + length, 0)));
      let at = 0;
      for (const { length } of segments) {
        at += length;
        for (let back = 1; back < HEADER; back++) expect(starts.has(at - back)).toBe(false);
      }
    }),
    { numRuns: 50 },
  );
});
