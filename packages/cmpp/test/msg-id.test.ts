import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { msgId, msgIdAt } from '../src/index.js';

const id = 0xb2b9da8000010000n;
const parts = { month: 11, day: 5, hour: 14, minute: 29, second: 42, gateway: 1, sequence: 0 };
const anyId = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

describe('msgId', () => {
  it('takes the id of a SUBMIT_RESP apart and puts it together', () => {
    expect(id).toBe(12878564852733378560n);
    expect(msgId.parse(id)).toEqual(parts);
    expect(msgId.build(parts)).toBe(id);
    expect(msgId.format(id)).toBe('1105142942000000100000');
    expect(msgId.format(parts)).toBe('1105142942000000100000');
    expect(msgId.parse('1105142942000000100000')).toEqual(parts);
  });

  it('refuses no 64 bits and loses none, in parts or in text', () => {
    fc.assert(
      fc.property(anyId, (bits) => {
        const taken = msgId.parse(bits);
        const text = msgId.format(bits);
        expect(text).toMatch(/^\d{22}$/);
        expect(msgId.parse(text)).toEqual(taken);
        expect(msgId.build(taken)).toBe(bits);
      }),
    );
    expect(msgId.format(2n ** 64n - 1n)).toBe('1531316363419430365535');
  });

  it.each([
    [() => msgId.parse(-1n), 'range', ''],
    [() => msgId.parse(2n ** 64n), 'range', ''],
    [() => msgId.parse(5 as unknown as bigint), 'range', ''],
    [() => msgId.parse('110514294200000010000'), 'format', ''],
    [() => msgId.parse('11051429420000001000 0'), 'format', ''],
    [() => msgId.parse('1605142942000000100000'), 'range', 'month'],
    [() => msgId.build({ ...parts, gateway: 2 ** 22 }), 'range', 'gateway'],
    [() => msgId.build({ ...parts, sequence: -1 }), 'range', 'sequence'],
    [() => msgId.format({ ...parts, day: 1.5 }), 'range', 'day'],
    [() => msgIdAt(2n ** 64n, 0), 'range', ''],
    [() => msgIdAt(id, -1), 'range', 'k'],
    [() => msgIdAt(id, 0.5), 'range', 'k'],
  ])('says what is wrong in case %#', (run, code, path) => {
    expect(run).toThrow(expect.objectContaining({ name: 'PduError', code, path }));
  });
});

describe('msgIdAt', () => {
  it('counts on in the sixteen bits of the sequence and nowhere else', () => {
    expect(msgIdAt(id, 98)).toBe(0xb2b9da8000010062n);
    expect(msgIdAt(0xb2b9da800001ffffn, 1)).toBe(0xb2b9da8000010000n);
    fc.assert(
      fc.property(anyId, fc.nat(0xffffff), (base, k) => {
        const before = msgId.parse(base);
        expect(msgId.parse(msgId.at(base, k))).toEqual({ ...before, sequence: (before.sequence + k) % 65536 });
      }),
    );
  });
});
