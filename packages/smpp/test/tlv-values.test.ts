import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  broadcastAreaIdentifier,
  broadcastContentType,
  broadcastFrequencyInterval,
  callbackNum,
  callbackNumAtag,
  itsSessionInfo,
  msValidity,
  networkErrorCode,
  subaddress,
} from '../src/index.js';

const hex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const fault = (code: string, path: string) => expect.objectContaining({ name: 'PduError', code, path });

const values = {
  networkErrorCode,
  subaddress,
  callbackNum,
  callbackNumAtag,
  msValidity,
  itsSessionInfo,
  broadcastContentType,
  broadcastFrequencyInterval,
  broadcastAreaIdentifier,
};
type Value = { read: (octets: Uint8Array) => object; write: (value: object) => Uint8Array };

describe('any octets', () => {
  it.each(Object.entries(values))('%s: read and written are the same, or refused with a typed error', (name, value) => {
    const { read, write }: Value = value as never;
    const octets = fc.oneof(
      fc.uint8Array({ maxLength: 5 }),
      fc.uint8Array({ maxLength: 120 }),
      fc.uint8Array({ max: 0x3a, maxLength: 24 }),
      fc
        .tuple(fc.nat(1), fc.uint8Array({ max: 0xee, minLength: 3, maxLength: 18 }))
        .map(([mode, rest]) => Uint8Array.of(mode, ...rest)),
    );
    let written = 0;
    fc.assert(
      fc.property(octets, (given) => {
        let fields: object;
        try {
          fields = read(given);
        } catch (error) {
          expect(error).toMatchObject({ name: 'PduError', path: expect.stringContaining(name) });
          return;
        }
        expect([...write(fields)]).toEqual([...given]);
        written++;
      }),
      { numRuns: 2000 },
    );
    expect(written).toBeGreaterThan(20);
  });
});

