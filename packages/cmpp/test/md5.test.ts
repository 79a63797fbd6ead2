import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { md5 } from '../src/md5.js';

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');
const oracle = (octets: Uint8Array): string => createHash('md5').update(octets).digest('hex');

describe('md5', () => {
  it.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['a', '0cc175b9c0f1b6a831c399e269772661'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      '57edf4a22be3c955ac49da2e2107b67a',
    ],
  ])('gives the digest RFC 1321 prints for %j', (text, digest) => {
    expect(hex(md5(new TextEncoder().encode(text)))).toBe(digest);
  });

  it('agrees with Node at every length around a block', () => {
    for (let length = 0; length <= 200; length++) {
      const message = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 0xff);
      expect(hex(md5(message))).toBe(oracle(message));
    }
  });

  it('agrees with Node over random messages, and leaves them as they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), (message) => {
        const before = hex(message);
        expect(hex(md5(message))).toBe(oracle(message));
        expect(hex(message)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });
});
