import { describe, expect, it } from 'vitest';
import { type DecodeOptions, decodeWbxml, encodeWbxml, serviceIndication, toXml } from '../src/index.js';
import { failure, tolerated } from './failure.js';
import { hex, octets } from './octets.js';
import { vectors } from './vectors.js';

const seed = vectors.find(({ id }) => id === 'V02')?.hex as string;
/** The document with a string table, octets from `offset` on replaced. */
const seedWith = (offset: number, replacement: string): string =>
  seed.slice(0, 2 * offset) + replacement + seed.slice(2 * offset + replacement.length);
/** An SI of no string table with these octets for a body. */
const si = (body: string): string => `02056a00${body}`;
const indication = (attributes: string): string => si(`45c6${attributes}01037800 0101`.replace(' ', ''));

const xml = (bytes: Uint8Array, options: DecodeOptions): unknown => toXml(decodeWbxml(bytes, options), options);

interface Refused {
  row: string;
  wire: string;
  code: string;
  offset: number;
  /** What refuses it. Decoding to tokens, unless it is told. */
  by?: typeof xml;
}

const refused: Refused[] = [
  { row: '1 empty input', wire: '', code: 'truncated', offset: 0 },
  { row: '1 a header cut', wire: '0205', code: 'truncated', offset: 2 },
  { row: '2 the END of an attribute list missing', wire: si('85'), code: 'truncated', offset: 5 },
  { row: '4 STR_I without its NUL', wire: si('450378'), code: 'truncated', offset: 6 },
  { row: '5 STR_T at the length of the table', wire: seedWith(58, '0f'), code: 'stringIndex', offset: 58 },
  { row: '6 a table longer than the data', wire: seedWith(3, '7f'), code: 'truncated', offset: 3 },
  { row: '6 a table of 2^32-1 octets', wire: '02056a8fffffff7f45', code: 'truncated', offset: 3 },
  { row: '8 STR_T 0 without a table', wire: si('45830001'), code: 'stringIndex', offset: 6 },
  { row: '8 a literal tag 0 without a table', wire: si('450400 01'), code: 'stringIndex', offset: 6 },
  { row: '9 STR_T 1 without a table', wire: si('45830101'), code: 'stringIndex', offset: 6 },
  { row: '10 an integer of six octets', wire: si('458380808080800001'), code: 'uintvar', offset: 6 },
  { row: '11 an integer of 2^32', wire: si('4583908080800001'), code: 'uintvar', offset: 6 },
  { row: '11 an integer with all bits of five octets', wire: si('4583ffffffff7f01'), code: 'uintvar', offset: 6 },
  { row: '13 OPAQUE past the data', wire: si('45c3054142'), code: 'truncated', offset: 6 },
  { row: '13 OPAQUE of 2^32-1', wire: seedWith(57, 'c38fffffff7f'), code: 'truncated', offset: 58 },
  { row: '15 a date of three octets', wire: indication('0ac303199906'), code: 'datetime', offset: 7, by: xml },
  { row: '15 a date of eight', wire: indication('0ac3081999063000000001'), code: 'datetime', offset: 7, by: xml },
  { row: '16 a date with a digit A', wire: indication('0ac30419990a30'), code: 'datetime', offset: 7, by: xml },
  { row: '17 a date of month 13', wire: indication('0ac30419991330'), code: 'datetime', offset: 7, by: xml },
  { row: '17 a date of 30 February', wire: indication('0ac30420000230'), code: 'datetime', offset: 7, by: xml },
  { row: '17 a date of hour 24', wire: indication('0ac3052000022824'), code: 'datetime', offset: 7, by: xml },
  { row: '18 a charset nobody knows', wire: seedWith(2, '51'), code: 'unsupportedCharset', offset: 3 },
  { row: '19 version 1.4', wire: seedWith(0, '04'), code: 'version', offset: 0 },
  { row: '19 version 2.2', wire: seedWith(0, '12'), code: 'version', offset: 0 },
  { row: '20 public identifier 1', wire: '02016a0005', code: 'documentType', offset: 1, by: xml },
  { row: '21 an unknown tag', wire: si('453f01'), code: 'unknownTag', offset: 5, by: xml },
  { row: '22 an unknown attribute start', wire: indication('7f'), code: 'unknownAttribute', offset: 6, by: xml },
  { row: '23 an unknown attribute value', wire: indication('0bff'), code: 'unknownValue', offset: 7, by: xml },
  { row: '24 END as the root', wire: si('01'), code: 'noRoot', offset: 4 },
  { row: '24 text as the root', wire: si('037800'), code: 'noRoot', offset: 4 },
  { row: '25 no body', wire: si(''), code: 'noRoot', offset: 4 },
  { row: '27 the entity 0', wire: si('45020001'), code: 'entity', offset: 6 },
  { row: '27 half a surrogate pair as an entity', wire: si('450283b00001'), code: 'entity', offset: 6 },
  { row: '27 an entity past 10FFFF', wire: si('4502c4800001'), code: 'entity', offset: 6 },
  { row: '29 EXT_I, its operand its own', wire: si('4540 4500 01'), code: 'extension', offset: 5, by: xml },
  { row: '29 EXT_T, its operand its own', wire: si('45804501'), code: 'extension', offset: 5, by: xml },
  { row: '29 EXT', wire: si('45c001'), code: 'extension', offset: 5, by: xml },
  { row: '30 an attribute twice', wire: indication('0b03780006 08'), code: 'duplicateAttribute', offset: 11, by: xml },
  { row: '31 octets that are not UTF-8', wire: si('4503ff0001'), code: 'charset', offset: 6 },
  { row: '31 a table that is not UTF-8', wire: '02056a02ff0005', code: 'charset', offset: 4 },
  { row: '31 a reference into a character', wire: seedWith(58, '01'), code: 'stringIndex', offset: 58 },
  { row: '32 U+0001 in text', wire: si('4503010001'), code: 'character', offset: 4, by: xml },
  { row: '32 U+FFFF in an attribute', wire: indication('0b03efbfbf00'), code: 'character', offset: 6, by: xml },
  { row: '33 33 elements within each other', wire: si('45'.repeat(33)), code: 'limit', offset: 36 },
  { row: 'OPAQUE where it has no meaning', wire: si('45c3014101'), code: 'opaque', offset: 5, by: xml },
  { row: 'an attribute value where a start is due', wire: si('85850b01'), code: 'token', offset: 5 },
  { row: 'LITERAL_C in an attribute list', wire: si('850b4400 01'), code: 'token', offset: 6 },
  { row: 'PI in an attribute list', wire: si('850b4301'), code: 'token', offset: 6 },
  { row: 'a processing instruction without a target', wire: si('430105'), code: 'token', offset: 4 },
  { row: 'a processing instruction of two', wire: si('430b060105'), code: 'token', offset: 4 },
  { row: 'a literal that is no name', wire: '02056a0361 3e0044 0001', code: 'name', offset: 7, by: xml },
];

