import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFeeType, describeMsgFmt, describeResult, describeStat, isDelivered, isFinal } from '../src/index.js';

describe('describeResult', () => {
  it.each([
    [8, 'CMPP_SUBMIT_RESP', '2.0', 'flow-control'],
    [9, 'CMPP_SUBMIT_RESP', '2.0', 'unknown'],
    [9, 'CMPP_SUBMIT_RESP', '2.1', 'fee-number-not-served'],
    [13, 'CMPP_SUBMIT_RESP', '3.0', 'dest-terminal-id'],
    [9, 'CMPP_DELIVER_RESP', '3.0', 'unknown'],
    [9, 'CMPP_FWD_RESP', '2.0', 'foreign-sp'],
    [10, 'CMPP_FWD_RESP', '3.0', 'unknown'],
    [3, 'CMPP_CONNECT_RESP', '3.0', 'authentication'],
    [4, 'CMPP_CONNECT_RESP', '2.0', 'version'],
    [55, 'CMPP_CONNECT_RESP', '2.0', 'unknown'],
    [150, 'CMPP_CONNECT_RESP', '2.0', 'unknown'],
    [1, 'CMPP_CANCEL_RESP', '2.0', 'failed'],
    [150, 'CMPP_SUBMIT_RESP', '3.0', 'vendor'],
    [202, 'CMPP_SUBMIT_RESP', '3.0', 'unknown'],
    [2, 'CMPP_GET_ROUTE_RESP', '2.0', 'last-route'],
    [1, 'CMPP_MT_ROUTE_UPDATE_RESP', '2.0', 'invalid'],
    [1, 'CMPP_PUSH_MO_ROUTE_UPDATE_RESP', '2.0', 'failed'],
    [2, 'CMPP_MT_ROUTE_RESP', '2.1', 'source-gateway'],
    [24, 'CMPP_MO_ROUTE_UPDATE_RESP', '3.0', 'end-code'],
  ] as const)('calls %i of %s in %s %s', (code, command, version, name) => {
    expect(describeResult(code, { command, version }).name).toBe(name);
  });

  it('asks the table of the gateway first', () => {
    const vendor = { 61: { name: 'blacklisted', text: 'The number is on the blacklist.' } };
    const options = { command: 'CMPP_SUBMIT_RESP', version: '3.0', vendor } as const;
    expect(describeResult(61, options)).toBe(vendor[61]);
    expect(describeResult(8, options).name).toBe('flow-control');
    expect(describeResult(61, { ...options, vendor: undefined }).text).toContain('61');
  });
});

describe('describeStat', () => {
  it.each([
    ['DELIVRD', 'delivered', 'The message was delivered.'],
    ['MA:0001', 'smsc-silent', 'The SMS centre gave no response. Its code is 0001.'],
    ['IC:', 'gateway-no-report', 'No report came from the next gateway.'],
    ['MK:0012', 'unknown', "MK:0012 is the gateway's own: ask its operator."],
    ['AF:4', 'unknown', "AF:4 is the gateway's own: ask its operator."],
    ['', 'unknown', "An empty state is the gateway's own: ask its operator."],
  ])('calls %j %s', (stat, name, text) => {
    expect(describeStat(stat)).toEqual({ name, text });
  });

  it('asks the table of the gateway first, for a whole state and for what leads one', () => {
    const vendor = {
      MK: { name: 'smsc-rejected', text: 'The SMS centre rejected it.' },
      'MK:0012': { name: 'absent', text: 'The phone is off.' },
      REJECTD: { name: 'blacklisted', text: 'The number is on the blacklist.' },
    };
    expect(describeStat('MK:0012', { vendor }).name).toBe('absent');
    expect(describeStat('MK:0005', { vendor }).text).toBe('The SMS centre rejected it. Its code is 0005.');
    expect(describeStat('REJECTD', { vendor }).name).toBe('blacklisted');
    expect(describeStat('EXPIRED', { vendor }).name).toBe('expired');
  });

  it('knows what is final and what arrived', () => {
    expect(['DELIVRD', 'UNDELIV', 'MK:0012', 'ACCEPTD', 'ENROUTE'].map(isFinal)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(['DELIVRD', 'ACCEPTD', ''].map(isDelivered)).toEqual([true, false, false]);
  });
});

describe('describeFeeType', () => {
  it.each([
    ['02', '2.0', undefined, 'per-message'],
    ['05', '2.1', undefined, 'by-sp'],
    ['05', '3.0', undefined, 'unknown'],
    ['00', '2.0', undefined, 'unknown'],
    ['00', '2.0', 'CMPP_FWD', 'no-fee'],
    ['06', '3.0', 'CMPP_FWD', 'monthly-query'],
    ['06', '3.0', 'CMPP_SUBMIT', 'unknown'],
  ] as const)('calls %s in %s in %s %s', (feeType, version, command, name) => {
    expect(describeFeeType(feeType, { version, command }).name).toBe(name);
  });
});

describe('describeMsgFmt', () => {
  it('knows the formats of the standard and of the field, and takes those of a gateway', () => {
    expect([0, 3, 4, 8, 15, 0xf5, 7].map((format) => describeMsgFmt(format).name)).toEqual([
      'ascii',
      'sim-write',
      'binary',
      'ucs2',
      'gb',
      'binary-phone',
      'unknown',
    ]);
    const vendor = { 9: { name: 'unsigned-ucs2', text: 'UCS-2 without signature.' } };
    expect(describeMsgFmt(9, { vendor })).toBe(vendor[9]);
  });
});

describe('every lookup', () => {
  it('has a name and a sentence for whatever comes, inherited names among them', () => {
    const anyText = fc.oneof(fc.string({ maxLength: 7 }), fc.constantFrom('constructor', 'toString:1', '__proto__'));
    fc.assert(
      fc.property(anyText, fc.nat(0xffffffff), (text, code) => {
        const meanings = [
          describeStat(text, { vendor: {} }),
          describeFeeType(text, { version: '3.0' }),
          describeResult(code, { command: 'CMPP_SUBMIT_RESP', version: '3.0', vendor: {} }),
          describeMsgFmt(code % 256),
        ];
        for (const meaning of meanings) {
          expect(meaning.name).toMatch(/^[a-z][a-z0-9-]+$/);
          expect(meaning.text).toMatch(/\.$/);
        }
      }),
    );
  });
});
