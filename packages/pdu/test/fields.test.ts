import { describe, expect, it } from 'vitest';
import {
  choice,
  cstring,
  emptyOrFull,
  type Field,
  i32,
  type Layout,
  layout,
  list,
  octets,
  optional,
  padded,
  rest,
  struct,
  u8,
  u16,
  u32,
  u64,
  usually,
  zeroPadded,
} from '../src/index.js';
import { failureOf, warned } from './attempt.js';
import { fromHex, toHex } from './hex.js';

interface Case {
  readonly field: Field;
  /** Value and octets, both ways. */
  readonly right?: readonly (readonly [unknown, string])[];
  /** Values that are written as something else than they are read. */
  readonly written?: readonly (readonly [unknown, string])[];
  /** Values that cannot be written: code, and the path behind `value`. */
  readonly refused?: readonly (readonly [unknown, string, string?])[];
  /** Octets that cannot be read: code, offset, and the path behind `value`. */
  readonly bad?: readonly (readonly [string, string, number, string?])[];
  /** Octets that are read with a warning: value, code, offset, and the path behind `value`. */
  readonly tolerated?: readonly (readonly [string, unknown, string, number, string?])[];
}

const bytes = (...octets: number[]): Uint8Array => Uint8Array.from(octets);

/** Each field stands between two octets, AA before and BB behind it. */
const between: Readonly<Record<string, Case>> = {
  u8: {
    field: u8,
    right: [
      [0, '00'],
      [255, 'ff'],
    ],
    written: [
      [undefined, '00'],
      [-0, '00'],
    ],
    refused: [
      [256, 'range'],
      [-1, 'range'],
      [0.5, 'range'],
      [Number.NaN, 'range'],
      ['1', 'type'],
      [1n, 'type'],
      [null, 'type'],
      [true, 'type'],
      [Symbol('1'), 'type'],
      [{}, 'type'],
    ],
  },
  u16: {
    field: u16,
    right: [
      [0x0424, '04 24'],
      [65535, 'ff ff'],
    ],
    refused: [[65536, 'range']],
    bad: [['04', 'end', 1]],
  },
  u32: {
    field: u32,
    right: [
      [0x80000004, '80 00 00 04'],
      [0xffffffff, 'ff ff ff ff'],
    ],
    refused: [
      [2 ** 32, 'range'],
      [Number.POSITIVE_INFINITY, 'range'],
    ],
    bad: [['80 00', 'end', 1]],
  },
  i32: {
    field: i32,
    right: [
      [-1, 'ff ff ff ff'],
      [-(2 ** 31), '80 00 00 00'],
      [2 ** 31 - 1, '7f ff ff ff'],
    ],
    refused: [
      [2 ** 31, 'range'],
      [1.5, 'range'],
      [5n, 'type'],
      [null, 'type'],
    ],
  },
  u64: {
    field: u64,
    right: [
      [0n, '00 00 00 00 00 00 00 00'],
      [0x0102030405060708n, '01 02 03 04 05 06 07 08'],
      [0xffffffffffffffffn, 'ff ff ff ff ff ff ff ff'],
    ],
    refused: [
      [2n ** 64n, 'range'],
      [-1n, 'range'],
      [5, 'type'],
      [null, 'type'],
    ],
    bad: [['01 02 03 04', 'end', 1]],
  },
  'usually(u16, 1, 300)': {
    field: usually(u16, 1, 300),
    right: [[300, '01 2c']],
    written: [[301, '01 2d']],
    tolerated: [
      ['00 00', 0, 'range', 1],
      ['01 2d', 301, 'range', 1],
    ],
  },
  'cstring(6)': {
    field: cstring(6),
    right: [
      ['', '00'],
      ['WAP', '57 41 50 00'],
      ['12345', '31 32 33 34 35 00'],
    ],
    written: [[undefined, '00']],
    refused: [
      ['123456', 'length'],
      ['a\0', 'nul'],
      ['€', 'charset'],
      ['\ud83d', 'charset'],
      [5, 'type'],
      [null, 'type'],
      [bytes(0x61), 'type'],
    ],
    bad: [
      // The octet behind it is taken for a part of the string.
      ['61 62', 'no_nul', 1],
      ['', 'no_nul', 1],
    ],
    tolerated: [
      ['31 32 33 34 35 36 00', '123456', 'too_long', 1],
      ['e9 00', 'é', 'non_ascii', 1],
    ],
  },
  'emptyOrFull(4)': {
    field: emptyOrFull(4),
    right: [
      ['', '00'],
      ['abc', '61 62 63 00'],
    ],
    refused: [
      ['ab', 'length'],
      ['abcd', 'length'],
    ],
    tolerated: [
      ['61 00', 'a', 'bad_length', 1],
      ['61 62 63 64 00', 'abcd', 'too_long', 1],
    ],
  },
  'padded(3)': {
    field: padded(3),
    right: [
      ['', '00 00 00'],
      ['é', 'e9 00 00'],
      ['abc', '61 62 63'],
    ],
    refused: [
      ['abcd', 'length'],
      ['a\0', 'nul'],
      ['Ā', 'charset'],
      [0, 'type'],
    ],
    bad: [['61', 'end', 1]],
    tolerated: [['61 00 62', 'a', 'padding', 3]],
  },
  'zeroPadded(4)': {
    field: zeroPadded(4),
    right: [['0012', '30 30 31 32']],
    written: [
      ['12', '30 30 31 32'],
      [undefined, '30 30 30 30'],
    ],
    refused: [['12345', 'length']],
    tolerated: [['31 32 00 00', '12', 'padding', 4]],
  },
  'octets(2)': {
    field: octets(2),
    right: [[bytes(1, 2), '01 02']],
    written: [[undefined, '00 00']],
    refused: [
      [bytes(1), 'length'],
      [bytes(1, 2, 3), 'length'],
      ['ab', 'type'],
      [[1, 2], 'type'],
      [null, 'type'],
    ],
    bad: [['', 'end', 1]],
  },
  'octets(u8, 3)': {
    field: octets(u8, 3),
    right: [
      [bytes(), '00'],
      [bytes(1, 2, 3), '03 01 02 03'],
    ],
    written: [[undefined, '00']],
    refused: [
      [bytes(1, 2, 3, 4), 'length'],
      ['abc', 'type'],
    ],
    bad: [['09 01 02', 'end', 2]],
    tolerated: [['04 01 02 03 04', bytes(1, 2, 3, 4), 'too_long', 1]],
  },
  'octets(u32)': {
    field: octets(u32),
    right: [[bytes(7), '00 00 00 01 07']],
    bad: [['ff ff ff ff', 'end', 5]],
  },
  'list(u8, u16, 2)': {
    field: list(u8, u16, 2),
    right: [
      [[], '00'],
      [[1, 0xffff], '02 00 01 ff ff'],
    ],
    written: [
      [undefined, '00'],
      [Array(2), '02 00 00 00 00'],
    ],
    refused: [
      [[1, 2, 3], 'length'],
      [[1, 65536], 'range', '[1]'],
      [[1, null], 'type', '[1]'],
      [{}, 'type'],
      [bytes(1), 'type'],
    ],
    bad: [['ff 00 01', 'end', 4, '[1]']],
    tolerated: [['03 00 01 00 02 00 03', [1, 2, 3], 'too_long', 1]],
  },
  'list(u32, { a, b })': {
    field: list(u32, { a: u8, b: cstring(3) }),
    right: [
      [
        [
          { a: 1, b: '' },
          { a: 2, b: 'xy' },
        ],
        '00 00 00 02 01 00 02 78 79 00',
      ],
    ],
    written: [[[{}, undefined], '00 00 00 02 00 00 00 00']],
    refused: [
      [[{ a: 1 }, { b: 'xyz' }], 'length', '[1].b'],
      [[5], 'type', '[0]'],
    ],
    // A count of four thousand million items is no reason to make room for them.
    bad: [['ff ff ff ff 01 00', 'end', 7, '[1].a']],
  },
  'struct({ a, inner: struct({ b }) })': {
    field: struct({ a: u8, inner: struct({ b: u8 }) }),
    right: [[{ a: 1, inner: { b: 2 } }, '01 02']],
    written: [
      [undefined, '00 00'],
      [null, '00 00'],
      [{ inner: {} }, '00 00'],
    ],
    refused: [
      [5, 'type'],
      [{ inner: { b: 256 } }, 'range', '.inner.b'],
    ],
    bad: [
      ['', 'end', 1, '.a'],
      ['01', 'end', 2, '.inner.b'],
    ],
  },
  "choice('kind', u8, …)": {
    field: choice('kind', u8, { 1: { name: cstring(3) }, 2: {} }),
    right: [
      [{ kind: 1, name: 'a' }, '01 61 00'],
      [{ kind: 2 }, '02'],
    ],
    written: [[{ kind: 1 }, '01 00']],
    refused: [
      [{ kind: 3 }, 'choice', '.kind'],
      [{ kind: '1' }, 'choice', '.kind'],
      [{}, 'choice', '.kind'],
      [undefined, 'choice', '.kind'],
      [null, 'choice', '.kind'],
      [{ kind: 1, name: 'abc' }, 'length', '.name'],
    ],
    bad: [['03', 'choice', 1, '.kind']],
  },
};

