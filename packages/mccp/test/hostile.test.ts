import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MccpError, mccp } from '../src/index.js';
import { anyPdu, bytesOf } from './lines.js';

const codec = mccp();

function expectTypedErrorOrNothing(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(MccpError);
  }
}

describe('hostile octets', () => {
  it('meet the typed error or decode, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expectTypedErrorOrNothing(() => codec.decode(bytes));
        expectTypedErrorOrNothing(() => codec.decodeAll(bytes));
      }),
    );
  });

  it('made from a good line by changing an octet do too, with an offset within them', () => {
    fc.assert(
      fc.property(anyPdu, fc.nat(), fc.nat(255), (pdu, at, octet) => {
        const bytes = codec.encode(pdu);
        bytes[at % bytes.length] = octet;
        try {
          codec.decode(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(MccpError);
          expect((error as MccpError).offset).toBeGreaterThanOrEqual(0);
          expect((error as MccpError).offset).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['spaces', ' '],
    ['escapes', '%20'],
    ['escapes that are not UTF-8', '%ff'],
    ['per cent signs', '%'],
    ['lines', '\n'],
    ['carriage returns', '\r'],
  ])('in a quarter of a megabyte of %s end soon', (_, unit) => {
    const bytes = bytesOf(`RAT 1 ${unit.repeat(Math.floor(2 ** 18 / unit.length))}\r\n`);
    const wide = mccp({ maxLineLength: 2 ** 19 });
    expectTypedErrorOrNothing(() => codec.decode(bytes));
    expectTypedErrorOrNothing(() => wide.decode(bytes));
    expectTypedErrorOrNothing(() => wide.decodeAll(bytes));
    expect(codec.dissect(bytes).at(-1)?.end).toBe(bytes.length);
  });
});
