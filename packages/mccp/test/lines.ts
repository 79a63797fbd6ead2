import fc from 'fast-check';
import { MccpError, type MccpPdu } from '../src/index.js';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** What the typed error says; anything else that is thrown goes on. */
export function failure(run: () => unknown): Pick<MccpError, 'code' | 'path' | 'offset' | 'degree'> {
  try {
    run();
  } catch (error) {
    if (error instanceof MccpError) {
      const { code, path, offset, degree } = error;
      return { code, path, offset, degree };
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}

const word = fc
  .string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)), minLength: 1 })
  .map((name) => name.replaceAll('%', 'P'));
// Whole Unicode, with what must be escaped and what looks like an escape more often than chance would have it.
const text = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('%', ' ', '\r', '\n', '%20', 'a', '') },
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});
const trid = fc.oneof(fc.constantFrom(0, 1, 0xffffffff), fc.nat({ max: 0xffffffff }));
const parameters = fc.array(text, { maxLength: 8 });

export const anyPdu: fc.Arbitrary<MccpPdu> = fc.oneof(
  fc.record({ command: word.map((name) => `R${name}` as const), trid, parameters }, { noNullPrototype: true }),
  fc.record(
    {
      command: word.map((name) => `A${name}` as const),
      trid,
      status: text.filter((status) => status !== ''),
      parameters,
    },
    { noNullPrototype: true },
  ),
);
