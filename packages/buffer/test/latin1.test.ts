import { afterEach, describe, expect, it, vi } from 'vitest';

const all = Uint8Array.from({ length: 9000 }, (_, i) => i & 0xff);
const obvious = (bytes: Uint8Array): string => Array.from(bytes, (octet) => String.fromCharCode(octet)).join('');

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe.each(['with', 'without'])('latin1 %s a native slice', (mode) => {
  it('gives one character an octet at every length', async () => {
    if (mode === 'without') vi.stubGlobal('Buffer', undefined);
    const { latin1 } = await import('../src/latin1.js');
    for (const length of [0, 1, 3, 4, 15, 23, 24, 25, 255, 256, 4096, 4097, 9000]) {
      expect(latin1(all, 0, length)).toBe(obvious(all.subarray(0, length)));
      expect(latin1(all, 9000 - length, 9000)).toBe(obvious(all.subarray(9000 - length)));
    }
  });
});
