import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CmppFields,
  cmppFields,
  cmppPart,
  createReassembler,
  decodeCmppText,
  decodeSmppText,
  decodeText,
  type SegmentOptions,
  type SmppFields,
  segment,
  smppFields,
  smppPart,
  ucs2,
} from '../src/index.js';

const unhex = (digits: string) => new Uint8Array(Buffer.from(digits.replaceAll(' ', ''), 'hex'));
const failure = (code: string) => expect.objectContaining({ name: 'UserDataError', code });
const smppAddress = { sourceAddr: '10086', destinationAddr: '447700900123' };

/** The text that is received when the PDUs of a message come in another order. */
function overSmpp(text: string, options: SegmentOptions, order: number[]): string | undefined {
  const pdus = sorted(smppFields(segment(text, options)), order);
  const reassembler = createReassembler({ strict: true });
  let received: string | undefined;
  for (const pdu of pdus) {
    const whole = reassembler.add(smppPart({ ...smppAddress, ...pdu }, { strict: true }), 0);
    if (whole === undefined) continue;
    const connection = { defaultAlphabet: 'gsm7', packed: options.packed, strict: true } as const;
    received = decodeSmppText({ dataCoding: pdu.dataCoding, parts: whole.parts }, connection).text;
  }
  return received;
}

function overCmpp(text: string, options: SegmentOptions, order: number[]): string | undefined {
  const pdus = sorted(cmppFields(segment(text, { protocol: 'cmpp', ...options })), order);
  const reassembler = createReassembler({ strict: true });
  let received: string | undefined;
  for (const pdu of pdus) {
    const whole = reassembler.add(cmppPart({ srcTerminalId: '13800138000', destId: '10086', ...pdu }), 0);
    if (whole !== undefined)
      received = decodeCmppText({ msgFmt: pdu.msgFmt, parts: whole.parts }, { strict: true }).text;
  }
  return received;
}

/** Put in an order by weights, of which there may be fewer. */
function sorted<T extends SmppFields | CmppFields>(pdus: T[], order: number[]): T[] {
  return pdus
    .map((pdu, at) => ({ pdu, weight: order[at % order.length] ?? 0 }))
    .toSorted((a, b) => a.weight - b.weight)
    .map(({ pdu }) => pdu);
}

const order = fc.array(fc.nat(), { minLength: 1, maxLength: 20, size: 'max' });
const mixed = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('aZ09 @€{}[]\n\r\fÇΔ')),
    fc.constantFrom(...Array.from('ğşçãÇąЖ中文あन'), '😀', '👨‍👩‍👧', 'e\u0301'),
  ),
  maxLength: 500,
  size: 'max',
});
const gsm = fc.string({ unit: fc.constantFrom(...Array.from('aZ09 @€{}[]\n\r\fÇΔ')), maxLength: 700, size: 'max' });
const latin = fc.string({ unit: fc.constantFrom(...Array.from('aZ09 é§\u00ff')), maxLength: 500, size: 'max' });
const chinese = fc.string({
  unit: fc.constantFrom(...Array.from('aZ09中文字'), '😀', 'ä', '€'),
  maxLength: 400,
  size: 'max',
});
const turkish = fc.string({ unit: fc.constantFrom(...Array.from('aZ€{ğüşöçİĞÜŞıÖÇ')), maxLength: 500, size: 'max' });
const hindi = fc.string({ unit: fc.constantFrom(...Array.from('aZ€नमस्ते १२।{')), maxLength: 500, size: 'max' });

