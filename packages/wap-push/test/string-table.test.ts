import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeWbxml,
  decodeWbxml,
  encodeWbxml,
  resolveWbxml,
  type StringTableMode,
  serviceIndication,
  serviceIndicationTable,
  toXml,
  type XmlElement,
} from '../src/index.js';
import { failure } from './failure.js';
import { hex } from './octets.js';

const si = (...texts: string[]): XmlElement => ({
  name: 'si',
  attributes: [],
  children: texts.map((text) => ({ name: 'item', attributes: [], children: [text] })),
});
const encode = (root: XmlElement, stringTable: StringTableMode): Uint8Array =>
  encodeWbxml(composeWbxml({ root }, serviceIndicationTable, { stringTable }));
const table = (bytes: Uint8Array): string => new TextDecoder().decode(decodeWbxml(bytes).stringTable);

describe('the string table', () => {
  it('auto takes what libwbxml takes, to the octet', () => {
    const indication = { href: 'http://x.cn/a', siId: 'Newsflash', text: 'Newsflash' };
    expect(hex(serviceIndication.encode({ indication }, { stringTable: 'auto' }))).toBe(
      '02056a0a4e657773666c6173680045c60c03782e636e2f61001183000183000101',
    );
    expect(hex(serviceIndication.encode({ indication }, { stringTable: 'none' }))).toBe(
      '02056a0045c60c03782e636e2f610011034e657773666c6173680001034e657773666c617368000101',
    );
  });

  it('auto takes a string only where that saves octets', () => {
    expect(table(encode(si('ab', 'ab', 'c', 'c', 'd'), 'auto'))).toBe('ab\0');
    expect(table(encode(si('c', 'c', 'c', 'c'), 'auto'))).toBe('c\0');
    expect(table(encode(si('a long one that stands once'), 'auto'))).toBe('');
  });

  it('auto counts the second octet of an offset past 127', () => {
    const long = 'x'.repeat(130);
    // Two references of three octets and the three of the string take as many as twice the four inline.
    expect(table(encode(si(long, long, 'ab', 'ab'), 'auto'))).toBe(`${long}\0`);
    expect(table(encode(si(long, long, 'abcd', 'abcd'), 'auto'))).toBe(`${long}\0abcd\0`);
    expect(toXml(decodeWbxml(encode(si(long, long, 'abcd', 'abcd'), 'auto')))).toContain('<item>abcd</item></si>');
  });

  it('all takes every string once, in the order of the document', () => {
    expect(table(encode(si('b', 'é', 'b', 'a'), 'all'))).toBe('b\0é\0a\0');
  });

  it('takes strings given, in their order, used or not', () => {
    const bytes = encode(si('a', 'b', 'c'), ['x', 'c', 'a']);
    expect(table(bytes)).toBe('x\0c\0a\0');
    expect(hex(bytes)).toContain('45 48 83 04 01 48 03 62 00 01 48 83 02 01 01'.replaceAll(' ', ''));
  });

  it('must hold the names of literals, which none refuses', () => {
    const root: XmlElement = { name: 'si', attributes: [{ name: 'lang', value: 'lang' }], children: [] };
    expect(failure(() => encode(root, 'none'))).toMatchObject({
      code: 'stringTable',
      message: "lang at 0: lang is not in the token table, so its name needs a string table: use 'auto'",
    });
    expect(hex(encode(root, 'auto'))).toBe('02056a056c616e6700850400830001');
    expect(toXml(decodeWbxml(encode(root, [])))).toContain('<si lang="lang"/>');
  });

  it('never makes a document longer by auto, nor different by anything', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), fc.array(word, { maxLength: 3 }), (words, given) => {
        const root = si(...words);
        const none = encode(root, 'none');
        expect(encode(root, 'auto').length).toBeLessThanOrEqual(none.length);
        const resolved = JSON.stringify(resolveWbxml(decodeWbxml(none, { strict: true })).root);
        for (const mode of ['auto', 'all', given] as const) {
          expect(JSON.stringify(resolveWbxml(decodeWbxml(encode(root, mode), { strict: true })).root)).toBe(resolved);
        }
      }),
    );
  });
});
