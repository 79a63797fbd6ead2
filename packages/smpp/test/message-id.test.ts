import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseMessageId } from '../src/index.js';

describe('normaliseMessageId', () => {
  it.each([
    ['0A1b', 'as-is', '0A1b'],
    ['8E0FF1A2', 'hex-to-decimal', '2383409570'],
    ['0000001f', 'hex-to-decimal', '31'],
    ['ffffffffffffffffff', 'hex-to-decimal', '4722366482869645213695'],
    ['4722366482869645213695', 'decimal-to-hex', 'ffffffffffffffffff'],
    ['000031', 'decimal-to-hex', '1f'],
    ['000031', 'strip-leading-zeros', '31'],
    ['00ab-0', 'strip-leading-zeros', 'ab-0'],
    ['0000', 'strip-leading-zeros', '0'],
    ['A1B2-C3', 'fold-case', 'a1b2-c3'],
  ] as const)('%s by %s is %s', (id, policy, expected) => {
    expect(normaliseMessageId(id, policy)).toBe(expected);
  });

  it('applies a list in its order', () => {
    expect(normaliseMessageId('00FF-1', ['strip-leading-zeros', 'fold-case'])).toBe('ff-1');
    expect(normaliseMessageId('0010', ['hex-to-decimal', 'decimal-to-hex'])).toBe('10');
    expect(normaliseMessageId('0010', [])).toBe('0010');
  });

  it('leaves alone what is not of the form: UUIDs, signs, spaces, absurd lengths', () => {
    const ids = ['', '550e8400-e29b-41d4-a716-446655440000', '-1', '+1', ' 12', '1_000', '0x1f', 'f'.repeat(257), '١٢'];
    for (const id of ids) {
      expect(normaliseMessageId(id, 'hex-to-decimal')).toBe(id);
      expect(normaliseMessageId(id, 'decimal-to-hex')).toBe(id);
    }
    expect(normaliseMessageId('1f', 'decimal-to-hex')).toBe('1f');
  });

  it('finds the decimal id of a receipt in the hex id of a response, at any length', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 16n ** 64n - 1n }), fc.nat(8), (number, zeros) => {
        const response = '0'.repeat(zeros) + number.toString(16).toUpperCase();
        expect(normaliseMessageId(response, 'hex-to-decimal')).toBe(number.toString());
        expect(normaliseMessageId(number.toString(), 'decimal-to-hex')).toBe(number.toString(16));
      }),
    );
  });

  it('never throws, and a second time changes nothing more', () => {
    const policies = ['strip-leading-zeros', 'fold-case'] as const;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        const once = normaliseMessageId(id, policies);
        expect(normaliseMessageId(once, ['as-is', 'strip-leading-zeros'])).toBe(once);
        normaliseMessageId(id, ['hex-to-decimal', 'decimal-to-hex']);
      }),
    );
  });
});
