import { describe, expect, it, vi } from 'vitest';
import { mayCompile } from '../src/emit.js';
import { cstring, type Fields, layout, list, octets, rest, struct, tlvs, u8, u16, u32 } from '../src/index.js';
import { failureOf } from './attempt.js';

const flag = '--disallow-code-generation-from-strings';
const forbidden = (process.env['NODE_OPTIONS'] ?? '').includes(flag);

describe('the compiler', () => {
  it(forbidden ? 'is not there, since code generation is forbidden' : 'is at work', () => {
    // oxlint-disable-next-line typescript/no-implied-eval -- what the platform says of it is the question
    const generate = (): unknown => new Function('return 1')();
    if (forbidden) expect(generate).toThrow(EvalError);
    else expect(generate()).toBe(1);
    expect(mayCompile()).toBe(!forbidden);
  });

  it('is done without where the platform forbids it', async () => {
    vi.resetModules();
    vi.stubGlobal('Function', () => {
      throw new EvalError('Code generation from strings disallowed for this context');
    });
    const fresh = await import('../src/index.js');
    const made = fresh.layout('record', { value: fresh.u8, text: fresh.cstring(5) });
    expect(made.decode(made.encode({ value: 5, text: 'ab' }))).toStrictEqual({ value: 5, text: 'ab' });
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('makes no code of names', () => {
    const names = [
      '"',
      "'",
      '`\x24{process.exit()}`',
      '*/',
      '//',
      '\n',
      '\u2028',
      '\\',
      '"]; throw 1; //',
      'return',
      ' ',
    ];
    const fields: Fields = Object.fromEntries(names.map((name) => [name, struct({ [name]: u8 })]));
    const made = layout('names', {
      ...fields,
      tlvs: tlvs(Object.fromEntries(names.map((name, tag) => [name, { tag, value: u8 }]))),
    });
    const value = Object.fromEntries(names.map((name, i) => [name, { [name]: i }]));
    const all = { ...value, tlvs: Object.fromEntries(names.map((name, i) => [name, i])) };
    expect(made.decode(made.encode(all as never))).toStrictEqual(all);
  });

  it('leaves TLVs that are not at the end to the interpreter', () => {
    const inner = { tlvs: tlvs({ port: { tag: 1, value: u16 } }) };
    const nested = layout('nested', { a: u8, inner: struct(inner) });
    expect(nested.decode(nested.encode({ a: 1, inner: { tlvs: { port: 5 } } }))).toEqual({
      a: 1,
      inner: { tlvs: { port: 5 } },
    });
    const before = layout('before', { ...inner, b: octets(2) });
    expect([...before.encode({ b: Uint8Array.of(8, 9), tlvs: { port: 5 } })]).toEqual([0, 1, 0, 2, 0, 5, 8, 9]);
    expect(before.decode(Uint8Array.of(0, 1, 0, 2, 0, 5, 8, 9))).toEqual({ tlvs: { port: 5 }, b: Uint8Array.of(8, 9) });
  });

  it('writes no TLV longer than its length can say', () => {
    const made = layout(
      'record',
      { tlvs: tlvs({ list: { tag: 1, value: list(u16, cstring(3)) } }) },
      { maxLength: 300_000 },
    );
    const fits = Array(21_844).fill('xy').concat('');
    expect(made.encode({ tlvs: { list: fits } }).length).toBe(4 + 65_535);
    expect(failureOf(() => made.encode({ tlvs: { list: [...fits, ''] } }))).toMatchObject({
      code: 'length',
      path: 'tlvs.list',
    });
  });

  it('writes octets to the end of a layout, within their bounds', () => {
    const made = layout('record', { id: u32, end: rest(1, 3) });
    expect([...made.encode({ id: 1, end: Uint8Array.of(5) })]).toEqual([0, 0, 0, 1, 5]);
    expect(failureOf(() => made.encode({ id: 1, end: new Uint8Array(4) })).code).toBe('length');
  });
});
