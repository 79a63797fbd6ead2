import { describe, expect, it } from 'vitest';
import {
  type CmppVersion,
  cmpp,
  connectRequest,
  connectResponse,
  verifyAuthenticatorIsmg,
  versionOf,
} from '../src/index.js';

const now = new Date('2026-10-21T00:05:10Z');
const account = { sourceAddr: '900001', secret: '888888' };

describe('connectRequest', () => {
  it('reads the clock once and proves the secret', () => {
    const connect = connectRequest({ ...account, version: '2.1', now });
    expect(Buffer.from(cmpp({ version: '2.1' }).encode({ ...connect, sequenceId: 0x17 })).toString('hex')).toBe(
      '00000027000000010000001739303030303190d00c1d517abd0b4f65f6bcf8535d16213cdc73be',
    );
  });
});

describe('connectResponse', () => {
  it.each(['2.0', '2.1', '3.0'] as const)('opens a link of %s, and both sides know that the other knows', (version) => {
    const connect = connectRequest({ ...account, version, now });
    const answer = connectResponse(connect, { secret: account.secret, now, maxClockSkewMs: 0 });
    expect(answer).toMatchObject({ command: 'CMPP_CONNECT_RESP', status: 0, version: 0x30 });
    const codec = cmpp({ version: versionOf(connect.version) as CmppVersion, strict: true });
    const received = codec.decode(codec.encode({ ...answer, sequenceId: 1 }));
    if (received.command !== 'CMPP_CONNECT_RESP') throw new Error(received.command);
    const { authenticatorSource } = connect;
    expect(verifyAuthenticatorIsmg(received, { authenticatorSource, secret: account.secret, mode: 'strict' })).toBe(
      true,
    );
  });

  const connect = connectRequest({ ...account, version: '3.0', now });
  const { secret } = account;
  const later = new Date(now.getTime() + 600_000);

  it.each([
    ['a wrong secret', connect, { secret: 'other', now }, 3, 0x30],
    ['an address that is not known', connect, { secret: undefined, now }, 2, 0x30],
    ['a version that is too high', connect, { secret, now, highest: '2.1' as const }, 4, 0x21],
    ['a version that is none', { ...connect, version: 0x7f }, { secret, now }, 4, 0x30],
    ['a clock that is off', connect, { secret, now: later, maxClockSkewMs: 599_999 }, 3, 0x30],
    ['a clock in another zone', connect, { secret, now, maxClockSkewMs: 600_000, utcOffsetMinutes: 0 }, 3, 0x30],
  ])('refuses %s, with zeros for a digest', (_, request, options, status, version) => {
    expect(connectResponse(request, options)).toEqual({
      command: 'CMPP_CONNECT_RESP',
      status,
      authenticatorIsmg: new Uint8Array(16),
      version,
    });
  });

  it('takes a clock that is off where that is allowed', () => {
    expect(connectResponse(connect, { secret, now: later }).status).toBe(0);
    expect(connectResponse(connect, { secret, now: later, maxClockSkewMs: 600_000 }).status).toBe(0);
  });
});
