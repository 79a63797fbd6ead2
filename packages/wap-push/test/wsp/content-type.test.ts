import { describe, expect, it } from 'vitest';
import { decodePush, encodePush, type ParameterValue } from '../../src/index.js';
import { applicationIds } from '../../src/wsp/application-ids.js';
import { contentTypes } from '../../src/wsp/content-types.js';
import { headerNames } from '../../src/wsp/header-names.js';
import { failure, fromHex, toHex, warnings } from '../hex.js';

const ascii = (text: string): string => toHex(Uint8Array.from(text, (character) => character.charCodeAt(0)));
const push = (contentType: string): Uint8Array =>
  fromHex(`0106${toHex(Uint8Array.of(contentType.length / 2))}${contentType}`);

describe('a media type', () => {
  it.each([
    ['one octet', 'ae', 'application/vnd.wap.sic'],
    ['text', `${ascii('application/x-a')}00`, 'application/x-a'],
    ['a long integer in the general form', '0302030a', 'application/vnd.wap.emn+wbxml'],
    ['an unassigned octet', 'd9', '0x59'],
    ['an unassigned long integer', '0302abcd', '0xabcd'],
  ])('travels as %s', (_, hex, mediaType) => {
    const decoded = decodePush(push(hex), { strict: true });
    expect(decoded.contentType).toEqual({ mediaType, parameters: [] });
    expect(toHex(encodePush(decoded))).toBe(toHex(push(hex)));
  });

  it.each([
    ['the general form without parameters', '01ae', 'application/vnd.wap.sic'],
    ['a long integer for what one octet holds', '02012e', 'application/vnd.wap.sic'],
    ['a quoted length', '1f01ae', 'application/vnd.wap.sic'],
    ['text that has a number', `${ascii('text/plain')}00`, 'text/plain'],
    ['counted text', `0b${ascii('text/plain')}00`, 'text/plain'],
  ])('in another form than ours keeps its octets until it is changed: %s', (_, hex, mediaType) => {
    const decoded = decodePush(push(hex), { strict: true });
    expect(decoded.contentType).toEqual({ mediaType, parameters: [], wire: fromHex(hex) });
    expect(toHex(encodePush(decoded))).toBe(toHex(push(hex)));
    const changed = { ...decoded, contentType: { ...decoded.contentType, mediaType: 'text/css' } };
    expect(toHex(encodePush(changed))).toBe('010601bd');
  });

  it('of every registered number travels as it and comes back', () => {
    let known = 0;
    for (let number = 0; number < 0x400; number++) {
      const mediaType = contentTypes.name(number);
      if (mediaType === undefined) continue;
      known++;
      const bytes = encodePush({ contentType: { mediaType } });
      expect(toHex(bytes.subarray(3))).toBe(
        number < 0x80 ? toHex(Uint8Array.of(number | 0x80)) : `0302${number.toString(16).padStart(4, '0')}`,
      );
      expect(decodePush(bytes, { strict: true }).contentType.mediaType).toBe(mediaType);
    }
    expect(known).toBe(133);
  });

  it('that is missing, empty or cut is refused', () => {
    expect(failure(() => decodePush(fromHex('010600')))).toMatchObject({ code: 'contentType', offset: 2 });
    expect(failure(() => decodePush(push('00')))).toMatchObject({ code: 'truncated', path: 'contentType' });
    expect(failure(() => decodePush(push('0100')))).toMatchObject({ code: 'contentType', path: 'contentType' });
    expect(failure(() => decodePush(push('05ae')))).toMatchObject({ code: 'truncated', path: 'contentType' });
    expect(failure(() => decodePush(push('6161')))).toMatchObject({ code: 'truncated', path: 'contentType' });
    expect(failure(() => decodePush(push('1fffffffffff7f')))).toMatchObject({ code: 'uintvar', path: 'contentType' });
  });
});

