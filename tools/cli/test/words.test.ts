import { cmpp } from '@smswire/cmpp';
import { esmClass, formatReceipt, type SmppPdu } from '@smswire/smpp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summary as cmppSummary } from '../src/cmpp/summary.js';
import { textOf as cmppTextOf } from '../src/cmpp/text.js';
import { exchange } from '../src/demo/exchange.js';
import { quote } from '../src/quote.js';
import { summary } from '../src/smpp/summary.js';
import { textOf } from '../src/smpp/text.js';
import { smswire } from './run.js';

const octets = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('what a short message says', () => {
  it.each<[string, string, object, string | undefined]>([
    ['GSM 7-bit', '48691b6500', {}, '"Hi€@"'],
    ['Latin-1', 'e9', { dataCoding: 3 }, '"é"'],
    ['UCS-2', '4f60597d', { dataCoding: 8 }, '"你好"'],
    ['octets, which are no text', 'cafe', { dataCoding: 4 }, undefined],
    ['nothing', '', {}, undefined],
    ['a part', '05000307020248', { esmClass: 0x40 }, 'part 2 of 2, reference 7: "H"'],
    [
      'a part by TLVs',
      '48',
      { tlvs: { sarMsgRefNum: 7, sarTotalSegments: 2, sarSegmentSeqnum: 1 } },
      'part 1 of 2, reference 7: "H"',
    ],
    ['octets for a port', '0605040b8423f0cafe', { esmClass: 0x40, dataCoding: 4 }, 'to port 2948'],
    ['a header that is longer than the octets', 'ff48', { esmClass: 0x40, dataCoding: 3 }, '"ÿH"'],
    ['control characters', '001b005b0033003100 6d'.replace(' ', ''), { dataCoding: 8 }, '"\\u001b[31m"'],
  ])('%s', (_name, hex, pdu, words) => {
    expect(textOf(octets(hex), { command: 'submit_sm', ...pdu })).toBe(words);
  });

  it('is a receipt where a message centre says so, and text where an ESME does', () => {
    const shortMessage = text(formatReceipt({ id: '7', stat: 'UNDELIV', err: '027', text: 'Hello' }));
    const pdu = { esmClass: esmClass.write({ type: 'receipt' }) };
    expect(textOf(shortMessage, { command: 'deliver_sm', ...pdu })).toBe(
      'receipt for "7": UNDELIVERABLE, error "027", of "Hello"',
    );
    expect(textOf(shortMessage, { command: 'submit_sm', ...pdu })).toMatch(/^"id:7 sub/);
  });

  it('never throws and never holds a control character, whatever came', () => {
    const pdu = fc.record({
      command: fc.constantFrom('submit_sm', 'deliver_sm', 'data_sm'),
      esmClass: fc.nat(255),
      dataCoding: fc.nat(255),
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), pdu, (shortMessage, fields) => {
        // Control characters, and those that turn the direction of writing.
        expect(textOf(shortMessage, fields) ?? '').not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('stands beside the octets in decode', () => {
    const { out } = smswire(['decode', '-p', 'smpp', exchange.map(({ hex }) => hex).join('')]);
    expect(out).toMatch(/shortMessage +140 octets +part 1 of 2, reference 42: "【/);
    expect(out).toMatch(/shortMessage +98 octets +receipt for "7f3a01": DELIVERED/);
  });
});

describe('what a message of CMPP says', () => {
  it.each<[string, string, object, string | undefined]>([
    ['ASCII', '4869', {}, '"Hi"'],
    ['UCS-2', '4f60597d', { msgFmt: 8 }, '"你好"'],
    ['GBK', 'c4e3bac3', { msgFmt: 15 }, '"你好"'],
    ['octets, which are no text', 'cafe', { msgFmt: 4 }, undefined],
    ['nothing', '', { msgFmt: 8 }, undefined],
    ['a part', '05000307020248', { tpUdhi: 1 }, 'part 2 of 2, reference 7: "H"'],
    ['a part of a gateway that says 0x40', '05000307020248', { tpUdhi: 0x40 }, 'part 2 of 2, reference 7: "H"'],
    ['octets for a port', '0605040b8423f0cafe', { tpUdhi: 1, msgFmt: 4 }, 'to port 2948'],
    ['control characters', '001b005b0033003100 6d'.replace(' ', ''), { msgFmt: 8 }, '"\\u001b[31m"'],
  ])('%s', (_name, hex, pdu, words) => {
    expect(cmppTextOf(octets(hex), { command: 'CMPP_SUBMIT', ...pdu })).toBe(words);
  });

  it('never throws and never holds a control character, whatever came', () => {
    const pdu = fc.record({
      command: fc.constantFrom('CMPP_SUBMIT', 'CMPP_DELIVER'),
      tpUdhi: fc.nat(255),
      msgFmt: fc.nat(255),
      registeredDelivery: fc.nat(1),
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), pdu, (msgContent, fields) => {
        const line = cmppSummary({ ...fields, msgContent } as Parameters<typeof cmppSummary>[0], 1);
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('stands beside the octets in decode', () => {
    const msgContent = octets('0500030702024f60597d');
    const bytes = cmpp().encode({ command: 'CMPP_SUBMIT', sequenceId: 1, tpUdhi: 1, msgFmt: 8, msgContent });
    const { out } = smswire(['decode', '-p', 'cmpp', Buffer.from(bytes).toString('hex')]);
    expect(out).toMatch(/msgContent +10 octets +part 2 of 2, reference 7: "你好"/);
  });
});

describe('a PDU in one line', () => {
  it('has its status where it is a response, and what tells it from others', () => {
    const line = (pdu: object, number = 7): string => summary(pdu as SmppPdu, number);
    expect(line({ command: 'submit_sm_resp', commandStatus: 0x58 })).toBe('submit_sm_resp 7 ESME_RTHROTTLED');
    expect(line({ command: 'submit_sm_resp', messageId: 'a b' })).toBe('submit_sm_resp 7 ok id "a b"');
    expect(
      line({
        command: 'submit_sm',
        sourceAddr: 'A',
        destinationAddr: '1',
        dataCoding: 4,
        shortMessage: octets('cafe'),
      }),
    ).toBe('submit_sm 7 from "A" to "1": 2 octets');
    expect(line({ command: 'data_sm', tlvs: { messagePayload: text('Hi') } })).toBe('data_sm 7: "Hi"');
    expect(line({ command: 'generic_nack', commandStatus: 3 })).toBe('generic_nack 7 ESME_RINVCMDID');
  });
});

describe('a quote', () => {
  it('lets through what can be read and nothing that steers a terminal', () => {
    expect(quote('naïve “好” 😀')).toBe('"naïve “好” 😀"');
    expect(quote('\u001b\u009b\u007f\u202e"')).toBe(String.raw`"\u001b\u009b\u007f\u202e\""`);
  });
});
