import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMoReport, decodeReport, encodeMoReport, encodeReport, type Report, type Warning } from '../src/index.js';

const report: Report = {
  msgId: 0xb2b9da8000010000n,
  stat: 'DELIVRD',
  submitTime: '2611051429',
  doneTime: '2611051430',
  destTerminalId: '13800138000',
  smscSequence: 0x01020304,
};
const filler = (size: number): string => '00'.repeat(size);
const ascii = (text: string): string => Buffer.from(text).toString('hex');
const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');
const octets = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const head = `b2b9da8000010000${ascii('DELIVRD26110514292611051430')}`;
const narrow = `${head}${ascii('13800138000')}${filler(10)}01020304`;
const wide = `${head}${ascii('13800138000')}${filler(21)}01020304`;

const listen = (): { warnings: Warning[]; onWarning: (warning: Warning) => void } => {
  const warnings: Warning[] = [];
  return { warnings, onWarning: (warning) => void warnings.push(warning) };
};
const codes = (warnings: Warning[]): string[] =>
  warnings.map(({ code, command, path, offset }) => `${code} ${[command, path].filter(Boolean).join('.')} ${offset}`);

const text = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)), maxLength })
    .map((value) => value.replace(/ +$/, ''));
const u32 = fc.nat(0xffffffff);
const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

describe('encodeReport', () => {
  it('writes 60 octets in 2.x and 71 in 3.0', () => {
    expect(hex(encodeReport(report, '2.0'))).toBe(narrow);
    expect(hex(encodeReport(report, '2.1'))).toBe(narrow);
    expect(hex(encodeReport(report, '3.0'))).toBe(wide);
    expect([narrow.length / 2, wide.length / 2]).toEqual([60, 71]);
  });

  it('writes zeros for what is missing', () => {
    expect(hex(encodeReport({}, '3.0'))).toBe(filler(71));
  });

  it.each([
    [{ stat: 'DELIVERED' }, 'length', 'stat', 8],
    [{ submitTime: '26110514291' }, 'length', 'submitTime', 15],
    [{ doneTime: '２６' }, 'charset', 'doneTime', 25],
    [{ destTerminalId: '1'.repeat(22) }, 'length', 'destTerminalId', 35],
    [{ destTerminalId: '1\0' }, 'nul', 'destTerminalId', 35],
    [{ smscSequence: 2 ** 32 }, 'range', 'smscSequence', 56],
    [{ msgId: -1n }, 'range', 'msgId', 0],
    [{ msgId: 5 as unknown as bigint }, 'type', 'msgId', 0],
  ])('refuses a value that does not fit in 2.0, saying where: case %#', (wrong, code, path, offset) => {
    expect(() => encodeReport({ ...report, ...wrong }, '2.0')).toThrow(
      expect.objectContaining({ code, command: 'report', path, offset }),
    );
  });
});

