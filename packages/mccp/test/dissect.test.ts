import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MccpRow, mccp } from '../src/index.js';
import { anyPdu, bytesOf } from './lines.js';

const codec = mccp();

function expectPartition(rows: readonly MccpRow[], length: number): void {
  let at = 0;
  for (const { start, end } of rows) {
    expect(start).toBe(at);
    expect(end).toBeGreaterThanOrEqual(start);
    at = end;
  }
  expect(at).toBe(length);
}

describe('dissect', () => {
  it('names every octet of a line', () => {
    expect(codec.dissect(bytesOf('AAT 12 0 a%20b \r\n'))).toEqual([
      { path: 'command', start: 0, end: 3, value: 'AAT' },
      { path: 'space', start: 3, end: 4, value: ' ' },
      { path: 'trid', start: 4, end: 6, value: 12 },
      { path: 'space', start: 6, end: 7, value: ' ' },
      { path: 'status', start: 7, end: 8, value: '0' },
      { path: 'space', start: 8, end: 9, value: ' ' },
      { path: 'parameters[0]', start: 9, end: 14, value: 'a b' },
      { path: 'space', start: 14, end: 15, value: ' ' },
      { path: 'parameters[1]', start: 15, end: 15, value: '' },
      { path: 'lineEnd', start: 15, end: 17, value: '\r\n' },
    ]);
  });

  it('tells the lines of a transmission apart', () => {
    const paths = codec.dissect(bytesOf('RLO 1\r\nALO 1 0\n')).map(({ path }) => path);
    expect(paths.slice(0, 4)).toEqual(['[0].command', '[0].space', '[0].trid', '[0].lineEnd']);
    expect(paths.slice(4)).toEqual(['[1].command', '[1].space', '[1].trid', '[1].space', '[1].status', '[1].lineEnd']);
  });

  it('gives the octets of what cannot be read', () => {
    const rows = codec.dissect(bytesOf('rat x %zz a\rb'));
    expect(rows.filter(({ path }) => path !== 'space').map(({ path, value }) => [path, value])).toEqual([
      ['command', bytesOf('rat')],
      ['trid', bytesOf('x')],
      ['parameters[0]', bytesOf('%zz')],
      ['parameters[1]', bytesOf('a\rb')],
    ]);
  });

  it('shows the values that decoding gives, and is a partition', () => {
    fc.assert(
      fc.property(anyPdu, (pdu) => {
        const bytes = codec.encode(pdu);
        const rows = codec.dissect(bytes);
        expectPartition(rows, bytes.length);
        const values = Object.fromEntries(rows.map(({ path, value }) => [path, value]));
        expect(values).toMatchObject({ command: pdu.command, trid: pdu.trid });
        expect(pdu.parameters.map((_, index) => values[`parameters[${index}]`])).toEqual(pdu.parameters);
      }),
    );
  });

  it('is a partition of any octets at all', () => {
    const octets = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(fc.constantFrom(0x20, 0x0d, 0x0a, 0x25, 0x41, 0x52, 0x30, 0xff)).map((list) => Uint8Array.from(list)),
    );
    fc.assert(fc.property(octets, (bytes) => expectPartition(codec.dissect(bytes), bytes.length)));
  });
});
