import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { isResponse, type MccpPdu, type MccpRequest, type MccpResponse, type MccpWarning, mccp } from '../src/index.js';
import { anyPdu, bytesOf, failure, textOf } from './lines.js';

const codec = mccp();
const strict = mccp({ strict: true });

describe('a line', () => {
  it.each<[string, MccpPdu]>([
    ['RAT 1 a%20b \r\n', { command: 'RAT', trid: 1, parameters: ['a b', ''] }],
    ['RLO 0\r\n', { command: 'RLO', trid: 0, parameters: [] }],
    ['RSM 4294967295   \r\n', { command: 'RSM', trid: 4294967295, parameters: ['', '', ''] }],
    ['AAT 7 0\r\n', { command: 'AAT', trid: 7, status: '0', parameters: [] }],
    ['AAT 7 0 \r\n', { command: 'AAT', trid: 7, status: '0', parameters: [''] }],
    ['AAT 7 403 %25%0D%0A\r\n', { command: 'AAT', trid: 7, status: '403', parameters: ['%\r\n'] }],
    ['RRM 9 你好 %2520\r\n', { command: 'RRM', trid: 9, parameters: ['你好', '%20'] }],
    ['RVENDOR-X 5 1 2\r\n', { command: 'RVENDOR-X', trid: 5, parameters: ['1', '2'] }],
    ['RAT 1 \u{feff}a\tb\0\r\n', { command: 'RAT', trid: 1, parameters: ['\u{feff}a\tb\0'] }],
  ])('%j is read and written as it stands', (line, pdu) => {
    expect(strict.decode(bytesOf(line))).toEqual(pdu);
    expect(textOf(codec.encode(pdu))).toBe(line);
  });

  it('comes back from its octets as it was, whatever the text', () => {
    fc.assert(
      fc.property(anyPdu, (pdu) => {
        expect(strict.decode(codec.encode(pdu))).toEqual(pdu);
      }),
    );
  });

  it('that decodes without a deviation encodes to the same octets, whatever the fields', () => {
    const field = fc.constantFrom(
      '',
      '0',
      '1',
      '%25',
      '%20',
      '%',
      '007',
      'é',
      'RAT',
      'AAT',
      '%41',
      '%zz',
      '99999999999',
    );
    let kept = 0;
    fc.assert(
      fc.property(fc.constantFrom('RAT', 'AAT', 'RX', 'A'), fc.array(field), (command, fields) => {
        const line = bytesOf(`${[command, ...fields].join(' ')}\r\n`);
        let pdu: MccpPdu;
        try {
          pdu = strict.decode(line);
        } catch {
          return;
        }
        kept++;
        expect(codec.encode(pdu)).toEqual(line);
      }),
    );
    expect(kept).toBeGreaterThan(0);
  });

  it('reads escapes in lower case, and does not call that a deviation', () => {
    expect(strict.decode(bytesOf('RAT 1 %0d%0a\r\n')).parameters).toEqual(['\r\n']);
  });

  it('tells requests from responses by the type of the command', () => {
    const pdu = codec.decode(bytesOf('AAT 1 0\r\n'));
    expect(isResponse(pdu)).toBe(true);
    if (isResponse(pdu)) expectTypeOf(pdu).toEqualTypeOf<MccpResponse>();
    else expectTypeOf(pdu).toEqualTypeOf<MccpRequest>();
    if (pdu.command === 'AAT') expectTypeOf(pdu.status).toEqualTypeOf<string>();
  });
});

