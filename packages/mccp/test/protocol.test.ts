import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MccpPdu, mccp } from '../src/index.js';
import { anyPdu, bytesOf, failure } from './lines.js';

const codec = mccp();

/** Takes lines out of a stream that comes in pieces, as a session does. */
function receive(chunks: readonly Uint8Array[]): MccpPdu[] {
  const pdus: MccpPdu[] = [];
  let bytes = new Uint8Array();
  let seen = 0;
  for (const chunk of chunks) {
    bytes = Uint8Array.from([...bytes, ...chunk]);
    let length = codec.frameLength(bytes, 0, bytes.length, seen);
    while (length !== undefined) {
      pdus.push(codec.decodeFrame(bytes, 0, length));
      bytes = bytes.subarray(length);
      length = codec.frameLength(bytes, 0, bytes.length, 0);
    }
    seen = bytes.length;
  }
  return pdus;
}

describe('framing', () => {
  it('finds the lines of a stream whole, octet by octet, and cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(anyPdu, { maxLength: 4 }), fc.array(fc.nat(), { maxLength: 6 }), (pdus, cuts) => {
        const bytes = codec.encodeAll(pdus);
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
        const pieces = places.slice(1).map((place, index) => bytes.subarray(places[index], place));
        expect(receive([bytes])).toEqual(pdus);
        expect(receive(Array.from(bytes, (octet) => Uint8Array.of(octet)))).toEqual(pdus);
        expect(receive(pieces)).toEqual(pdus);
      }),
    );
  });

  it('looks at one range of a larger array and never beyond', () => {
    const bytes = bytesOf('\n\nRLO 1\r\nRLO 2\r\n');
    expect(codec.frameLength(bytes, 2, 9)).toBe(7);
    expect(codec.frameLength(bytes, 2, 8)).toBeUndefined();
    expect(codec.frameLength(bytes, 9, 16, 12)).toBe(7);
    expect(codec.decodeFrame(bytes, 9, 16)).toEqual({ command: 'RLO', trid: 2, parameters: [] });
  });

  it('is lost when no line ends within the limit, and not an octet before', () => {
    const narrow = mccp({ maxLineLength: 8 });
    const bytes = bytesOf('RAT 1 abcdef');
    expect(narrow.frameLength(bytes, 0, 7)).toBeUndefined();
    expect(failure(() => narrow.frameLength(bytes, 0, 8, 7))).toMatchObject({ code: 'line_length', degree: 'lost' });
    expect(narrow.frameLength(bytesOf('RAT 1 \r\n'), 0, 8)).toBe(8);
  });

  it('hands warnings to the session', () => {
    const codes: string[] = [];
    codec.decodeFrame(bytesOf('RAT 01\n'), 0, 7, ({ code }) => codes.push(code));
    expect(codes).toEqual(['leading_zero', 'line_feed']);
  });
});

describe('the session protocol', () => {
  it('tells requests, responses and notices apart', () => {
    const withNotices = mccp({ notices: ['RRN'] });
    expect(codec.kind({ command: 'RRN' })).toBe('request');
    expect(withNotices.kind({ command: 'RRN' })).toBe('notice');
    expect(withNotices.kind({ command: 'ARN' })).toBe('response');
  });

  it('numbers by the whole of 32 bits and wraps to 0', () => {
    expect(codec.nextNumber(codec.firstNumber)).toBe(2);
    expect(codec.nextNumber(0x7fffffff)).toBe(0x80000000);
    expect(codec.nextNumber(0xfffffffe)).toBe(0xffffffff);
    expect(codec.nextNumber(0xffffffff)).toBe(0);
    expect(codec.numberOf(codec.decode(codec.encode({ command: 'RLO', trid: 1 }, 0xffffffff)))).toBe(0xffffffff);
  });

  it('takes a response of the same name for the answer', () => {
    const response: MccpPdu = { command: 'AAT', trid: 1, status: '0', parameters: [] };
    expect(codec.answers(response, { command: 'RAT' })).toBe('yes');
    expect(codec.answers(response, { command: 'RLO' })).toBe('mismatch');
  });

  it('is opened by a successful AAT and nothing else', () => {
    const opened = (command: 'AAT' | 'ALI', status?: string) =>
      codec.opened({ command: 'RAT' }, { command, status }, true)?.state;
    expect([opened('AAT', '0'), opened('AAT'), opened('AAT', '1'), opened('ALI', '0')]).toEqual([
      'online',
      'online',
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['RAT', undefined, undefined, true],
    ['REG', undefined, undefined, true],
    ['RSII', undefined, undefined, false],
    ['RCS', undefined, undefined, false],
    ['RVENDOR', undefined, undefined, true],
    ['RSII', 'online', true, true],
    ['RSII', 'online', false, false],
    ['RCS', 'online', true, false],
    ['RCS', 'online', false, true],
    ['RBIN', 'online', true, true],
    ['RBIN', 'online', false, true],
    ['RVENDOR', 'online', false, true],
  ] as const)('permits %s in state %s by the opener %s: %s', (command, state, byOpener, expected) => {
    expect(codec.permits({ command }, state, byOpener)).toBe(expected);
  });

  it('takes its leave by RLO', () => {
    const question = codec.decode(codec.encode(codec.goodbye.question(), 5));
    expect(codec.goodbye.isQuestion(question)).toBe(true);
    expect(codec.encode(codec.goodbye.answer(question))).toEqual(bytesOf('ALO 5 0\r\n'));
  });

  it('refuses a request by a status that is not success, and a notice by nothing', () => {
    const request: MccpPdu = { command: 'RSM', trid: 3, parameters: ['x'] };
    expect(codec.refuse(request)).toEqual({ command: 'ASM', trid: 3, status: '1' });
    expect(mccp({ refusalStatus: '500' }).refuse(request)).toMatchObject({ status: '500' });
    expect(mccp({ notices: ['RSM'] }).refuse(request)).toBeUndefined();
  });

  it.each([
    ['RSM 3 %\r\n', { number: 3, pdu: { command: 'ASM', trid: 3, status: '1' } }],
    ['RSM 3 \u00ff', { number: 3, pdu: { command: 'ASM', trid: 3, status: '1' } }],
    ['ASM 3\r\n', { number: 3 }],
    ['RSM 3', undefined],
    ['RSM x\r\n', undefined],
    ['RSM 99999999999\r\n', undefined],
    ['rsm 3\r\n', undefined],
    ['', undefined],
    [`R${'x'.repeat(9999)} 3\r\n`, undefined],
  ])('rejects %j', (line, expected) => {
    const bytes = bytesOf(line);
    expect(codec.reject(bytes, 0, bytes.length)).toEqual(expected);
  });
});