/** Each field is the last, behind AA. */
const atTheEnd: Readonly<Record<string, Case>> = {
  'rest()': {
    field: rest(),
    right: [
      [bytes(), ''],
      [bytes(1, 2, 3), '01 02 03'],
    ],
    written: [[undefined, '']],
    refused: [['abc', 'type']],
  },
  'rest(1, 2)': {
    field: rest(1, 2),
    right: [[bytes(1), '01']],
    written: [[undefined, '00']],
    refused: [
      [bytes(), 'length'],
      [bytes(1, 2, 3), 'length'],
    ],
    bad: [
      ['', 'end', 1],
      ['01 02 03', 'end', 1],
    ],
  },
  'optional(u16)': {
    field: optional(u16),
    right: [
      [null, ''],
      [0, '00 00'],
    ],
    written: [[undefined, '']],
    refused: [[65536, 'range']],
    bad: [['01', 'end', 1]],
  },
  'cstring(4)': {
    field: cstring(4),
    tolerated: [
      ['61 62', 'ab', 'no_nul', 1],
      ['', '', 'no_nul', 1],
    ],
  },
  'padded(4)': {
    field: padded(4),
    tolerated: [
      ['61 62', 'ab', 'bad_length', 1],
      ['', '', 'bad_length', 1],
    ],
  },
  'list(u8, cstring(4))': {
    field: list(u8, cstring(4)),
    bad: [['02 61', 'no_nul', 2, '[0]']],
    tolerated: [['02 61 00 62', ['a', 'b'], 'no_nul', 4, '[1]']],
  },
};

