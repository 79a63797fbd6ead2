import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { authenticatorIsmg, authenticatorSource } from '../src/index.js';

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');
const octets = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const hash = (...parts: (string | Uint8Array)[]): string => {
  const md5 = createHash('md5');
  for (const part of parts) md5.update(part);
  return md5.digest('hex');
};

describe('authenticatorSource', () => {
  it.each([
    ['900001', '888888', 1021080510, '90d00c1d517abd0b4f65f6bcf8535d16'],
    ['900001', '888888', 121080510, '56ac69334568ef84991cc149d0951cfd'],
    ['source', 'password', 1121020826, 'b39704b5eaf60f45e2df94021a66f7e2'],
    ['90001', '888888', 1021080510, 'b9f1952f2dd6e525010b6ceb856f9a15'],
  ])('gives the published digest of %s, %s and %i', (sourceAddr, secret, timestamp, digest) => {
    expect(hex(authenticatorSource({ sourceAddr, secret, timestamp }))).toBe(digest);
  });

  it('pads a short address before hashing where that is asked for, and a full one never', () => {
    const input = { secret: '888888', timestamp: 1021080510, padSourceAddr: true };
    expect(hex(authenticatorSource({ ...input, sourceAddr: '90001' }))).toBe('2c94461e5c74885a7ccbb27474ca947f');
    expect(hex(authenticatorSource({ ...input, sourceAddr: '900001' }))).toBe('90d00c1d517abd0b4f65f6bcf8535d16');
  });

  it.each(['', 'secret', 'pässwörd', '密码🔑'])('takes the secret %j as text in UTF-8 or as octets', (secret) => {
    const input = { sourceAddr: '900001', timestamp: 1021080510 };
    const digest = authenticatorSource({ ...input, secret });
    expect(digest).toEqual(authenticatorSource({ ...input, secret: new TextEncoder().encode(secret) }));
    expect(hex(digest)).toBe(hash('900001', new Uint8Array(9), secret, '1021080510'));
  });

  it.each([
    [{ sourceAddr: '9000012' }, 'length', 'sourceAddr'],
    [{ sourceAddr: '90号' }, 'charset', 'sourceAddr'],
    [{ sourceAddr: '90\0' }, 'charset', 'sourceAddr'],
    [{ timestamp: -1 }, 'range', 'timestamp'],
    [{ timestamp: 2 ** 32 }, 'range', 'timestamp'],
    [{ timestamp: 0.5 }, 'range', 'timestamp'],
    [{ timestamp: Number.NaN }, 'range', 'timestamp'],
  ])('refuses %j', (wrong, code, path) => {
    const input = { sourceAddr: '900001', secret: '888888', timestamp: 1021080510, ...wrong };
    expect(() => authenticatorSource(input)).toThrow(expect.objectContaining({ name: 'PduError', code, path }));
  });
});

describe('authenticatorIsmg', () => {
  const source = octets('90d00c1d517abd0b4f65f6bcf8535d16');

  it.each(['2.0', '2.1'] as const)('gives the published digest of a Status of one octet in %s', (version) => {
    const digest = authenticatorIsmg({ status: 0, authenticatorSource: source, secret: '888888', version });
    expect(hex(digest)).toBe('6c0b846e25bab6daa4ed1c466e0f4bd8');
  });

  it('hashes a Status of four octets in 3.0', () => {
    const input = { authenticatorSource: source, secret: 's', version: '3.0' } as const;
    expect(hex(authenticatorIsmg({ ...input, status: 0 }))).toBe(hash(octets('00000000'), source, 's'));
    expect(hex(authenticatorIsmg({ ...input, status: 0x01020304 }))).toBe(hash(octets('01020304'), source, 's'));
  });

  it.each([
    [{ status: 256, version: '2.0' as const }, 'range', 'status'],
    [{ status: 2 ** 32 }, 'range', 'status'],
    [{ status: -1 }, 'range', 'status'],
    [{ authenticatorSource: new Uint8Array(15) }, 'length', 'authenticatorSource'],
  ])('refuses %j', (wrong, code, path) => {
    const input = { status: 0, authenticatorSource: source, secret: 's', version: '3.0' as const, ...wrong };
    expect(() => authenticatorIsmg(input)).toThrow(expect.objectContaining({ name: 'PduError', code, path }));
  });
});
