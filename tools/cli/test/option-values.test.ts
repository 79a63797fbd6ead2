import { describe, expect, it } from 'vitest';
import { duration, each, integer, named, rate, share } from '../src/option-values.js';
import { messageIdPolicies, ports } from '../src/send/choices.js';
import { type Tlvs, tlvOption } from '../src/send/tlv-option.js';

describe('an option value', () => {
  it.each<[string, (text: string) => unknown, string, unknown]>([
    ['a number', integer(0, 255), '200', 200],
    ['a number in hexadecimal', integer(0, 255), '0xFF', 255],
    ['a time in milliseconds', duration, '250', 250],
    ['a time with its unit', duration, '1.5s', 1500],
    ['an hour', duration, '1h', 3_600_000],
    ['a share in per cent', share, '2.5%', 0.025],
    ['a share of 1', share, '0.2', 0.2],
    ['a rate', rate, '0.5', 0.5],
    ['a name', named({ values: { gsm: 3 } }), 'gsm', 3],
    ['a number for a name', named({ values: { gsm: 3 } }), '7', 7],
    ['policies', messageIdPolicies, 'hex-to-decimal,fold-case', ['hex-to-decimal', 'fold-case']],
    ['ports', ports, '2948:9200', { destination: 2948, source: 9200 }],
  ])('is read: %s', (_name, read, text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each<[string, (text: string) => unknown, string, RegExp]>([
    ['a number too large', integer(0, 255), '256', /from 0 to 255/],
    ['a fraction', integer(0, 255), '1.5', /whole number/],
    ['nothing', integer(0, 255), '', /whole number/],
    ['a unit nobody knows', duration, '3 fortnights', /250ms/],
    ['more than a day', duration, '25h', /a day/],
    ['more than all', share, '101%', /share/],
    ['no rate', rate, '0', /above 0/],
    ['an unknown name', named({ values: { gsm: 3 } }), 'cdma', /up to 255 or one of gsm/],
    ['an inherited name', named({ values: { gsm: 3 } }), 'toString', /one of gsm/],
    ['an unknown policy', messageIdPolicies, 'as-is,guess', /one or several of/],
    ['one port', ports, '2948', /two ports/],
  ])('is refused: %s', (_name, read, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('adds up where the option is given again', () => {
    expect(['1', '2'].reduce((before, text) => each(integer(0, 9))(text, before), [] as readonly number[])).toEqual([
      1, 2,
    ]);
  });
});

const tlv = (...options: string[]): Tlvs => options.reduce((before, option) => tlvOption(option, before), {});
const octets = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('a TLV on the command line', () => {
  it.each([
    ['an integer under its name in the standard', 'user_message_reference=7', { userMessageReference: 7 }],
    ['text under our name', 'receiptedMessageId=a=b', { receiptedMessageId: 'a=b' }],
    ['a known one by its tag', '0x0204=7', { userMessageReference: 7 }],
    ['octets as text', 'message_payload=héllo', { messagePayload: new TextEncoder().encode('héllo') }],
    ['one without a value', 'alert_on_message_delivery=', { alertOnMessageDelivery: null }],
    ['one that may repeat', 'callback_num=1234', { callbackNum: [new TextEncoder().encode('1234')] }],
    ['a vendor’s, as text', '0x1400=abc', { '0x1400': octets('616263') }],
    ['as octets', '0x1400=hex:ca fe', { '0x1400': octets('cafe') }],
    ['as no octets', '0x1400=hex:', { '0x1400': octets('') }],
    ['as a number of 16 bits', '0x1400=u16:258', { '0x1400': octets('0102') }],
    ['as a number of 64 bits', '0x1400=u64:18446744073709551615', { '0x1400': octets('ffffffffffffffff') }],
    ['as a C string', '0x1400=cstring:a:b', { '0x1400': octets('613a6200') }],
    ['a known one with octets that do not fit it', 'user_message_reference=hex:07', { '0x0204': octets('07') }],
  ])('is %s', (_name, option, tlvs) => {
    expect(tlv(option)).toEqual(tlvs);
  });

  it('may be given again, for a list of them', () => {
    expect(tlv('0x1400=a', '0x1400=b', '0x1400=c')).toEqual({ '0x1400': [octets('61'), octets('62'), octets('63')] });
    expect(tlv('callback_num=1234', 'callback_num=5678')['callbackNum']).toHaveLength(2);
  });

  it.each([
    ['nobody knows the name', 'nope=1', /No TLV is called nope/],
    ['the number is none', 'user_message_reference=x', /from 0 to 65535/],
    ['the number is too large', '0x1400=u8:256', /8 bits/],
    ['the digits are odd', '0x1400=hex:caf', /no whole number of octets/],
  ])('is refused where %s', (_name, option, message) => {
    expect(() => tlv(option)).toThrow(message);
  });
});
