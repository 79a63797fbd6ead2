import { describe, expect, it } from 'vitest';
import { compare } from '../compare.js';
import { compareAll } from '../compare-all.js';
import { number } from '../wireshark/items.js';

const item = (name, value) => number(name)(value).map((each) => ({ ...each, path: name }))[0];
const read = (name, value) => ({ name, show: `0x${value.toString(16)}` });
const widths = {
  name: 'a of one octet',
  reason: 'it is narrow',
  applies: ({ name }) => name === 'a',
  instead: () => [item('a', 1)],
};

describe('compare', () => {
  it('counts what agrees', () => {
    const result = compare([item('a', 257), item('b', 2)], [read('a', 257), read('b', 2)], [], {});
    expect(result).toEqual({ agreed: 2, met: [], difference: undefined });
  });

  it('tells a value, a missing field and one too many apart', () => {
    const difference = (expected, readings) => compare(expected, readings, [], {}).difference;
    expect(difference([item('a', 1)], [read('a', 2)])).toEqual({ path: 'a', put: 'a = 1', read: 'a = 0x2' });
    expect(difference([item('a', 1)], [])?.read).toBe('nothing more');
    expect(difference([item('a', 1)], [read('a', 1), read('b', 1)])?.put).toBe('nothing more');
  });

  it('takes a known fault for what the peer is known to show, and for nothing else', () => {
    expect(compare([item('a', 257)], [read('a', 1)], [widths], {})).toMatchObject({
      agreed: 0,
      met: ['a of one octet'],
    });
    expect(compare([item('a', 257)], [read('a', 2)], [widths], {}).difference?.path).toBe('a');
    expect(compare([item('a', 257)], [read('a', 257)], [widths], {}).met).toEqual([]);
  });

  it('compares nothing behind a fault that loses the place', () => {
    const lost = { ...widths, loses: true };
    expect(
      compare([item('a', 257), item('b', 1)], [read('a', 1), read('c', 9)], [lost], {}).difference,
    ).toBeUndefined();
    expect(
      compare([item('a', 257), item('b', 1)], [read('a', 1), read('c', 9)], [widths], {}).difference,
    ).toBeDefined();
  });

  it('passes over what may be absent, and not over what is there with another value', () => {
    const maybe = { ...item('a', 1), optional: true };
    expect(compare([maybe, item('b', 2)], [read('b', 2)], [], {}).difference).toBeUndefined();
    expect(compare([maybe, item('b', 2)], [read('a', 3), read('b', 2)], [], {}).difference).toBeDefined();
  });
});

describe('compareAll', () => {
  it('reports PDUs that the peer did not read', () => {
    const { differences } = compareAll([{ items: [item('a', 1)], of: { command: 'x' } }], [], []);
    expect(differences.map(({ of }) => of)).toEqual(['all', 'x']);
  });

  it('counts the known faults met', () => {
    const cases = [257, 258].map((value) => ({ items: [item('a', value)], of: {} }));
    const { known } = compareAll(cases, [[read('a', 1)], [read('a', 1)]], [widths]);
    expect(known).toEqual([{ name: 'a of one octet', reason: 'it is narrow', times: 2 }]);
  });
});