describe('what is cut, shuffled and joined is the text that was sent', () => {
  it.each<[string, fc.Arbitrary<string>, SegmentOptions]>([
    ['the cheapest alphabet', mixed, {}],
    ['16-bit references', mixed, { referenceWidth: 16 }],
    ['ports', mixed, { ports: { destination: 1234, source: 5678 } }],
    ['sar_ TLVs', mixed, { carrier: 'sar', reference: 0xffff }],
    ['message_payload', mixed, { carrier: 'payload' }],
    ['graphemes', mixed, { graphemes: true }],
    ['GSM 7 bit', gsm, { alphabet: 'gsm7' }],
    ['UCS-2', mixed, { alphabet: 'ucs2' }],
    ['Latin-1', latin, { alphabet: 'latin1' }],
    ['national tables of Turkish', turkish, { languages: ['turkish'], alphabet: 'gsm7' }],
    ['national tables of Hindi', hindi, { languages: ['hindi'], alphabet: 'gsm7', referenceWidth: 16 }],
    ['any national tables', mixed, { languages: 'all' }],
  ])('over SMPP, in %s', (_, texts, options) => {
    fc.assert(
      fc.property(texts, order, (text, weights) => {
        expect(overSmpp(text, { reference: 7, ...options }, weights)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, fc.Arbitrary<string>, SegmentOptions]>([
    ['GSM 7 bit', gsm, {}],
    ['Turkish', turkish, { languages: ['turkish'], alphabet: 'gsm7' }],
  ])('over SMPP, packed, in %s, but for a carriage return at the very end', (_, texts, options) => {
    fc.assert(
      fc.property(texts, order, (text, weights) => {
        const got = overSmpp(text, { packed: true, ...options }, weights);
        expect(text.endsWith('\r') ? [text, `${text}\r`] : [text]).toContain(got);
      }),
    );
  });

  it.each<[string, fc.Arbitrary<string>, SegmentOptions]>([
    ['the cheapest alphabet', mixed, {}],
    ['GB 18030', chinese, { alphabet: 'gb18030' }],
    ['GB 18030 where it is cheapest', chinese, { alphabet: ['ascii', 'gb18030', 'ucs2'], referenceWidth: 16 }],
    ['graphemes', mixed, { graphemes: true, alphabet: ['gb18030'] }],
    ['room for a signature', mixed, { signature: '【签名】' }],
    ['room for a signature behind', mixed, { signature: '【签名】', signatureAt: 'tail' }],
  ])('over CMPP, in %s', (_, texts, options) => {
    fc.assert(
      fc.property(texts, order, (text, weights) => {
        expect(overCmpp(text, { reference: 7, ...options }, weights)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe('smppFields', () => {
  it('fill a PDU', () => {
    const [first, second] = smppFields(segment('a'.repeat(161), { reference: 7 }));
    expect(first).toMatchObject({ esmClass: 0x40, dataCoding: 0, tlvs: {} });
    expect(second?.shortMessage).toEqual(unhex(`050003070202${'61'.repeat(8)}`));
    expect(smppFields(segment('a'))[0]).toEqual({ esmClass: 0, dataCoding: 0, shortMessage: unhex('61'), tlvs: {} });
  });

  it('put numbers and ports into TLVs where the carrier has no header', () => {
    const cut = segment(new Uint8Array(150), {
      carrier: 'sar',
      reference: 300,
      ports: { destination: 2948, source: 9200 },
    });
    expect(smppFields(cut)[1]?.tlvs).toEqual({
      sourcePort: 9200,
      destinationPort: 2948,
      sarMsgRefNum: 300,
      sarTotalSegments: 2,
      sarSegmentSeqnum: 2,
    });
  });

  it('put a message for the message centre to cut into message_payload', () => {
    const [pdu, ...rest] = smppFields(segment('ж'.repeat(1000), { carrier: 'payload' }));
    expect(pdu).toMatchObject({ esmClass: 0, dataCoding: 8, shortMessage: new Uint8Array(0) });
    expect(pdu?.tlvs.messagePayload?.length).toBe(2000);
    expect(rest).toEqual([]);
  });

  it('take another data_coding and more of esm_class, and need one where SMPP has none', () => {
    const chinese = segment('中', { alphabet: 'gb18030' });
    expect(() => smppFields(chinese)).toThrow(failure('option'));
    expect(smppFields(chinese, { dataCoding: 0x0d, esmClass: 3 })[0]).toMatchObject({ dataCoding: 0x0d, esmClass: 3 });
  });
});

describe('cmppFields', () => {
  it('fill a PDU, the numbers of its segment beside those of the header', () => {
    const pdus = cmppFields(segment('中'.repeat(71), { protocol: 'cmpp', reference: 7 }));
    expect(pdus.map(({ msgContent, ...rest }) => ({ ...rest, length: msgContent.length }))).toEqual([
      { pkTotal: 2, pkNumber: 1, tpUdhi: 1, msgFmt: 8, length: 140 },
      { pkTotal: 2, pkNumber: 2, tpUdhi: 1, msgFmt: 8, length: 14 },
    ]);
    expect(cmppFields(segment('a', { protocol: 'cmpp' }))[0]).toMatchObject({ pkTotal: 1, tpUdhi: 0, msgFmt: 0 });
    expect(() => cmppFields(segment('a'))).toThrow(failure('option'));
    expect(cmppFields(segment('a'), { msgFmt: 0 })[0]?.msgFmt).toBe(0);
  });
});

describe('decodeSmppText', () => {
  it('takes the meaning of data_coding 0 from the connection and guesses none', () => {
    const pdu = { esmClass: 0, dataCoding: 0, shortMessage: unhex('0024') };
    expect(decodeSmppText(pdu, { defaultAlphabet: 'gsm7' }).text).toBe('@¤');
    expect(decodeSmppText(pdu, { defaultAlphabet: 'latin1' }).text).toBe('\u0000$');
    expect(() => decodeSmppText(pdu)).toThrow(failure('alphabet'));
    expect(
      decodeSmppText(
        { dataCoding: 0, shortMessage: unhex('31d98c56b3dd1a') },
        { defaultAlphabet: 'gsm7', packed: true },
      ).text,
    ).toBe('1234567');
  });

  it('reads behind a header with its tables, in short_message or in message_payload', () => {
    const shortMessage = unhex('03240101 1b53');
    expect(decodeSmppText({ esmClass: 0x40, dataCoding: 0xf1, shortMessage }).text).toBe('Ş');
    expect(decodeSmppText({ esmClass: 0x40, dataCoding: 0xf1, tlvs: { messagePayload: shortMessage } }).text).toBe('Ş');
    expect(decodeSmppText({ dataCoding: 8 }).text).toBe('');
  });

  it('gives no text where there is none', () => {
    for (const dataCoding of [4, 0xf5, 9, 0x20]) {
      expect(decodeSmppText({ dataCoding, shortMessage: unhex('4142') })).not.toHaveProperty('text');
    }
  });

  it('delivers a message whose header does not fit, raw, and says so', () => {
    const codes: string[] = [];
    const onWarning = ({ code }: { code: string }) => codes.push(code);
    expect(decodeSmppText({ esmClass: 0x40, dataCoding: 3, shortMessage: unhex('4142') }, { onWarning }).text).toBe(
      'AB',
    );
    expect(codes).toEqual(['length']);
  });

  it('reads any octets under any data_coding', () => {
    const pdu = fc.record({
      esmClass: fc.nat(255),
      dataCoding: fc.nat(255),
      shortMessage: fc.uint8Array({ maxLength: 254, size: 'max' }),
    });
    fc.assert(
      fc.property(pdu, (message) => {
        const { text, coding } = decodeSmppText(message, { defaultAlphabet: 'gsm7' });
        expect(text === undefined || typeof text === 'string').toBe(true);
        expect(coding.group).toBeTypeOf('string');
      }),
      { numRuns: 300 },
    );
  });
});

describe('decodeCmppText', () => {
  it('reads a delivered message, with the header bit of SMPP too', () => {
    expect(decodeCmppText({ tpUdhi: 0, msgFmt: 15, msgContent: unhex('d6d0cec4') }).text).toBe('中文');
    const msgContent = unhex('050003000101 4e2d');
    for (const tpUdhi of [1, 0x40]) expect(decodeCmppText({ tpUdhi, msgFmt: 8, msgContent }).text).toBe('中');
    expect(decodeCmppText({ msgFmt: 25, msgContent: unhex('4e2d') }).text).toBe('中');
    expect(decodeCmppText({ msgFmt: 4, msgContent })).toEqual({ format: { group: 'binary', alphabet: 'binary' } });
  });

  it('reads any octets under any Msg_Fmt', () => {
    const pdu = fc.record({
      tpUdhi: fc.nat(255),
      msgFmt: fc.nat(255),
      msgContent: fc.uint8Array({ maxLength: 254, size: 'max' }),
    });
    fc.assert(
      fc.property(pdu, (message) => {
        expect(decodeCmppText(message).format.group).toBeTypeOf('string');
      }),
      { numRuns: 300 },
    );
  });
});

describe('decodeText', () => {
  it('makes characters whole that their sender cut in two', () => {
    const octets = ucs2.encode('a😀b');
    const parts = [
      { payload: octets.subarray(0, 3) },
      { payload: octets.subarray(3, 4) },
      { payload: octets.subarray(4) },
    ];
    expect(decodeText({ parts }, 'ucs2', { strict: true })).toBe('a😀b');
    expect(decodeText({ parts: [{ payload: unhex('1b') }, { payload: unhex('65') }] }, 'gsm7', { strict: true })).toBe(
      '€',
    );
  });

  it('reads each segment with its own tables', () => {
    const parts = [
      { udh: unhex('03240101'), payload: unhex('1b53') },
      { udh: unhex('03250103'), payload: unhex('04') },
      { payload: unhex('00') },
    ];
    expect(decodeText({ parts }, 'gsm7', { strict: true })).toBe('Şê@');
  });

  it('reads a reserved language as the default one, with a warning', () => {
    const codes: string[] = [];
    const message = { udh: unhex('0324010e'), payload: unhex('1b65') };
    expect(decodeText(message, 'gsm7', { onWarning: ({ code }) => codes.push(code) })).toBe('€');
    expect(codes).toEqual(['language']);
  });

  it('knows no alphabet by another name', () => {
    expect(() => decodeText({ payload: unhex('41') }, 'utf8' as never)).toThrow(failure('alphabet'));
    expect(() => decodeText({ payload: unhex('41') }, 'toString' as never)).toThrow(failure('alphabet'));
  });
});
