import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataSyncNotification, deviceManagementNotification, WapPushError } from '../../src/index.js';
import { failure, fromHex, toHex, warnings } from '../hex.js';

const DIGEST = '000102030405060708090a0b0c0d0e0f';
/** Version 1.2, user interaction, from the server, session 0x1234, server "srv". */
const HEADER = `${DIGEST}0338000000123403737276`;
const header = {
  digest: fromHex(DIGEST),
  version: '1.2',
  uiMode: 'userInteraction',
  initiator: 'server',
  sessionId: 0x1234,
  serverId: 'srv',
} as const;

describe('a notification of device management', () => {
  it('decodes from its bits, and encodes to them', () => {
    const hex = `${HEADER}cafe`;
    const decoded = deviceManagementNotification.decode(fromHex(hex), { strict: true });
    expect(decoded).toEqual({ ...header, vendorBody: fromHex('cafe') });
    expect(toHex(deviceManagementNotification.encode(decoded))).toBe(hex);
  });

  it('has every mode, either initiator and versions up to ten bits', () => {
    for (const uiMode of ['notSpecified', 'background', 'informative', 'userInteraction'] as const) {
      for (const initiator of ['client', 'server'] as const) {
        for (const version of ['0.0', '1.0', '1.2', '102.3']) {
          const bytes = deviceManagementNotification.encode({ ...header, uiMode, initiator, version });
          expect(deviceManagementNotification.decode(bytes)).toMatchObject({ uiMode, initiator, version });
        }
      }
    }
  });

  it('fills what is left out with zeros', () => {
    expect(toHex(deviceManagementNotification.encode({ version: '1.2', serverId: 'a' }))).toBe(
      `${'00'.repeat(16)}030800000000000161`,
    );
  });

  it('says where bits for future use are set', () => {
    const bytes = fromHex(HEADER);
    for (const at of [17, 18, 19, 20]) {
      const changed = Uint8Array.from(bytes, (octet, index) => (index === at ? octet | 1 : octet));
      expect(warnings((onWarning) => deviceManagementNotification.decode(changed, { onWarning }))).toEqual([
        'reservedBits',
      ]);
      expect(failure(() => deviceManagementNotification.decode(changed, { strict: true })).code).toBe('reservedBits');
    }
  });

  it('is refused in encoding where something does not fit', () => {
    for (const change of [
      { digest: fromHex('00') },
      { version: '102.4' },
      { version: '1' },
      { uiMode: 'loud' },
      { initiator: 'nobody' },
      { sessionId: 65_536 },
      { serverId: 'a'.repeat(256) },
      { serverId: 'ж' },
      { vendorBody: [1] },
    ]) {
      expect(failure(() => deviceManagementNotification.encode({ ...header, ...change } as never))).toMatchObject({
        code: 'value',
        path: Object.keys(change)[0],
      });
    }
  });
});

describe('a notification of data synchronisation', () => {
  const hex = `${HEADER}20 60 000007 04 2f636172 90 00abcd 00 ff`.replace(/ /g, '');
  const syncs = [
    { syncType: 206, contentType: 'text/x-vCard', serverUri: '/car' },
    { syncType: 209, contentType: '0xabcd', serverUri: '' },
  ];

  it('lists what to synchronise, and encodes to the same octets', () => {
    const decoded = dataSyncNotification.decode(fromHex(hex), { strict: true });
    expect(decoded).toEqual({ ...header, syncs, vendorBody: fromHex('ff') });
    expect(toHex(dataSyncNotification.encode(decoded))).toBe(hex);
  });

  it('may list nothing: all data', () => {
    expect(dataSyncNotification.decode(fromHex(`${HEADER}00`)).syncs).toEqual([]);
    expect(toHex(dataSyncNotification.encode(header))).toBe(`${HEADER}00`);
  });

  it('is refused in encoding where a sync does not fit', () => {
    const good = { syncType: 206, contentType: 'text/x-vCard', serverUri: '' };
    for (const [bad, path] of [
      [Array(16).fill(good), 'syncs'],
      [[good, { ...good, syncType: 216 }], 'syncs[1]'],
      [[{ ...good, contentType: 'text/x-own' }], 'syncs[0]'],
      [[{ ...good, contentType: '0x1000000' }], 'syncs[0]'],
      [[{ ...good, serverUri: 'a'.repeat(256) }], 'syncs[0]'],
    ] as const) {
      expect(failure(() => dataSyncNotification.encode({ ...header, syncs: bad as never }))).toMatchObject({
        code: 'value',
        path,
      });
    }
  });

  it('meets cut and arbitrary octets with a notification or the typed error', () => {
    const bytes = fromHex(hex);
    for (let length = 0; length < bytes.length - 1; length++) {
      expect(failure(() => dataSyncNotification.decode(bytes.subarray(0, length))).code).toBe('truncated');
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (data) => {
        try {
          dataSyncNotification.decode(data);
        } catch (error) {
          expect(error).toBeInstanceOf(WapPushError);
        }
      }),
    );
  });
});
