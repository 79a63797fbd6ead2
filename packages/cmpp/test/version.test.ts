import { describe, expect, it } from 'vitest';
import { cmpp, versionOctet, versionOf } from '../src/index.js';

describe('the Version octet', () => {
  it('names each version both ways', () => {
    for (const version of ['2.0', '2.1', '3.0'] as const) expect(versionOf(versionOctet(version))).toBe(version);
    expect(['2.0', '2.1', '3.0'].map((version) => versionOctet(version as '2.0'))).toEqual([0x20, 0x21, 0x30]);
  });

  it('means 2.0 where it is 0 or 1, and nothing where it is not CMPP', () => {
    expect([0, 1].map(versionOf)).toEqual(['2.0', '2.0']);
    expect([2, 0x10, 0x22, 0x31, 0x40, 0x7f, 0xff].map(versionOf)).toEqual(Array(7).fill(undefined));
  });

  it('is of a version that there is', () => {
    for (const version of ['3', 3, 'constructor']) {
      expect(() => cmpp({ version: version as never })).toThrow(/^cmpp.version at 0: no such version/);
    }
  });
});