describe('a bad line', () => {
  it.each([
    ['', 'incomplete', '', 0],
    ['RAT 1 a', 'incomplete', '', 7],
    ['RAT 1 a\r', 'incomplete', '', 8],
    ['\r\n', 'command', 'command', 0],
    [' RAT 1\r\n', 'command', 'command', 0],
    ['R 1\r\n', 'command', 'command', 0],
    ['A 1 0\r\n', 'command', 'command', 0],
    ['rat 1\r\n', 'command', 'command', 0],
    ['XAT 1\r\n', 'command', 'command', 0],
    ['RÄT 1\r\n', 'command', 'command', 0],
    ['R%41T 1\r\n', 'command', 'command', 0],
    ['RAT\t1\r\n', 'command', 'command', 0],
    ['\u{feff}RAT 1\r\n', 'command', 'command', 0],
    ['RAT\r\n', 'trid', 'trid', 4],
    ['RAT \r\n', 'trid', 'trid', 4],
    ['RAT  1\r\n', 'trid', 'trid', 4],
    ['RAT x\r\n', 'trid', 'trid', 4],
    ['RAT -1\r\n', 'trid', 'trid', 4],
    ['RAT +1\r\n', 'trid', 'trid', 4],
    ['RAT 1.0\r\n', 'trid', 'trid', 4],
    ['RAT 1e3\r\n', 'trid', 'trid', 4],
    ['RAT 0x1\r\n', 'trid', 'trid', 4],
    ['RAT %31\r\n', 'trid', 'trid', 4],
    ['RAT 4294967296\r\n', 'trid', 'trid', 4],
    [`RAT ${'9'.repeat(400)}\r\n`, 'trid', 'trid', 4],
    ['RAT \u0661\r\n', 'trid', 'trid', 4],
    ['AAT 1\r\n', 'status', 'status', 6],
    ['AAT 1 \r\n', 'status', 'status', 6],
    ['AAT 1  x\r\n', 'status', 'status', 6],
    ['AAT 1 % x\r\n', 'escape', 'status', 6],
    ['RAT 1 a%\r\n', 'escape', 'parameters[0]', 7],
    ['RAT 1 é %2\r\n', 'escape', 'parameters[1]', 9],
    ['RAT 1 %20%2g\r\n', 'escape', 'parameters[0]', 9],
    ['RAT 1 %%20\r\n', 'escape', 'parameters[0]', 6],
    ['RAT 1 %E4%BD\r\n', 'escape', 'parameters[0]', 6],
    ['RAT 1 %E4\u0080\r\n', 'escape', 'parameters[0]', 6],
    ['RAT 1 é\rb\r\n', 'carriage_return', '', 8],
    ['RAT 1 a\r\r\n', 'carriage_return', '', 7],
    ['RAT 1\r\nRLO 2\r\n', 'excess', '', 7],
    ['RAT 1\r\n\0', 'excess', '', 7],
  ])('%j is refused: %s of %s at %d', (line, code, path, offset) => {
    const degree = code === 'incomplete' ? 'incomplete' : 'pdu';
    expect(failure(() => codec.decode(bytesOf(line)))).toEqual({ code, path, offset, degree });
  });

  it.each([
    ['an octet that begins nothing', [0xff], 6],
    ['a sequence that is cut short', [0x61, 0xe4, 0xbd], 7],
    ['an overlong form', [0xc0, 0xaf], 6],
    ['a surrogate', [0xed, 0xa0, 0x80], 6],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 6],
  ])('is refused for %s', (_, octets, offset) => {
    const line = Uint8Array.from([...bytesOf('RAT 1 '), ...octets, 0x0d, 0x0a]);
    expect(failure(() => codec.decode(line))).toEqual({ code: 'utf8', path: '', offset, degree: 'pdu' });
  });

  it('says which command, field and octet, and what to do', () => {
    expect(() => codec.decode(bytesOf('AAT 1 0 x%\r\n'))).toThrow(
      'AAT.parameters[0] at 9: % begins no escape of two hexadecimal digits in UTF-8',
    );
    expect(() => codec.decode(bytesOf('RAT 1\r\nRLO 2\r\n'))).toThrow('decodeAll reads several');
  });

  it('makes no long message out of a long field', () => {
    const error = (() => {
      try {
        return codec.decode(bytesOf(`${'x'.repeat(60000)} 1\r\n`));
      } catch (thrown) {
        return thrown as Error;
      }
    })();
    expect((error as Error).message.length).toBeLessThan(200);
  });
});

describe('limits', () => {
  const narrow = mccp({ maxLineLength: 12, maxParameters: 2 });

  it('hold the line, its end included, both ways', () => {
    expect(narrow.decode(bytesOf('RAT 1 abcd\r\n')).parameters).toEqual(['abcd']);
    const tooLong = { code: 'line_length', path: '', offset: 0, degree: 'lost' };
    expect(failure(() => narrow.decode(bytesOf('RAT 1 abcde\r\n')))).toEqual(tooLong);
    expect(failure(() => narrow.decode(bytesOf('RAT 1 abcdef')))).toEqual(tooLong);
    expect(failure(() => narrow.decode(bytesOf('RAT 1 abcde')))).toMatchObject({ code: 'incomplete' });
    expect(textOf(narrow.encode({ command: 'RAT', trid: 1, parameters: ['éé'] }))).toBe('RAT 1 éé\r\n');
    expect(failure(() => narrow.encode({ command: 'RAT', trid: 1, parameters: ['ééa'] }))).toEqual({
      ...tooLong,
      degree: undefined,
    });
  });

  it('hold the number of parameters, both ways', () => {
    expect(narrow.decode(bytesOf('RAT 1  \r\n')).parameters).toEqual(['', '']);
    expect(narrow.decode(bytesOf('AAT 1 0  \r\n')).parameters).toEqual(['', '']);
    const tooMany = { code: 'parameter_count', path: 'parameters[2]', offset: 8 };
    expect(failure(() => narrow.decode(bytesOf('RAT 1   \r\n')))).toMatchObject(tooMany);
    expect(failure(() => narrow.decode(bytesOf('AAT 1 0   \r\n')))).toMatchObject({ ...tooMany, offset: 10 });
    expect(failure(() => narrow.encode({ command: 'RAT', parameters: ['', '', ''] })).code).toBe('parameter_count');
  });
});