function prove(name: string, each: Case, last: boolean, compile: boolean): void {
  const fields = last ? { before: u8, value: each.field } : { before: u8, value: each.field, after: u8 };
  const make = (options: object = {}): Layout<typeof fields> => layout('record', fields, { compile, ...options });
  const whole = (hex: string): Uint8Array => fromHex(`aa ${hex} ${last ? '' : 'bb'}`);
  const around = (value: unknown) => ({ before: 0xaa, value, ...(last ? {} : { after: 0xbb }) }) as never;
  const path = (rest = ''): string => `value${rest}`;

  describe(name, () => {
    for (const [value, hex] of each.right ?? []) {
      it(`reads and writes ${hex === '' ? 'nothing' : hex}`, () => {
        expect(toHex(make().encode(around(value)))).toBe(toHex(whole(hex)));
        expect(make({ strict: true }).decode(whole(hex))).toStrictEqual(around(value));
      });
    }
    for (const [value, hex] of each.written ?? []) {
      it(`writes ${String(JSON.stringify(value))} as ${hex === '' ? 'nothing' : hex}`, () => {
        expect(toHex(make().encode(around(value)))).toBe(toHex(whole(hex)));
      });
    }
    for (const [index, [value, code, behind]] of (each.refused ?? []).entries()) {
      it(`refuses a value with ${code} (${index})`, () => {
        expect(failureOf(() => make().encode(around(value)))).toMatchObject({
          code,
          command: 'record',
          path: path(behind),
          degree: undefined,
        });
      });
    }
    for (const [hex, code, offset, behind] of each.bad ?? []) {
      it(`refuses ${hex === '' ? 'nothing' : hex} with ${code}`, () => {
        // The octet behind would complete some fields, and is of no account here.
        const octets = last ? whole(hex) : whole(hex).subarray(0, -1);
        expect(failureOf(() => make().decode(octets))).toMatchObject({
          code,
          path: path(behind),
          offset,
          degree: 'pdu',
        });
      });
    }
    for (const [hex, value, code, offset, behind] of each.tolerated ?? []) {
      it(`reads ${hex === '' ? 'nothing' : hex} with a warning of ${code}, and refuses it under strict`, () => {
        const { value: read, warnings } = warned((onWarning) => make().decode(whole(hex), { onWarning }));
        expect(read).toStrictEqual(around(value));
        expect(warnings).toEqual([
          { code, command: 'record', path: path(behind), offset, message: expect.any(String) },
        ]);
        expect(failureOf(() => make({ strict: true }).decode(whole(hex)))).toMatchObject({
          code,
          offset,
          degree: 'pdu',
        });
      });
    }
  });
}

