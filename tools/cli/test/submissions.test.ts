import { smpp } from '@smswire/smpp';
import { describe, expect, it } from 'vitest';
import { numberingOf } from '../src/send/numbering.js';
import { submissions } from '../src/send/submissions.js';

const fields = { sourceAddr: 'DEMO', destinationAddr: '447700900123', registeredDelivery: 1 };
const parts = (more: Partial<Parameters<typeof submissions>[0]>, reference = 7) =>
  submissions({ text: 'Hello', fields, tlvs: {}, ...more }, reference);
const hex = (octets: Uint8Array | undefined): string => Buffer.from(octets ?? []).toString('hex');

describe('the PDUs of a message', () => {
  it('carry short text in the default alphabet, one septet an octet', () => {
    expect(parts({ text: 'a@€' })).toMatchObject([{ ...fields, dataCoding: 0, esmClass: 0 }]);
    expect(hex(parts({ text: 'a@€' })[0]?.shortMessage)).toBe('61001b65');
  });

  it('carry any other text in UCS-2, or in the alphabet that is asked for', () => {
    expect(parts({ text: '好' })).toMatchObject([{ dataCoding: 8, shortMessage: Uint8Array.of(0x59, 0x7d) }]);
    expect(parts({ text: 'é', alphabet: 'latin1' })).toMatchObject([
      { dataCoding: 3, shortMessage: Uint8Array.of(0xe9) },
    ]);
    expect(parts({ text: 'é', alphabet: 'latin1', dataCoding: 0 })).toMatchObject([{ dataCoding: 0 }]);
  });

  it('carry octets as they are', () => {
    expect(parts({ text: 'CAFE', hex: true })).toMatchObject([
      { dataCoding: 4, shortMessage: Uint8Array.of(0xca, 0xfe) },
    ]);
  });

  it('number the parts of a long text in a header of 8 or 16 bits', () => {
    const text = 'x'.repeat(300);
    const eight = parts({ text });
    expect(eight.map(({ esmClass }) => esmClass)).toEqual([0x40, 0x40]);
    expect(eight.map(({ shortMessage }) => hex(shortMessage?.slice(0, 6)))).toEqual(['050003070201', '050003070202']);
    const sixteen = parts({ text, referenceWidth: 16 }, 258);
    expect(sixteen.map(({ shortMessage }) => hex(shortMessage?.slice(0, 7)))).toEqual([
      '06080401020201',
      '06080401020202',
    ]);
  });

  it('number them by TLVs instead, or are one with a message_payload', () => {
    const text = 'x'.repeat(300);
    expect(parts({ text, carrier: 'sar' }).map(({ tlvs, esmClass }) => ({ ...tlvs, esmClass }))).toEqual([
      { sarMsgRefNum: 7, sarTotalSegments: 2, sarSegmentSeqnum: 1, esmClass: 0 },
      { sarMsgRefNum: 7, sarTotalSegments: 2, sarSegmentSeqnum: 2, esmClass: 0 },
    ]);
    const [whole, ...others] = parts({ text, carrier: 'payload' });
    expect(others).toEqual([]);
    expect(whole?.tlvs?.messagePayload).toHaveLength(300);
    expect(whole?.shortMessage).toHaveLength(0);
  });

  it('lead with a header of the user’s own, which must count itself', () => {
    expect(parts({ text: 'cafe', hex: true, udh: '0605040b8423f0' })).toMatchObject([{ esmClass: 0x40 }]);
    expect(hex(parts({ text: 'cafe', hex: true, udh: '0605040b8423f0' })[0]?.shortMessage)).toBe('0605040b8423f0cafe');
    expect(() => parts({ udh: '0605' })).toThrow('--udh: its first octet says 6 octets follow, and 1 do');
  });

  it('keep the bits of esm_class and the TLVs that the user gives', () => {
    const tlvs = { '0x1400': Uint8Array.of(1) };
    expect(parts({ text: 'x'.repeat(161), esmClass: 3, tlvs })).toMatchObject([
      { esmClass: 0x43, tlvs },
      { esmClass: 0x43, tlvs },
    ]);
  });

  it('can all be encoded', () => {
    const codec = smpp({ version: '3.4' });
    for (const carrier of ['udh', 'sar', 'payload'] as const) {
      for (const pdu of parts({ text: '好'.repeat(500), carrier })) expect(codec.encode(pdu)[7]).toBe(4);
    }
  });
});

describe('the numbering of an address', () => {
  it.each([
    ['', 0, 0],
    ['DEMO', 5, 0],
    ['447700900123', 1, 1],
    ['+447700900123', 1, 1],
    ['80085', 0, 1],
  ])('%s is of type %d and plan %d', (address, ton, npi) => {
    expect(numberingOf(address)).toEqual({ ton, npi });
  });
});
