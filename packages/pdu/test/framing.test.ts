import { describe, expect, it } from 'vitest';
import { failureOf } from './attempt.js';
import { fromHex } from './hex.js';
import { protocol } from './protocol.js';

const codec = protocol();
const ping = fromHex('00 00 00 10 00 00 00 01 00 00 00 00 00 00 00 07');

describe('frameLength', () => {
  it('tells nothing before the length has come', () => {
    for (let end = 0; end < 4; end++) expect(codec.frameLength(ping, 0, end)).toBeUndefined();
    expect(codec.frameLength(ping, 16)).toBeUndefined();
  });

  it('tells the length as soon as it has come, wherever the PDU begins', () => {
    expect(codec.frameLength(ping.subarray(0, 4))).toBe(16);
    expect(codec.frameLength(Uint8Array.from([9, 9, ...ping]), 2)).toBe(16);
  });

  it('takes every length from the header alone to the longest PDU', () => {
    const lengthOf = (length: number) => codec.frameLength(Uint8Array.of(0, 0, length >> 8, length & 0xff));
    expect(lengthOf(16)).toBe(16);
    expect(lengthOf(1000)).toBe(1000);
    for (const length of [0, 15, 1001]) {
      expect(failureOf(() => lengthOf(length))).toMatchObject({ code: 'framing', offset: 0, degree: 'lost' });
    }
  });

  it('never takes a length for a negative number', () => {
    // 'HTTP', as a web browser on this port would begin, and the largest length.
    for (const hex of ['48 54 54 50', 'ff ff ff ff', '80 00 00 10']) {
      expect(failureOf(() => codec.frameLength(fromHex(hex))).degree).toBe('lost');
    }
  });
});

describe('decode', () => {
  it('says how many octets are missing', () => {
    expect(failureOf(() => codec.decode(ping.subarray(0, 10)))).toMatchObject({
      code: 'incomplete',
      degree: 'incomplete',
      offset: 10,
      message: 'at 10: 6 more octets are needed',
    });
    expect(failureOf(() => codec.decode(ping.subarray(0, 3)))).toMatchObject({
      code: 'incomplete',
      degree: 'incomplete',
      message: 'at 3: at least 13 more octets are needed',
    });
  });

  it('refuses more than one PDU', () => {
    expect(failureOf(() => codec.decode(Uint8Array.from([...ping, ...ping])))).toMatchObject({
      code: 'excess',
      degree: 'pdu',
      offset: 16,
      message: 'at 16: 16 octets behind the PDU; frameLength() tells them apart',
    });
  });

  it('loses the framing only where the length cannot be believed', () => {
    expect(failureOf(() => codec.decode(fromHex('00 00 00 0f')))).toMatchObject({
      code: 'framing',
      degree: 'lost',
      message: 'at 0: a length of 15 octets, where a PDU has at least 16',
    });
    const unreadable = fromHex('00 00 00 11 00 00 00 02 00 00 00 00 00 00 00 07 61');
    expect(failureOf(() => codec.decode(unreadable))).toMatchObject({ code: 'no_nul', degree: 'pdu' });
  });
});

describe('decodeFrame', () => {
  it('counts offsets from the start of the PDU, wherever that is', () => {
    const stream = Uint8Array.from([
      ...ping,
      ...fromHex('00 00 00 12 00 00 00 02 00 00 00 00 00 00 00 07 00 05'),
      ...ping,
    ]);
    expect(failureOf(() => codec.decodeFrame(stream, 16, 34))).toMatchObject({ code: 'end', path: 'text', offset: 18 });
    expect(codec.decodeFrame(stream, 34, 50)).toMatchObject({ command: 'ping', number: 7 });
  });
});