describe.each([
  ['compiled', true],
  ['interpreted', false],
])('%s', (_, compile) => {
  describe('between two fields', () => {
    for (const [name, each] of Object.entries(between)) prove(name, each, false, compile);
  });
  describe('at the end', () => {
    for (const [name, each] of Object.entries(atTheEnd)) prove(name, each, true, compile);
  });
});

describe('list', () => {
  it('refuses at its declaration items that may be of no octets', () => {
    const nothing: Field[] = [octets(0), rest(), optional(u8), struct({}), struct({ a: octets(0), b: rest() })];
    for (const item of nothing) {
      expect(() => list(u32, item)).toThrow(new TypeError('an item of a list must have at least one octet'));
    }
    expect(() => list(u32, {})).toThrow(TypeError);
    expect(list(u32, { a: octets(0), b: u8 }).max).toBe(0xffffffff);
  });
});

describe('encoding', () => {
  it('leaves what it is given as it was', () => {
    const made = layout('record', { text: cstring(9), list: list(u8, { a: octets(u8) }), end: rest() });
    const item = Object.freeze({ a: bytes(1, 2) });
    const value = Object.freeze({ text: 'a', list: Object.freeze([item]), end: bytes(3) });
    made.encode(value);
    expect(value).toStrictEqual({ text: 'a', list: [{ a: bytes(1, 2) }], end: bytes(3) });
  });

  it('gives each time octets of their own', () => {
    const made = layout('record', { value: u8 });
    const one = made.encode({ value: 1 });
    made.encode({ value: 2 });
    expect([...one]).toEqual([1]);
    expect(one.buffer.byteLength).toBe(1);
  });

  it('refuses a record that is longer than its layout allows', () => {
    const made = layout('record', { a: u8, text: octets(u8) }, { maxLength: 5 });
    expect([...made.encode({ text: bytes(1, 2, 3) })]).toEqual([0, 3, 1, 2, 3]);
    expect(failureOf(() => made.encode({ text: bytes(1, 2, 3, 4) }))).toMatchObject({
      code: 'too_long',
      path: 'text',
      message: 'record.text at 2: at most 5 octets are allowed, and this passes them',
    });
  });

  it('refuses what is no object', () => {
    const made = layout('record', { a: u8 });
    for (const value of [undefined, null, 5, 'a', 1n]) {
      expect(failureOf(() => made.encode(value as never))).toMatchObject({ code: 'type', path: '', command: 'record' });
    }
  });
});

describe('decoding', () => {
  it('takes any Uint8Array, and gives plain views of it', () => {
    const made = layout('record', { value: octets(2) });
    const { value } = made.decode(Buffer.from([1, 2]));
    expect(value.constructor).toBe(Uint8Array);
    expect([...value]).toEqual([1, 2]);
  });

  it('refuses what is no Uint8Array', () => {
    const made = layout('record', { value: octets(2) });
    for (const value of [undefined, null, 'ab', [1, 2], new DataView(new ArrayBuffer(2))]) {
      expect(failureOf(() => made.decode(value as never)).code).toBe('type');
      expect(failureOf(() => made.dissect(value as never)).code).toBe('type');
    }
  });

  it('keeps what is behind the last field as trailing, and writes it back', () => {
    const made = layout('record', { value: u8 });
    const { value, warnings } = warned((onWarning) => made.decode(bytes(1, 2, 3), { onWarning }));
    expect(value).toStrictEqual({ value: 1, trailing: bytes(2, 3) });
    expect(warnings).toMatchObject([{ code: 'trailing', path: '', offset: 1 }]);
    expect([...made.encode(value)]).toEqual([1, 2, 3]);
    expect(failureOf(() => layout('record', { value: u8 }, { strict: true }).decode(bytes(1, 2))).code).toBe(
      'trailing',
    );
  });
});