const parameters: [name: string, hex: string, value: ParameterValue][] = [
  ['q', '8033', 0.5],
  ['charset', '81ea', 'utf-8'],
  ['charset', '8180', '*'],
  ['charset', '81ff', 127],
  ['charset', '810203f7', 'utf-16'],
  ['charset', `81${ascii('x-a')}00`, 'x-a'],
  ['level', '8293', '1.3'],
  ['type', '8383', 3],
  ['name', `85${ascii('a b')}00`, 'a b'],
  ['filename', `86${ascii('a')}00`, 'a'],
  ['differences', '8792', 'Date'],
  ['padding', '8885', 5],
  ['type', '8983', 'text/plain'],
  ['type', `89${ascii('text/x-a')}00`, 'text/x-a'],
  ['start', `8a${ascii('<a>')}00`, '<a>'],
  ['start-info', `8b${ascii('a')}00`, 'a'],
  ['comment', `8c${ascii('a')}00`, 'a'],
  ['domain', `8d${ascii('a')}00`, 'a'],
  ['max-age', '8e85', 5],
  ['path', `8f${ascii('/')}00`, '/'],
  ['secure', '9000', null],
  ['SEC', '9180', 'NETWPIN'],
  ['SEC', '9182', 'USERNETWPIN'],
  ['SEC', '9183', 'USERPINMAC'],
  ['SEC', '9184', 4],
  ['MAC', `92${ascii('0F')}00`, '0F'],
  ['creation-date', '930401020304', new Date(0x01020304 * 1000)],
  ['modification-date', '940101', new Date(1000)],
  ['read-date', '950101', new Date(1000)],
  ['size', '9602ffff', 65535],
  ['size', '9600', null],
  ['0x1e', '9e83', fromHex('83')],
  ['0x04', '840161', fromHex('0161')],
  ['x-a', `${ascii('x-a')}0085`, 5],
  ['x-a', `${ascii('x-a')}00${ascii('b')}00`, 'b'],
  ['x-a', `${ascii('x-a')}0022${ascii('b c')}00`, 'b c'],
  ['x-a', `${ascii('x-a')}002200`, ''],
  ['x-a', `${ascii('x-a')}0000`, null],
];
describe('a parameter', () => {
  it.each(parameters)('%s %s is read, and written the same', (name, hex, value) => {
    const type = `${toHex(Uint8Array.of(hex.length / 2 + 1))}ae${hex}`;
    const decoded = decodePush(push(type), { strict: true });
    expect(decoded.contentType).toEqual({ mediaType: 'application/vnd.wap.sic', parameters: [{ name, value }] });
    expect(toHex(encodePush({ transactionId: 1, contentType: decoded.contentType }))).toBe(toHex(push(type)));
  });

  it.each([
    ['name', `97${ascii('a')}00`, 'a'],
    ['filename', `98${ascii('a')}00`, 'a'],
    ['start', `99${ascii('a')}00`, 'a'],
    ['start-info', `9a${ascii('a')}00`, 'a'],
    ['comment', `9b22${ascii('a b')}00`, 'a b'],
    ['domain', `9c${ascii('a')}00`, 'a'],
    ['path', `9d${ascii('a')}00`, 'a'],
    ['charset', `${ascii('charset')}00${ascii('utf-8')}00`, 'utf-8'],
    ['charset', `81${ascii('utf-8')}00`, 'utf-8'],
    ['MAC', `9222${ascii('0F')}00`, '0F'],
    ['max-age', '8e0105', 5],
  ])('%s in another form than ours, %s, keeps the octets of the content type', (name, hex, value) => {
    const type = `${toHex(Uint8Array.of(hex.length / 2 + 1))}ae${hex}`;
    const decoded = decodePush(push(type), { strict: true });
    expect(decoded.contentType.parameters).toEqual([{ name, value }]);
    expect(decoded.contentType.wire).toEqual(fromHex(type));
    expect(toHex(encodePush(decoded))).toBe(toHex(push(type)));
  });

  it('not of its type is kept as its octets, loudly', () => {
    const seen = warnings((onWarning) => {
      const decoded = decodePush(push('04ae910161'), { onWarning });
      expect(decoded.contentType.parameters).toEqual([{ name: 'SEC', value: 0x61 }]);
      expect(decodePush(push('03ae8800'), { onWarning }).contentType.parameters[0]?.value).toBeNull();
      expect(decodePush(push('03ae9085'), { onWarning }).contentType.parameters[0]?.value).toEqual(fromHex('85'));
      expect(decodePush(push('03ae8000'), { onWarning }).contentType.parameters[0]?.value).toEqual(fromHex('00'));
    });
    expect(seen).toEqual(['malformedValue', 'malformedValue']);
  });

  it('that was lost between its count and the header behind it is refused', () => {
    expect(failure(() => decodePush(fromHex('810606038d8202056a00')))).toMatchObject({
      code: 'truncated',
      path: 'contentType.parameters[0]',
    });
  });
});

describe('the registers', () => {
  it('give each name back for its number', () => {
    for (let number = 0; number < 0xa000; number++) {
      for (const register of [contentTypes, applicationIds, headerNames]) {
        const name = register.name(number);
        if (name !== undefined) expect(register.number(name.toUpperCase())).toBeLessThanOrEqual(number);
      }
    }
  });

  it('know nothing that is only inherited', () => {
    for (const register of [contentTypes, applicationIds, headerNames]) {
      expect(register.number('constructor')).toBeUndefined();
      expect(register.number('__proto__')).toBeUndefined();
    }
  });
});
