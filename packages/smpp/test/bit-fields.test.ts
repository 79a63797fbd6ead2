import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callbackNumPresInd, esmClass, msMsgWaitFacilities, registeredDelivery } from '../src/index.js';

const octet = fc.nat({ max: 0xff });
const rangeError = (path: string) => expect.objectContaining({ name: 'PduError', code: 'range', path });

describe('every octet is written back as it was read', () => {
  it.each(Object.entries({ esmClass, registeredDelivery, callbackNumPresInd, msMsgWaitFacilities }))(
    '%s',
    (_, field) => {
      const bits = field as unknown as { read(octet: number): object; write(value: object): number };
      for (let value = 0; value < 256; value++) expect(bits.write(bits.read(value))).toBe(value);
    },
  );
});

describe('esmClass', () => {
  it.each([
    [0x00, { mode: 'default', type: 'default', udhi: false, replyPath: false }],
    [0x03, { mode: 'storeAndForward', type: 'default', udhi: false, replyPath: false }],
    [0x04, { mode: 'default', type: 'receipt', udhi: false, replyPath: false }],
    [0x09, { mode: 'datagram', type: 'deliveryAck', udhi: false, replyPath: false }],
    [0x12, { mode: 'forward', type: 'userAck', udhi: false, replyPath: false }],
    [0x18, { mode: 'default', type: 'conversationAbort', udhi: false, replyPath: false }],
    [0x20, { mode: 'default', type: 'intermediate', udhi: false, replyPath: false }],
    [0x40, { mode: 'default', type: 'default', udhi: true, replyPath: false }],
    [0xc0, { mode: 'default', type: 'default', udhi: true, replyPath: true }],
    [0x3c, { mode: 'default', type: 0x3c, udhi: false, replyPath: false }],
  ])('reads and writes %i', (value, fields) => {
    expect(esmClass.read(value)).toEqual(fields);
    expect(esmClass.write(fields as ReturnType<typeof esmClass.read>)).toBe(value);
  });

  it('knows from an ESME no type that only an MC sends', () => {
    expect([0x00, 0x04, 0x08, 0x10, 0x18, 0x20].map((value) => esmClass.read(value, 'ESME').type)).toEqual([
      'default',
      0x04,
      'deliveryAck',
      'userAck',
      0x18,
      0x20,
    ]);
    expect(esmClass.read(0x04, 'MC').type).toBe('receipt');
  });

  it('tells a receipt whatever stands beside the type, and no acknowledgement for one', () => {
    expect([0x04, 0x44, 0x07, 0xc4, 0x24].map(esmClass.isReceipt)).toEqual([true, true, true, true, true]);
    expect([0x00, 0x08, 0x0c, 0x10, 0x18, 0x20, 0x40].some(esmClass.isReceipt)).toBe(false);
    expect([0x20, 0x60, 0x24].every(esmClass.isIntermediate)).toBe(true);
    expect([0x00, 0x04, 0x08, 0x28, 0x30].some(esmClass.isIntermediate)).toBe(false);
  });

  it('takes what is missing for zero and refuses what has no bits', () => {
    expect(esmClass.write({})).toBe(0);
    expect(() => esmClass.write({ type: 0x40 })).toThrow(rangeError('esmClass.type'));
    expect(() => esmClass.write({ type: 'reciept' as 'receipt' })).toThrow(/no value is named "reciept".*receipt/);
    expect(() => esmClass.write({ mode: 4 as unknown as 'default' })).toThrow(rangeError('esmClass.mode'));
  });
});

describe('registeredDelivery', () => {
  it.each([
    [0x00, { receipt: 'none', smeAck: 'none', intermediate: false }],
    [0x01, { receipt: 'always', smeAck: 'none', intermediate: false }],
    [0x02, { receipt: 'failure', smeAck: 'none', intermediate: false }],
    [0x03, { receipt: 'success', smeAck: 'none', intermediate: false }],
    [0x04, { receipt: 'none', smeAck: 'delivery', intermediate: false }],
    [0x08, { receipt: 'none', smeAck: 'user', intermediate: false }],
    [0x0c, { receipt: 'none', smeAck: 'both', intermediate: false }],
    [0x11, { receipt: 'always', smeAck: 'none', intermediate: true }],
    [0x20, { receipt: 'none', smeAck: 'none', intermediate: false, reserved: 0x20 }],
  ] as const)('reads and writes %i', (value, fields) => {
    expect(registeredDelivery.read(value)).toEqual(fields);
    expect(registeredDelivery.write(fields)).toBe(value);
  });

  it('refuses reserved bits outside their place', () => {
    expect(() => registeredDelivery.write({ reserved: 1 })).toThrow(rangeError('registeredDelivery.reserved'));
  });
});

describe('callbackNumPresInd', () => {
  it('has the presentation in bits 3 and 2 and the screening in 1 and 0', () => {
    expect(callbackNumPresInd.read(0b0111)).toEqual({ presentation: 'restricted', screening: 'networkProvided' });
    expect(callbackNumPresInd.read(0b1100).presentation).toBe(3);
    expect(callbackNumPresInd.write({ presentation: 'notAvailable', screening: 'verifiedPassed' })).toBe(0b1001);
    expect(callbackNumPresInd.write({})).toBe(0);
    expect(() => callbackNumPresInd.write({ presentation: 4 })).toThrow(rangeError('callbackNumPresInd.presentation'));
  });
});

describe('msMsgWaitFacilities', () => {
  it('has the indicator in bit 7 and what waits in bits 1 and 0', () => {
    expect(msMsgWaitFacilities.read(0x82)).toEqual({ active: true, type: 'email' });
    expect(msMsgWaitFacilities.write({ active: true, type: 'other' })).toBe(0x83);
    expect(msMsgWaitFacilities.write({})).toBe(0);
  });
});

describe('no octet makes a reader throw', () => {
  it('in any bit field', () => {
    fc.assert(
      fc.property(octet, (value) => {
        expect(esmClass.read(value, 'ESME')).toHaveProperty('type');
        expect(esmClass.isReceipt(value)).toBeTypeOf('boolean');
      }),
    );
  });
});
