import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { gb18030, gbk } from '../src/index.js';

const hex = (octets: Uint8Array) => Buffer.from(octets).toString('hex').toUpperCase();

// Without a code in the table of the platforms: private use that newer editions moved elsewhere.
const codeless = new Set([0xe5e5, 0xe81e, 0xe826, 0xe82b, 0xe82c, 0xe832, 0xe843, 0xe854, 0xe864]);
for (let point = 0xe78d; point <= 0xe796; point++) codeless.add(point);

const bmp: number[] = [];
for (let point = 0; point < 0x10000; point++) if ((point & 0xf800) !== 0xd800) bmp.push(point);
const coded = bmp.filter((point) => !codeless.has(point));

// iconv-lite has the older table, in which these codes are private use. Measured on 0.7.3.
const moved = 'A6D9 A6DA A6DB A6DC A6DD A6DE A6DF A6EC A6ED A6F3 FE59 FE61 FE66 FE67 FE6D FE7E FE90 FEA0'.split(' ');

describe('gb18030', () => {
  it('round-trips every character of the Basic Multilingual Plane but nineteen', () => {
    const text = String.fromCharCode(...coded.slice(0, 30_000)) + String.fromCharCode(...coded.slice(30_000));
    expect(gb18030.decode(gb18030.encode(text), { strict: true })).toBe(text);
    expect(codeless.size).toBe(19);
    for (const point of codeless) {
      const character = String.fromCharCode(point);
      expect(() => gb18030.encode(character)).toThrow(expect.objectContaining({ code: 'unencodable', character }));
    }
  });

  it('round-trips characters of every other plane', () => {
    const astral = fc.string({ unit: fc.integer({ min: 0x10000, max: 0x10ffff }).map((p) => String.fromCodePoint(p)) });
    fc.assert(
      fc.property(astral, (text) => {
        expect(gb18030.decode(gb18030.encode(text), { strict: true })).toBe(text);
      }),
    );
    expect(hex(gb18030.encode('😀\u{10000}\u{10ffff}'))).toBe('9439FC3690308130E3329A35');
  });

  it('writes the same octets as iconv-lite but for the codes that moved', () => {
    const differ = coded.filter((point) => {
      const text = String.fromCharCode(point);
      return hex(gb18030.encode(text)) !== hex(iconv.encode(text, 'gb18030'));
    });
    const ours = differ.map((point) => hex(gb18030.encode(String.fromCharCode(point))));
    expect(ours.toSorted()).toEqual(moved.toSorted());
  });

  it('reads every code of two octets as iconv-lite does but for the codes that moved', () => {
    const differ: string[] = [];
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail === 0x7f) continue;
        const octets = Uint8Array.of(lead, trail);
        if (gb18030.decode(octets) !== iconv.decode(octets, 'gb18030')) differ.push(hex(octets));
      }
    }
    expect(differ.filter((code) => code !== 'A3A0')).toEqual(moved);
  });

  it('writes the first of two codes, and octets of one, two and four', () => {
    expect(hex(gb18030.encode('\u3000'))).toBe('A1A1');
    expect(hex(gb18030.encode('A中€ä'))).toBe('41D6D0A2E3' + '81308A31');
    expect(hex(gb18030.encode('\u0080'))).toBe('81308130');
  });

  it('names what has no code and tells of what cannot be read', () => {
    expect(() => gb18030.encode('中\ud800')).toThrow(expect.objectContaining({ code: 'unencodable', index: 1 }));
    expect(hex(gb18030.encode('中\ud800', { unencodable: 'replace' }))).toBe('D6D03F');
    const warnings: unknown[] = [];
    const octets = Uint8Array.of(0xd6, 0xd0, 0xff, 0x41);
    expect(gb18030.decode(octets, { onWarning: (warning) => warnings.push(warning) })).toBe('中\ufffdA');
    expect(warnings).toEqual([expect.objectContaining({ code: 'undecodable', path: 'gb18030', offset: 2 })]);
  });

  it('reads any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400, size: 'max' }), (octets) => {
        expect(gb18030.decode(octets).length).toBeLessThanOrEqual(octets.length);
      }),
    );
  });
});

describe('gbk', () => {
  it('writes what iconv-lite writes, or refuses', () => {
    let written = 0;
    for (const point of coded) {
      const text = String.fromCharCode(point);
      const theirs = iconv.encode(text, 'gbk');
      let ours: Uint8Array;
      try {
        ours = gbk.encode(text);
      } catch (error) {
        expect(error).toMatchObject({ code: 'unencodable' });
        continue;
      }
      written += 1;
      // iconv-lite writes ? for what its GBK lacks, which is the part GB 18030 added later.
      if (hex(theirs) !== '3F' || text === '?') expect(hex(ours)).toBe(hex(theirs));
    }
    expect(written).toBe(128 + 23_940 - 1);
  });

  it('has the euro at 0x80 and no code of four octets', () => {
    expect(hex(gbk.encode('€'))).toBe('80');
    expect(gbk.decode(Uint8Array.of(0x80))).toBe('€');
    expect(() => gbk.encode('中😀')).toThrow(expect.objectContaining({ character: '😀', index: 1 }));
  });

  it('round-trips all it writes', () => {
    let text = '';
    for (const point of coded) {
      const character = String.fromCharCode(point);
      if (gbk.encode(character, { unencodable: 'replace' })[0] !== 0x3f) text += character;
    }
    expect(text.length).toBe(128 + 23_940 - 1 - 1);
    expect(gbk.decode(gbk.encode(text), { strict: true })).toBe(text);
  });
});
