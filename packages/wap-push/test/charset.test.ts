import { describe, expect, it } from 'vitest';
import { decodeWbxml, encodeWbxml, toXml } from '../src/index.js';
import { failure } from './failure.js';
import { hex, octets } from './octets.js';

/** An SI whose text is these octets, with their NUL, in the charset of this MIBenum below 128. */
const si = (mibEnum: number, text: string): Uint8Array =>
  octets(`0205${mibEnum.toString(16).padStart(2, '0')}004503${text}01`);
const wide = (mibEnum: number, text: string): Uint8Array =>
  octets(`0205${(0x80 | (mibEnum >> 7)).toString(16)}${(mibEnum & 0x7f).toString(16).padStart(2, '0')}004503${text}01`);
const text = (bytes: Uint8Array): string | undefined => /<si>(.*)<\/si>/s.exec(toXml(decodeWbxml(bytes)))?.[1];

describe('text in', () => {
  it.each([
    ['US-ASCII', si(3, '4100'), 'A'],
    ['ISO 8859-1, C1 controls and all', si(4, '80e900'), '\u0080é'],
    ['ISO 8859-5', si(8, 'bf00'), 'П'],
    ['ISO 8859-9, which is not windows-1254', si(12, '80fd00'), '\u0080ı'],
    ['UTF-8 with a mark that is kept', si(106, 'efbbbfe982ae00'), '\ufeff邮'],
    ['Shift_JIS', si(17, '93fa00'), '日'],
    ['EUC-KR', si(38, 'b0a100'), '가'],
    ['GBK', si(113, 'd3ca00'), '邮'],
    ['GB18030', si(114, '8130813000'), '\u0080'],
    ['GB 2312', wide(2025, 'd3ca00'), '邮'],
    ['Big5', wide(2026, 'b66c00'), '郵'],
    ['windows-1252', wide(2252, '8000'), '€'],
    ['UCS-2', wide(1000, '90ae01000000'), '邮Ā'],
    ['UTF-16BE', wide(1013, 'd83dde000000'), '😀'],
    ['UTF-16LE', wide(1014, 'ae9000010000'), '邮Ā'],
    ['UTF-16 without a mark, big-endian', wide(1015, '90ae0000'), '邮'],
    ['UTF-16 with the mark of little-endian', wide(1015, 'fffeae900000'), '\ufeff邮'],
  ])('%s is read, and written as it was', (_, bytes, expected) => {
    expect(text(bytes)).toBe(expected);
    expect(hex(encodeWbxml(decodeWbxml(bytes)))).toBe(hex(bytes));
  });

  it.each([
    ['US-ASCII', si(3, '8000')],
    ['ISO 8859-7, without a character there', si(10, 'ff00')],
    ['UTF-8, overlong', si(106, 'c08000')],
    ['UTF-8, a surrogate', si(106, 'eda08000')],
    ['Shift_JIS', si(17, '8100')],
    ['UTF-16BE, half a pair', wide(1013, 'd83d0000')],
  ])('octets that are no %s are refused', (_, bytes) => {
    expect(failure(() => decodeWbxml(bytes))).toMatchObject({ code: 'charset' });
  });

  it('keeps the octets of what it cannot write', () => {
    const [root] = decodeWbxml(si(17, '93fa00')).body;
    expect(root).toMatchObject({ content: [{ kind: 'string', text: '日', octets: octets('93fa') }] });
  });

  it('UTF-16 ends a string at an aligned NUL, in the string table too', () => {
    const bytes = wide(1013, '').subarray(0, 4);
    const doc = octets(`${hex(bytes)}0a 4100 0041 0000 00e9 0000 45 8300 8306 8302 01`.replaceAll(' ', ''));
    expect(text(doc)).toBe('䄀AéA');
    const odd = doc.slice();
    odd[odd.length - 2] = 3;
    expect(failure(() => decodeWbxml(odd))).toMatchObject({ code: 'stringIndex' });
  });

  it('the charset that the transport names decides where the document names none', () => {
    const bytes = si(0, 'e900');
    const doc = decodeWbxml(bytes, { charset: 4 });
    expect(toXml(doc)).toContain('<si>é</si>');
    expect(encodeWbxml(doc)).toEqual(bytes);
    expect(failure(() => decodeWbxml(bytes))).toMatchObject({ code: 'charset' });
    const oldest = octets('0005004503e90001');
    expect(encodeWbxml(decodeWbxml(oldest, { charset: 4 }))).toEqual(oldest);
  });
});
