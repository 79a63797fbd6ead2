import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalInConstantTime } from '../src/constant-time.js';
import {
  authenticatorIsmg,
  authenticatorSource,
  verifyAuthenticatorIsmg,
  verifyAuthenticatorSource,
  type Warning,
} from '../src/index.js';

const secret = '888888';
const timestamp = 1021080510;

describe('verifyAuthenticatorSource', () => {
  it.each(['900001', '90001', ''])('accepts the address %j hashed with its padding or without', (sourceAddr) => {
    for (const padSourceAddr of [false, true]) {
      const digest = authenticatorSource({ sourceAddr, secret, timestamp, padSourceAddr });
      const connect = { sourceAddr, timestamp, authenticatorSource: digest };
      expect(verifyAuthenticatorSource(connect, secret)).toBe(true);
      expect(verifyAuthenticatorSource(connect, '888889')).toBe(false);
      expect(verifyAuthenticatorSource({ ...connect, timestamp: timestamp + 1 }, secret)).toBe(false);
      expect(verifyAuthenticatorSource({ ...connect, sourceAddr: '900002' }, secret)).toBe(false);
    }
  });

  it('refuses whatever else a peer sends, and never throws on it', () => {
    const connect = fc.record(
      {
        sourceAddr: fc.string({
          unit: fc.integer({ min: 1, max: 255 }).map((c) => String.fromCharCode(c)),
          maxLength: 6,
        }),
        timestamp: fc.nat(0xffffffff),
        authenticatorSource: fc.uint8Array({ maxLength: 20 }),
      },
      { noNullPrototype: true },
    );
    fc.assert(fc.property(connect, (proof) => !verifyAuthenticatorSource(proof, secret)));
  });
});

describe('verifyAuthenticatorIsmg', () => {
  const source = authenticatorSource({ sourceAddr: '900001', secret, timestamp });
  const right = authenticatorIsmg({ status: 0, authenticatorSource: source, secret, version: '3.0' });
  const verify = (status: number, found: Uint8Array, mode?: 'off' | 'warn' | 'strict'): [boolean, Warning[]] => {
    const warnings: Warning[] = [];
    const onWarning = (warning: Warning): void => void warnings.push(warning);
    const response = { status, authenticatorIsmg: found };
    return [verifyAuthenticatorIsmg(response, { authenticatorSource: source, secret, mode, onWarning }), warnings];
  };

  it('accepts a Status hashed in one octet and in four, without a word', () => {
    for (const version of ['2.0', '3.0'] as const) {
      const digest = authenticatorIsmg({ status: 0, authenticatorSource: source, secret, version });
      expect(verify(0, digest)).toEqual([true, []]);
      expect(verify(0, digest, 'strict')).toEqual([true, []]);
    }
  });

  it.each([
    ['zeros', new Uint8Array(16), 'sent no AuthenticatorISMG'],
    ['the digest it was sent', source, 'not the one the shared secret gives'],
    ['half of the right digest', right.subarray(0, 8), 'not the one the shared secret gives'],
    ['nothing', new Uint8Array(0), 'sent no AuthenticatorISMG'],
  ])('warns of %s by default, throws under strict and does not look when off', (_, found, message) => {
    const [accepted, warnings] = verify(0, found);
    expect(accepted).toBe(false);
    expect(warnings).toEqual([
      {
        code: 'authenticator',
        command: 'CMPP_CONNECT_RESP',
        path: 'authenticatorIsmg',
        offset: 0,
        message: expect.stringContaining(message),
      },
    ]);
    expect(() => verify(0, found, 'strict')).toThrow(expect.objectContaining({ code: 'authenticator' }));
    expect(verify(0, found, 'off')).toEqual([true, []]);
  });

  it('asks no proof of a refusal', () => {
    expect(verify(3, new Uint8Array(16), 'strict')).toEqual([true, []]);
  });
});

describe('equalInConstantTime', () => {
  it('is equality of octets and length', () => {
    const short = fc.uint8Array({ max: 1, maxLength: 3 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(equalInConstantTime(a, b)).toBe(a.join() === b.join() && a.length === b.length);
      }),
      { numRuns: 500 },
    );
  });
});