describe('refuses, whether strict or not', () => {
  it.each(refused)('$row', ({ wire, code, offset, by = decodeWbxml }) => {
    const bytes = octets(wire);
    for (const strict of [false, true]) {
      expect(failure(() => by(bytes, { strict }))).toMatchObject({ code, offset });
    }
  });

  it('keeps at the level of tokens what only a document type can refuse', () => {
    for (const { row, wire, by } of refused.filter(({ by }) => by === xml)) {
      expect(hex(encodeWbxml(decodeWbxml(octets(wire)))), `${row} ${by?.name}`).toBe(wire.replace(/ /g, ''));
    }
  });

  it('sees by the root that the length of a table is one too many or one too few', () => {
    expect(failure(() => xml(octets(seedWith(3, '10')), {}))).toMatchObject({ code: 'root', offset: 20 });
    expect(failure(() => xml(octets(seedWith(3, '0e')), {}))).toMatchObject({ code: 'unknownTag', offset: 20 });
  });

  it('names the charset it does not have', () => {
    expect(failure(() => decodeWbxml(octets('0205ce0f0005'))).message).toBe(
      'charset at 4: no decoder for the charset of MIBenum 9999',
    );
  });
});

const lenient: {
  row: string;
  wire: string;
  warnings: string[];
  by?: (bytes: Uint8Array, o: DecodeOptions) => unknown;
}[] = [
  { row: '2 ENDs missing', wire: seed.slice(0, -4), warnings: ['missingEnd 59'] },
  { row: '2 the END of the root missing', wire: seed.slice(0, -2), warnings: ['missingEnd 60'] },
  { row: '3 octets behind the root', wire: `${seed}00`, warnings: ['trailingOctets 61'] },
  { row: '7 a table without its last NUL', wire: '02056a01784583 0001', warnings: ['unterminatedTable 4'] },
  { row: '8 the literal attribute xmlns', wire: si('85040003780001'), warnings: ['literalWithoutTable 6'] },
  {
    row: '12 an overlong integer',
    wire: '02056a0178 458380808080 0001',
    warnings: ['unterminatedTable 4', 'overlongInteger 7'],
  },
  {
    row: '12 overlong integers in the header',
    wire: '028005806a8000 05',
    warnings: ['overlongInteger 1', 'overlongInteger 3', 'overlongInteger 5'],
  },
  { row: '26 an attribute list without any', wire: si('8501'), warnings: ['emptyAttributeList 4'] },
  {
    row: '14 a date as text',
    wire: indication(`0a03${hex(new TextEncoder().encode('1999-06-30T00:00:00Z'))}00`),
    warnings: ['inlineDate 6'],
    by: serviceIndication.decode,
  },
  {
    row: 'a date of seven octets, zeros and all',
    wire: indication('0ac30719990630000000'),
    warnings: ['untrimmedDate 7'],
    by: serviceIndication.decode,
  },
  { row: 'SWITCH_PAGE before END', wire: si('45000001'), warnings: ['switchPage 5'] },
  { row: 'SWITCH_PAGE before the END of attributes', wire: si('8511000001'), warnings: ['switchPage 6'] },
  { row: 'a reference behind the start of a string', wire: '02056a0478797a0045830101', warnings: ['midString 10'] },
];