describe('the octets of the standard', () => {
  it.each([
    ['networkErrorCode', '030022', { network: 'gsm', errorCode: 34 }],
    ['networkErrorCode', '08ffff', { network: 'mcSpecific', errorCode: 65535 }],
    ['networkErrorCode', '63012c', { network: 99, errorCode: 300 }],
    ['networkErrorCode', '303334', { errorCode: 34 }],
    ['subaddress', '8031', { type: 'nsapEven', address: hex('31') }],
    ['subaddress', `a0${'ab'.repeat(22)}`, { type: 'userSpecified', address: hex('ab'.repeat(22)) }],
    ['subaddress', '0100', { type: 1, address: hex('00') }],
    ['callbackNum', '0101013434373730', { digitMode: 'ascii', ton: 1, npi: 1, digits: '44770' }],
    ['callbackNum', '0001014477f0', { digitMode: 'tbcd', ton: 1, npi: 1, digits: '44770' }],
    ['callbackNum', '000000a1cb', { digitMode: 'tbcd', ton: 0, npi: 0, digits: '1*#a' }],
    ['callbackNumAtag', '08304a', { dataCoding: 8, text: hex('304a') }],
    ['msValidity', '00', { behaviour: 'storeIndefinitely' }],
    ['msValidity', '03', { behaviour: 'displayOnly' }],
    ['msValidity', '04020018', { behaviour: 'relativePeriod', unit: 'hours', count: 24 }],
    ['itsSessionInfo', '07ff', { session: 7, sequence: 127, end: true }],
    ['itsSessionInfo', '0002', { session: 0, sequence: 1, end: false }],
    ['broadcastContentType', '000033', { network: 'generic', service: 'weather' }],
    ['broadcastContentType', '000100', { network: 'generic', service: 'multiCategory' }],
    ['broadcastContentType', '010033', { network: 'gsm', service: 0x33 }],
    ['broadcastFrequencyInterval', '000000', { unit: 'asOftenAsPossible', count: 0 }],
    ['broadcastFrequencyInterval', '09012c', { unit: 'minutes', count: 300 }],
    ['broadcastAreaIdentifier', '00414c4c', { format: 'name', details: hex('414c4c') }],
    ['broadcastAreaIdentifier', '02', { format: 'polygon', details: hex('') }],
  ] as const)('%s %s', (name, octets, fields) => {
    const { read, write }: Value = values[name] as never;
    expect(read(hex(octets))).toEqual(fields);
    expect([...write(fields)]).toEqual([...hex(octets)]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['networkErrorCode', '0300', 'length'],
    ['networkErrorCode', '03000000', 'length'],
    ['subaddress', '80', 'length'],
    ['subaddress', 'a0'.repeat(24), 'length'],
    ['callbackNum', '000101', 'length'],
    ['callbackNum', '01'.repeat(20), 'length'],
    ['callbackNum', '02010131', 'range'],
    ['callbackNum', '000101f1f1', 'format'],
    ['callbackNum', '0001011f', 'format'],
    ['callbackNum', '01010100', 'format'],
    ['callbackNumAtag', '', 'length'],
    ['msValidity', '', 'length'],
    ['msValidity', '0402', 'length'],
    ['itsSessionInfo', '00', 'length'],
    ['broadcastContentType', '00', 'length'],
    ['broadcastFrequencyInterval', '00000000', 'length'],
    ['broadcastAreaIdentifier', '00'.repeat(102), 'length'],
  ] as const)('%s %s: %s', (name, octets, code) => {
    const { read }: Value = values[name] as never;
    expect(() => read(hex(octets))).toThrow(fault(code, expect.stringContaining(name)));
  });

  it('is what is no octets at all', () => {
    for (const value of Object.values(values) as unknown as Value[]) {
      expect(() => value.read('303334' as unknown as Uint8Array)).toThrow(
        expect.objectContaining({ name: 'PduError' }),
      );
    }
  });
});

describe('what cannot be written', () => {
  it('names the part and its bounds', () => {
    expect(() => networkErrorCode.write({ errorCode: 1000 })).toThrow(
      'networkErrorCode.errorCode at 0: 1000 is not a whole number from 0 to 999',
    );
    expect(() => networkErrorCode.write({ network: 'gms' as 'gsm', errorCode: 1 })).toThrow(/no value is named "gms"/);
    expect(() => subaddress.write({ type: 'nsapOdd', address: new Uint8Array(23) })).toThrow(
      'subaddress.address at 0: 23 octets, where the field takes 1 to 22',
    );
    expect(() => msValidity.write({ behaviour: 'relativePeriod' })).toThrow(fault('format', 'msValidity'));
    expect(() => msValidity.write({ behaviour: 'powerDown', count: 3 })).toThrow(fault('format', 'msValidity'));
    expect(() => broadcastContentType.write({ network: 'gsm', service: 'weather' })).toThrow(
      fault('range', 'broadcastContentType.service'),
    );
    expect(() => itsSessionInfo.write({ sequence: 128 })).toThrow(fault('range', 'itsSessionInfo.sequence'));
  });

  it('includes digits that the mode has not, and too many of them', () => {
    const number = { ton: 1, npi: 1 };
    const path = 'callbackNum.digits';
    expect(() => callbackNum.write({ ...number, digitMode: 'tbcd', digits: '+44' })).toThrow(/TBCD has no "\+"/);
    expect(() => callbackNum.write({ ...number, digitMode: 'ascii', digits: '4\u20ac' })).toThrow(
      fault('format', path),
    );
    expect(() => callbackNum.write({ ...number, digitMode: 'ascii', digits: '' })).toThrow(fault('length', path));
    expect(() => callbackNum.write({ ...number, digitMode: 'tbcd', digits: '1'.repeat(33) })).toThrow(
      fault('length', path),
    );
    expect(callbackNum.write({ ...number, digitMode: 'tbcd', digits: '1'.repeat(32) })).toHaveLength(19);
  });
});
