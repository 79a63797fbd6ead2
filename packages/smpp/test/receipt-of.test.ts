import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptOf } from '../src/index.js';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const text = 'id:31 sub:001 dlvrd:001 submit date:2601121551 done date:2601121552 stat:DELIVRD err:000 text:hi';
const shortMessage = ascii(text);

describe('receiptOf', () => {
  it('reads the text of a deliver_sm', () => {
    expect(receiptOf({ esmClass: 0x04, shortMessage })).toMatchObject({
      id: '31',
      stat: 'DELIVRD',
      state: 2,
      intermediate: false,
      raw: text,
    });
  });

  it('believes the TLVs more than the text', () => {
    const tlvs = { receiptedMessageId: '1F', messageState: 5, networkErrorCode: Uint8Array.of(3, 0, 34) };
    expect(receiptOf({ esmClass: 0x04, shortMessage, tlvs })).toMatchObject({
      id: '1F',
      stat: 'DELIVRD',
      state: 5,
      err: '000',
      networkErrorCode: { network: 'gsm', errorCode: 34 },
    });
  });

  it('does with TLVs alone, and with the text in message_payload', () => {
    const tlvs = { receiptedMessageId: '1F', messageState: 2 };
    expect(receiptOf({ tlvs })).toEqual({ id: '1F', state: 2, intermediate: false, raw: '' });
    const messagePayload = shortMessage;
    expect(receiptOf({ esmClass: 4, shortMessage: new Uint8Array(), tlvs: { messagePayload } })?.id).toBe('31');
    expect(receiptOf({ esmClass: 4, tlvs: { messagePayload } })?.id).toBe('31');
  });

  it('takes the error as octets in both forms, or as read, and leaves out what has not its size', () => {
    const error = (networkErrorCode: Uint8Array | { errorCode: number }) =>
      receiptOf({ esmClass: 4, tlvs: { networkErrorCode } })?.networkErrorCode;
    expect(error(ascii('034'))).toEqual({ errorCode: 34 });
    expect(error({ errorCode: 34 })).toEqual({ errorCode: 34 });
    expect(error(Uint8Array.of(3, 0))).toBeUndefined();
  });

  it.each([0x04, 0x44, 0x24, 0x07, 0x20])('takes esm_class %i for a receipt', (esmClass) => {
    expect(receiptOf({ esmClass, shortMessage })?.id).toBe('31');
    expect(receiptOf({ esmClass, shortMessage })?.intermediate).toBe((esmClass & 0x20) !== 0);
  });

  it('steps over a user data header', () => {
    const withHeader = Uint8Array.of(5, 0, 3, 7, 1, 1, ...shortMessage);
    expect(receiptOf({ esmClass: 0x44, shortMessage: withHeader })).toMatchObject({ id: '31', raw: text });
  });

  it("takes a subscriber's message for no receipt, unless asked to look into the text", () => {
    for (const esmClass of [0x00, 0x40, 0x08, 0x10]) expect(receiptOf({ esmClass, shortMessage })).toBeUndefined();
    expect(receiptOf({ shortMessage }, { sniff: true })).toMatchObject({ id: '31', state: 2 });
    expect(receiptOf({ shortMessage: ascii('id:31 is mine') }, { sniff: true })).toBeUndefined();
    expect(receiptOf({ esmClass: 0x08, shortMessage }, { sniff: true })).toBeUndefined();
  });

  it('never throws, whatever the octets', () => {
    fc.assert(
      fc.property(
        fc.nat(0xff),
        fc.uint8Array(),
        fc.uint8Array({ maxLength: 5 }),
        (esmClass, octets, networkErrorCode) => {
          const receipt = receiptOf({ esmClass, shortMessage: octets, tlvs: { networkErrorCode } }, { sniff: true });
          expect(receipt?.raw ?? '').toBeTypeOf('string');
        },
      ),
    );
  });
});