describe('tolerates, and refuses when strict', () => {
  it.each(lenient)('$row', ({ wire, warnings, by = decodeWbxml }) => {
    const bytes = octets(wire);
    expect(tolerated((onWarning) => by(bytes, { onWarning })).warnings).toEqual(warnings);
    const [code, offset] = (warnings[0] as string).split(' ');
    expect(failure(() => by(bytes, { strict: true }))).toMatchObject({ code, offset: Number(offset) });
    expect(hex(encodeWbxml(decodeWbxml(bytes)))).toBe(hex(bytes));
  });

  it('believes the document where the transport names another charset', () => {
    const bytes = octets(si('4503e982ae0001'));
    const { value, warnings } = tolerated((onWarning) => decodeWbxml(bytes, { charset: 4, onWarning }));
    expect(warnings).toEqual(['charsetMismatch 3']);
    expect(toXml(value)).toContain('<si>邮</si>');
  });

  it('gives the name xmlns to a literal attribute where there is no table', () => {
    expect(toXml(decodeWbxml(octets(si('85040003780001'))))).toContain('<si xmlns="x"/>');
  });
});

describe('keeps', () => {
  it('28 processing instructions, around the root and within it', () => {
    const wire = '02056a0278004304000378000145430400 01 01 4304000378000 1'.replace(/ /g, '');
    const doc = decodeWbxml(octets(wire), { strict: true });
    expect(toXml(doc)).toContain('<?x x?><si><?x?></si><?x x?>');
    expect(hex(encodeWbxml(doc))).toBe(wire);
  });

  it('20 documents of unknown type as tokens', () => {
    expect(decodeWbxml(octets('02016a0005'), { strict: true })).toEqual({
      version: '1.2',
      publicId: 1,
      charset: 106,
      stringTable: new Uint8Array(0),
      body: [{ kind: 'element', tag: 5 }],
    });
  });
});