describe('a deviation', () => {
  it.each([
    ['RAT 1 a\n', ['line_feed', '', 7], { command: 'RAT', trid: 1, parameters: ['a'] }],
    ['RAT 007\r\n', ['leading_zero', 'trid', 4], { command: 'RAT', trid: 7, parameters: [] }],
    ['RAT 00000000000000000001\r\n', ['leading_zero', 'trid', 4], { command: 'RAT', trid: 1, parameters: [] }],
    ['RAT 1 é%20%41\r\n', ['needless_escape', 'parameters[0]', 11], { command: 'RAT', trid: 1, parameters: ['é A'] }],
    [
      'AAT 1 0 %E4%BD%A0\r\n',
      ['needless_escape', 'parameters[0]', 8],
      { command: 'AAT', trid: 1, status: '0', parameters: ['你'] },
    ],
  ])('in %j is read and told of, or under strict refused', (line, [code, path, offset], pdu) => {
    const warnings: MccpWarning[] = [];
    const onWarning = (warning: MccpWarning) => warnings.push(warning);
    expect(mccp({ onWarning }).decode(bytesOf(line))).toEqual(pdu);
    expect(codec.decode(bytesOf(line), { onWarning })).toEqual(pdu);
    expect(warnings).toEqual(Array(2).fill({ code, command: pdu.command, path, offset, message: expect.any(String) }));
    expect(failure(() => strict.decode(bytesOf(line)))).toMatchObject({ code, path, offset });
    expect(failure(() => codec.decode(bytesOf(line), { strict: true }))).toMatchObject({ code, path, offset });
  });
});

describe('encoding', () => {
  it('writes what is left out as its zero value and leaves the object alone', () => {
    const pdu = Object.freeze({ command: 'AAT' });
    expect(textOf(codec.encode(pdu))).toBe('AAT 0 0\r\n');
    expect(textOf(codec.encode({ command: 'RLO' }))).toBe('RLO 0\r\n');
  });

  it.each<[object, string, string]>([
    [{}, 'command', 'command'],
    [{ command: 'R' }, 'command', 'command'],
    [{ command: 'rat' }, 'command', 'command'],
    [{ command: 'RA T' }, 'command', 'command'],
    [{ command: 'RAT\n' }, 'command', 'command'],
    [{ command: 'R%' }, 'command', 'command'],
    [{ command: 'RAT', trid: -1 }, 'trid', 'trid'],
    [{ command: 'RAT', trid: 2 ** 32 }, 'trid', 'trid'],
    [{ command: 'RAT', trid: 0.5 }, 'trid', 'trid'],
    [{ command: 'RAT', trid: Number.NaN }, 'trid', 'trid'],
    [{ command: 'RAT', trid: '1' }, 'trid', 'trid'],
    [{ command: 'RAT', status: '0' }, 'status', 'status'],
    [{ command: 'AAT', status: '' }, 'status', 'status'],
    [{ command: 'AAT', status: 0 }, 'type', 'status'],
    [{ command: 'RAT', parameters: 'ab' }, 'type', 'parameters'],
    [{ command: 'RAT', parameters: ['', null] }, 'type', 'parameters[1]'],
    [{ command: 'RAT', parameters: [1] }, 'type', 'parameters[0]'],
    [{ command: 'RAT', parameters: Array(1) }, 'type', 'parameters[0]'],
    [{ command: 'RAT', parameters: ['a\ud800b'] }, 'utf8', 'parameters[0]'],
    [{ command: 'AAT', status: '\udc00' }, 'utf8', 'status'],
  ])('refuses %j: %s of %s', (pdu, code, path) => {
    expect(failure(() => codec.encode(pdu as MccpPdu))).toMatchObject({ code, path });
  });

  it('into a target writes the line there and nothing else, or nothing at all', () => {
    const target = new Uint8Array(12).fill(0x2e);
    expect(codec.encodeInto({ command: 'RLO', trid: 1 }, target, 2)).toBe(9);
    expect(textOf(target)).toBe('..RLO 1\r\n...');
    for (const offset of [6, 12, 13, -1, Number.NaN]) {
      expect(failure(() => codec.encodeInto({ command: 'RLO', trid: 1 }, target, offset)).code).toBe('no_room');
    }
    expect(textOf(target)).toBe('..RLO 1\r\n...');
  });
});

describe('a transmission', () => {
  it('of several commands comes back from its octets as it was', () => {
    fc.assert(
      fc.property(fc.array(anyPdu, { maxLength: 5 }), (pdus) => {
        const bytes = codec.encodeAll(pdus);
        expect(strict.decodeAll(bytes)).toEqual(pdus);
        expect(codec.split(bytes).map((line) => strict.decode(line))).toEqual(pdus);
      }),
    );
  });

  it('with a bad line says where it stands', () => {
    expect(failure(() => codec.decodeAll(bytesOf('RAT 1\r\nRLO x\r\n')))).toMatchObject({ code: 'trid', offset: 11 });
    expect(failure(() => codec.decodeAll(bytesOf('RAT 1\r\nRLO 2')))).toMatchObject({ code: 'incomplete', offset: 12 });
  });

  it('is split into lines that are all of it', () => {
    expect(codec.split(bytesOf('RAT 1\n\r\nRLO 2\r\nR')).map(textOf)).toEqual(['RAT 1\n', '\r\n', 'RLO 2\r\n', 'R']);
    expect(codec.split(new Uint8Array())).toEqual([]);
  });
});
