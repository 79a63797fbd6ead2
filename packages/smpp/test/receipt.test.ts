import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatReceipt, parseReceipt } from '../src/index.js';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string, littleEndian = false): Uint8Array => {
  const octets = new Uint8Array(text.length * 2);
  const view = new DataView(octets.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return octets;
};
const utc = (text: string): Date => new Date(text);
const fault = (code: string, path: string) => expect.objectContaining({ name: 'PduError', code, path });

const typical =
  'id:0911897980 sub:001 dlvrd:000 submit date:2601121551 done date:2601121552 stat:UNDELIV err:075 text:-PROFILE';
const fields = {
  id: '0911897980',
  sub: 1,
  dlvrd: 0,
  submitDate: utc('2026-01-12T15:51:00Z'),
  doneDate: utc('2026-01-12T15:52:00Z'),
  stat: 'UNDELIV',
  state: 5,
  err: '075',
  text: '-PROFILE',
};

describe('parseReceipt', () => {
  it('reads the form of the standard, and keeps it', () => {
    expect(parseReceipt(typical)).toEqual({ ...fields, raw: typical });
    expect(parseReceipt(ascii(typical))).toEqual({ ...fields, raw: typical });
  });

  it('reads the fields in any order, in any case, however they are parted', () => {
    const forms = [
      'stat:UNDELIV err:075 id:0911897980 done date:2601121552 submit date:2601121551 dlvrd:000 sub:001 text:-PROFILE',
      'ID:0911897980 SUB:001 DLVRD:000 SUBMIT DATE:2601121551 DONE DATE:2601121552 STAT:UNDELIV ERR:075 TEXT:-PROFILE',
      'id: 0911897980 sub: 001 dlvrd: 000 submit date: 2601121551 done date: 2601121552 stat: UNDELIV err: 075 Text: -PROFILE ',
      'id:0911897980 sub:001 dlvrd:000 submitdate:2601121551 donedate:2601121552 stat:UNDELIV err:075 text:-PROFILE',
      'id:0911897980 sub:1 dlvrd:0 submit_date:260112155100 done_date:20260112155200 stat:UNDELIV err:075 text:-PROFILE\0',
      'id:0911897980,sub:001,dlvrd:000,submit date:2601121551,done date:202601121552,stat:UNDELIV,err:075,text:-PROFILE',
      'id:0911897980; sub:001; dlvrd:000; submit date:2601121551; done date:2601121552; stat:UNDELIV; err:075; text:-PROFILE',
      'id:0911897980\r\nsub:001\r\ndlvrd:000\r\nsubmit date:2601121551\r\ndone date:2601121552\r\nstat:UNDELIV\r\nerr:075\r\ntext:-PROFILE',
      'text:-PROFILE id:0911897980 sub:001 dlvrd:000 submit date:2601121551 done date:2601121552 stat:UNDELIV err:075',
      'id:0911897980 sub:001 dlvrd:000 x:1 submit date:2601121551 done date:2601121552 stat:UNDELIV y:2 err:075 text:-PROFILE',
    ];
    for (const raw of forms) expect(parseReceipt(raw)).toEqual({ ...fields, raw });
  });

  it('leaves out what is missing, empty or not a number', () => {
    const raw = 'id:550e8400-e29b-41d4-a716-446655440000 sub: dlvrd:abc stat:DELIVRD err:0x1F text:';
    expect(parseReceipt(raw)).toEqual({
      id: '550e8400-e29b-41d4-a716-446655440000',
      stat: 'DELIVRD',
      state: 2,
      err: '0x1F',
      text: '',
      raw,
    });
    expect(parseReceipt('id:7')).toEqual({ id: '7', raw: 'id:7' });
    expect(parseReceipt('')).toEqual({ raw: '' });
    expect(parseReceipt('Hello, my id is: 7')).toEqual({ raw: 'Hello, my id is: 7' });
  });

  it.each([
    ['2601121551', '2026-01-12T15:51:00Z'],
    ['260112155159', '2026-01-12T15:51:59Z'],
    ['202601121551', '2026-01-12T15:51:00Z'],
    ['20260112155159', '2026-01-12T15:51:59Z'],
    ['9901121551', '1999-01-12T15:51:00Z'],
    ['2402291551', '2024-02-29T15:51:00Z'],
  ])('reads the date %s', (digits, iso) => {
    expect(parseReceipt(`id:1 done date:${digits}`).doneDate).toEqual(utc(iso));
  });

  it.each(['0000000000', '00000000000000', '2602291551', '2613121551', '260112', '26011215511', 'NULL', '2026-01-12'])(
    'takes %s for no date',
    (digits) => {
      expect(parseReceipt(`id:1 done date:${digits} stat:DELIVRD`)).toMatchObject({ id: '1', stat: 'DELIVRD' });
      expect(parseReceipt(`id:1 done date:${digits} stat:DELIVRD`)).not.toHaveProperty('doneDate');
    },
  );

  it('reads dates in the time zone it is given, on both sides of a change of the clocks', () => {
    const at = (digits: string, timeZone: string | number) =>
      parseReceipt(`id:1 done date:${digits}`, { timeZone }).doneDate?.toISOString();
    expect(at('2601121551', 60)).toBe('2026-01-12T14:51:00.000Z');
    expect(at('2601121551', -330)).toBe('2026-01-12T21:21:00.000Z');
    expect(at('2601121551', 'Europe/Madrid')).toBe('2026-01-12T14:51:00.000Z');
    expect(at('2607121551', 'Europe/Madrid')).toBe('2026-07-12T13:51:00.000Z');
    expect(at('2603290130', 'Europe/Madrid')).toBe('2026-03-29T00:30:00.000Z');
    expect(at('2603290330', 'Europe/Madrid')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2610250230', 'Europe/Madrid')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('2610250330', 'Europe/Madrid')).toBe('2026-10-25T02:30:00.000Z');
    expect(at('2607121551', 'Asia/Kolkata')).toBe('2026-07-12T10:21:00.000Z');
    expect(() => at('2601121551', 'Atlantis/Capital')).toThrow(fault('range', 'timeZone'));
    expect(() => at('2601121551', Number.NaN)).toThrow(fault('range', 'timeZone'));
  });

  it('knows the words of the field and those it is given, and keeps the word', () => {
    expect(parseReceipt('id:1 stat:BUFFRED')).toMatchObject({ stat: 'BUFFRED', state: 1 });
    expect(parseReceipt('id:1 stat:delivrd')).toMatchObject({ stat: 'delivrd', state: 2 });
    expect(parseReceipt('id:1 stat:NOROUTE')).toEqual({ id: '1', stat: 'NOROUTE', raw: 'id:1 stat:NOROUTE' });
    expect(parseReceipt('id:1 stat:NOROUTE', { states: { NOROUTE: 5 } })).toMatchObject({ state: 5 });
  });

  it('lets no subscriber write a receipt into the text of one', () => {
    const raw = 'id:1 stat:UNDELIV text:hi id:2 stat:DELIVRD err:000 done date:2601121551';
    expect(parseReceipt(raw)).toEqual({
      id: '1',
      stat: 'UNDELIV',
      state: 5,
      text: 'hi id:2 stat:DELIVRD err:000 done date:2601121551',
      raw,
    });
  });

  it('reads UTF-16 under any data_coding, and ASCII that was taken for UTF-16', () => {
    for (const misread of [utf16(typical), utf16(typical, true), utf16(`\ufeff${typical}`)]) {
      expect(parseReceipt(misread)).toMatchObject(fields);
      expect(parseReceipt(String.fromCharCode(...misread))).toMatchObject(fields);
    }
    const even = typical.length % 2 === 0 ? typical : `${typical} `;
    const chinese = String.fromCharCode(
      ...Array.from({ length: even.length / 2 }, (_, i) => (even.charCodeAt(2 * i) << 8) | even.charCodeAt(2 * i + 1)),
    );
    expect(chinese).toMatch(/^[\u2000-\u7fff]+$/);
    expect(parseReceipt(chinese)).toMatchObject(fields);
  });

  it('never throws, and keeps what it was given', () => {
    const key = fc.constantFrom(
      'id:',
      ' stat:',
      ' submit date:',
      'done date:',
      ' text:',
      '\0i\0d\0:',
      ' err:',
      '\0',
      ' ',
      ',',
    );
    const mutated = fc.array(fc.oneof(key, fc.string({ maxLength: 8 }), fc.stringMatching(/^\d{10,14}$/)));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          mutated.map((parts) => parts.join('')),
        ),
        (text) => {
          expect(parseReceipt(text).raw).toBeTypeOf('string');
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        const receipt = parseReceipt(octets);
        expect(receipt.raw.length * 2).toBeGreaterThanOrEqual(octets.length - 1);
      }),
      { numRuns: 1000 },
    );
    for (const nothing of [undefined, null, 7, {}, []]) {
      expect(parseReceipt(nothing as unknown as string)).toEqual({ raw: '' });
    }
  });

  it('takes a time in proportion to the length, on input made to be slow', () => {
    const size = 60_000;
    const hostile = ['\0', ' ', ',', 'id', ' id:', ' id', 'submit ', 'text:', ' text:', '0'].map((piece) =>
      piece.repeat(size / piece.length),
    );
    for (const text of [...hostile, ...hostile.map((piece) => `id:1 stat:X err:${piece}x`)]) {
      const start = performance.now();
      parseReceipt(text);
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});

describe('formatReceipt', () => {
  it('writes appendix B to the letter', () => {
    const { state: _, ...written } = fields;
    expect(formatReceipt(written)).toBe(typical);
  });

  it('writes zeros for what is missing, and the word for a state', () => {
    expect(formatReceipt({})).toBe(
      'id: sub:000 dlvrd:000 submit date:0000000000 done date:0000000000 stat: err:000 text:',
    );
    expect(formatReceipt({ id: 'a-1', state: 2 })).toContain('id:a-1 ');
    expect(formatReceipt({ state: 8 })).toContain(' stat:REJECTD ');
    expect(formatReceipt({ state: 8, stat: 'NOROUTE' })).toContain(' stat:NOROUTE ');
  });

  it('writes the first 20 characters of the text, and no half of one', () => {
    expect(formatReceipt({ text: '0123456789012345678😀x' })).toMatch(/text:0123456789012345678😀$/u);
  });

  it('writes dates in the time zone it is given', () => {
    const doneDate = utc('2026-07-12T23:30:00Z');
    expect(formatReceipt({ doneDate }, { timeZone: 'Europe/Madrid' })).toContain('done date:2607130130 ');
    expect(formatReceipt({ doneDate }, { timeZone: -60 })).toContain('done date:2607122230 ');
  });

  it('refuses what would not be read back', () => {
    expect(() => formatReceipt({ id: '1 2' })).toThrow(fault('format', 'receipt.id'));
    expect(() => formatReceipt({ id: '1;stat:DELIVRD' })).toThrow(fault('format', 'receipt.id'));
    expect(() => formatReceipt({ stat: 'DÉLIVRÉ' })).toThrow(fault('format', 'receipt.stat'));
    expect(() => formatReceipt({ err: '\n' })).toThrow(fault('format', 'receipt.err'));
    expect(() => formatReceipt({ sub: 1000 })).toThrow(fault('range', 'receipt.sub'));
    expect(() => formatReceipt({ doneDate: new Date(Number.NaN) })).toThrow(fault('range', 'receipt.doneDate'));
    expect(() => formatReceipt({ doneDate: utc('2038-01-01T00:00:00Z') })).toThrow(fault('range', 'receipt.doneDate'));
  });

  it('is undone by parseReceipt', () => {
    const word = fc.stringMatching(/^[!-+\--:<-~]{1,20}$/);
    const minute = fc.integer({ min: Date.UTC(1938, 0, 2) / 60_000, max: Date.UTC(2037, 11, 30) / 60_000 });
    const date = minute.map((minutes) => new Date(minutes * 60_000));
    const count = fc.nat(999);
    const written = fc.record({
      id: word,
      sub: count,
      dlvrd: count,
      submitDate: date,
      doneDate: date,
      stat: word,
      err: word,
      text: fc.string({ maxLength: 20 }).map((text) => text.trim()),
    });
    fc.assert(
      fc.property(written, fc.constantFrom<string | number>('UTC', 330, 'America/New_York'), (fields, timeZone) => {
        // The hour that a zone has twice in autumn cannot be told apart: its first is read.
        const inAutumn = (moment: Date) => moment.getUTCMonth() >= 8 && moment.getUTCMonth() <= 10;
        fc.pre(typeof timeZone === 'number' || !(inAutumn(fields.submitDate) || inAutumn(fields.doneDate)));
        const read = parseReceipt(formatReceipt(fields, { timeZone }), { timeZone });
        expect(read).toMatchObject(fields);
      }),
    );
  });
});