describe('decodeReport', () => {
  it('reads either width by its length, whatever the version of the link', () => {
    const { warnings, onWarning } = listen();
    expect(decodeReport(octets(narrow), { onWarning })).toEqual(report);
    expect(decodeReport(octets(wide), { onWarning })).toEqual(report);
    expect(warnings).toEqual([]);
  });

  it('tells of the width of the other version where it knows the version', () => {
    const { warnings, onWarning } = listen();
    expect(decodeReport(octets(narrow), { version: '3.0', onWarning })).toEqual(report);
    expect(decodeReport(octets(wide), { version: '2.0', onWarning })).toEqual(report);
    expect(codes(warnings)).toEqual(['bad_length report 0', 'bad_length report 0']);
    expect(() => decodeReport(octets(narrow), { version: '3.0', strict: true })).toThrow(
      'report at 0: 60 octets, where 71 belong',
    );
  });

  it.each([0, 8, 59, 61, 70, 72, 140])(
    'leaves %i octets alone with a warning, and refuses them under strict',
    (size) => {
      const { warnings, onWarning } = listen();
      expect(decodeReport(new Uint8Array(size), { onWarning })).toBeUndefined();
      expect(codes(warnings)).toEqual(['bad_length report 0']);
      expect(() => decodeReport(new Uint8Array(size), { strict: true })).toThrow(
        expect.objectContaining({ code: 'bad_length' }),
      );
    },
  );

  it('takes any state and any times, and a number that fills its field without a NUL', () => {
    const { warnings, onWarning } = listen();
    const odd = { ...report, stat: 'AF:4', submitTime: '0001010000', doneTime: '', destTerminalId: '1'.repeat(32) };
    expect(decodeReport(encodeReport(odd, '3.0'), { onWarning, strict: true })).toEqual(odd);
    expect(warnings).toEqual([]);
  });

  it('strips blanks and what follows a NUL, with a warning each, and refuses them under strict', () => {
    const { warnings, onWarning } = listen();
    const padded = octets(narrow);
    padded.set(Buffer.from('MK:12  '), 8);
    padded.set(Buffer.from('\0\0garbage!'), 15);
    expect(decodeReport(padded, { onWarning })).toEqual({ ...report, stat: 'MK:12', submitTime: '' });
    expect(codes(warnings)).toEqual(['padding report.submitTime 17', 'padding report.stat 13']);
    expect(() => decodeReport(padded, { strict: true })).toThrow(
      expect.objectContaining({ code: 'padding', path: 'submitTime', offset: 17 }),
    );
  });

  it('reads back what was written', () => {
    for (const [version, size] of [['2.0', 21] as const, ['3.0', 32] as const]) {
      const any = fc.record(
        {
          msgId: u64,
          stat: text(7),
          submitTime: text(10),
          doneTime: text(10),
          destTerminalId: text(size),
          smscSequence: u32,
        },
        { noNullPrototype: true },
      );
      fc.assert(
        fc.property(any, (value) => {
          expect(decodeReport(encodeReport(value, version), { version, strict: true })).toEqual(value);
        }),
      );
    }
  });

  it('reads any octets, and writes them again as they were where nothing was tolerated', () => {
    const sizes = fc.constantFrom(60, 71).chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
    const anyOctets = fc.oneof(sizes, fc.uint8Array({ maxLength: 100 }));
    fc.assert(
      fc.property(anyOctets, (content) => {
        const { warnings, onWarning } = listen();
        const value = decodeReport(content, { onWarning });
        if (value === undefined) expect(codes(warnings)).toEqual(['bad_length report 0']);
        else if (warnings.length === 0) {
          expect(encodeReport(value, content.length === 71 ? '3.0' : '2.0')).toEqual(content);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('an MO report', () => {
  const moReport = {
    msgId: 1n,
    stat: 'SA:0001',
    cmppDeliverTime: '2611051429',
    cmppDeliverRespTime: '2611051430',
    destId: '10690000',
    reserved: 0,
  };

  it('has 60 octets and comes back as it went', () => {
    const written = encodeMoReport(moReport);
    const texts = ascii('SA:00012611051429261105143010690000');
    expect(hex(written)).toBe(`0000000000000001${texts}${filler(13)}${filler(4)}`);
    expect(decodeMoReport(written, { strict: true })).toEqual(moReport);
    expect(hex(encodeMoReport({}))).toBe(filler(60));
  });

  it('is not read from another length', () => {
    const { warnings, onWarning } = listen();
    expect(decodeMoReport(new Uint8Array(71), { onWarning })).toBeUndefined();
    expect(codes(warnings)).toEqual(['bad_length moReport 0']);
  });

  it('refuses values that do not fit', () => {
    expect(() => encodeMoReport({ destId: '1'.repeat(22) })).toThrow(
      expect.objectContaining({ code: 'length', path: 'destId', offset: 35 }),
    );
    expect(() => encodeMoReport({ reserved: -1 })).toThrow(
      expect.objectContaining({ code: 'range', path: 'reserved', offset: 56 }),
    );
  });
});
