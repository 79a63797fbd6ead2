import { esmClass, formatReceipt } from '@smswire/smpp';
import { describe, expect, it } from 'vitest';
import { Receipts } from '../src/send/receipts.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const receipt = esmClass.write({ type: 'receipt' });
const inText = (id: string, stat = 'DELIVRD') => ({
  esmClass: receipt,
  shortMessage: text(formatReceipt({ id, stat })),
});
const inTlvs = (receiptedMessageId: string, messageState: number) => ({
  esmClass: receipt,
  tlvs: { receiptedMessageId, messageState },
});

/** Receipts of one message, and what they came to. */
function told(
  messageId: string,
  pdus: Parameters<Receipts['take']>[0][],
  ...policies: ConstructorParameters<typeof Receipts>
) {
  const receipts = new Receipts(...policies);
  receipts.expect(messageId);
  for (const pdu of pdus) receipts.take(pdu);
  const { delivered, undelivered, missing } = receipts;
  return { delivered, undelivered, missing };
}

const delivered = { delivered: 1, undelivered: 0, missing: 0 };
const undelivered = { delivered: 0, undelivered: 1, missing: 0 };
const missing = { delivered: 0, undelivered: 0, missing: 1 };

describe('receipts', () => {
  it('are told by their TLV, or else by their text', () => {
    expect(told('7', [inTlvs('7', 2)])).toEqual(delivered);
    expect(told('7', [inText('7')])).toEqual(delivered);
    expect(told('7', [{ ...inText('8'), tlvs: { receiptedMessageId: '7', messageState: 5 } }])).toEqual(undelivered);
    expect(told('7', [inText('8')])).toEqual(missing);
  });

  it('of a state on the way are not the last', () => {
    expect(told('7', [inText('7', 'ENROUTE')])).toEqual(missing);
    expect(told('7', [inText('7', 'ACCEPTD'), inText('7')])).toEqual(delivered);
    expect(told('7', [{ ...inText('7'), esmClass: esmClass.write({ type: 'intermediate' }) }])).toEqual(missing);
  });

  it('of a failure, or of a word nobody knows, say that it was not delivered', () => {
    for (const stat of ['UNDELIV', 'EXPIRED', 'REJECTD', 'NOROUTE']) {
      expect(told('7', [inText('7', stat)])).toEqual(undelivered);
    }
  });

  it('count once, however often they come', () => {
    expect(told('7', [inText('7'), inText('7'), inTlvs('7', 5)])).toEqual(delivered);
  });

  it('may come before the response', () => {
    const receipts = new Receipts();
    receipts.take(inText('7'));
    receipts.expect('7');
    expect(receipts).toMatchObject(delivered);
  });

  it('are found though the message centre spells ids two ways', () => {
    expect(told('1A2F', [inText('6703')], ['hex-to-decimal'])).toEqual(delivered);
    expect(told('6703', [inText('001a2f')], ['decimal-to-hex', 'strip-leading-zeros'])).toEqual(delivered);
    expect(told('ABC', [inText('abc')], ['fold-case'])).toEqual(delivered);
    expect(told('ABC', [inText('abc')])).toEqual(missing);
  });

  it('are no messages, and messages are no receipts', () => {
    expect(told('7', [{ esmClass: 0, shortMessage: text(formatReceipt({ id: '7', stat: 'DELIVRD' })) }])).toEqual(
      missing,
    );
  });

  it('are waited for until the last has come', async () => {
    const receipts = new Receipts();
    for (const id of ['7', '8']) receipts.expect(id);
    const { signal } = new AbortController();
    let whole = false;
    const waited = receipts.whole(3_600_000, signal).then(() => {
      whole = true;
    });
    receipts.take(inText('7'));
    await Promise.resolve();
    expect(whole).toBe(false);
    receipts.take(inText('8'));
    await waited;
    expect(receipts.delivered).toBe(2);
  });

  it('are waited for no longer than there is use in it', async () => {
    const receipts = new Receipts();
    receipts.expect('7');
    const stop = new AbortController();
    const waited = receipts.whole(3_600_000, stop.signal);
    stop.abort();
    await waited;
    await receipts.whole(3_600_000, stop.signal);
    expect(receipts.missing).toBe(1);
  });
});
