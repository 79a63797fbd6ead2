import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  at,
  by,
  choice,
  cstring,
  layout,
  list,
  octets,
  only,
  padded,
  struct,
  tlvs,
  u8,
  u16,
  u64,
  type Values,
  zeroPadded,
} from '../src/index.js';

const fields = {
  id: by({ 2: u64, 3: padded(4) }),
  kind: only(3, u8),
  old: only([1, 2], u16),
  to: by({ 2: only(2, cstring(5)), 3: cstring(9) }),
} as const;

describe('at', () => {
  it('leaves the fields that a version has, as it has them, in their order', () => {
    expect(at(fields, 2)).toEqual({ id: u64, old: u16, to: cstring(5) });
    expect(at(fields, 3)).toEqual({ id: padded(4), kind: u8, to: cstring(9) });
    expect(Object.keys(at(fields, 3))).toEqual(['id', 'kind', 'to']);
    expect(at(fields, 4)).toEqual({});
  });

  it('resolves what lists, structs and choices hold', () => {
    const inner = { old: only(2, u8), id: by({ 2: u8, 3: u16 }) };
    const nested = { one: struct(inner), many: list(u8, { a: u8, ...inner }), either: choice('tag', u8, { 1: inner }) };
    const third = layout('nested', at(nested, 3));
    const value = { one: { id: 300 }, many: [{ a: 1, id: 301 }], either: { tag: 1, id: 302 } };
    expect(third.encode(value as never)).toEqual(Uint8Array.of(1, 44, 1, 1, 1, 45, 1, 1, 46));
    expect(third.decode(third.encode(value as never))).toEqual(value);
  });

  it('gives layouts that are typed by their version', () => {
    const second = layout('record', at(fields, 2));
    const third = layout('record', at(fields, 3));
    const two = second.decode(second.encode({ id: 5n, old: 1, to: 'abcd' }));
    const three = third.decode(third.encode({ id: 'ab', kind: 1, to: 'abcdefgh' }));
    expect(two).toStrictEqual({ id: 5n, old: 1, to: 'abcd' });
    expect(three).toStrictEqual({ id: 'ab', kind: 1, to: 'abcdefgh' });
    expectTypeOf(two.id).toEqualTypeOf<bigint>();
    expectTypeOf(three).toEqualTypeOf<{ id: string; kind: number; to: string }>();
    // @ts-expect-error a field of the third version
    expect(second.encode({ kind: 1 }).length).toBe(11);
  });

  it('is needed before a layout of several versions is used', () => {
    for (const compile of [true, false]) {
      const unresolved = layout('record', fields, { compile });
      expect(() => unresolved.encode({})).toThrow(/at\(\) first/);
      expect(() => unresolved.decode(new Uint8Array(20))).toThrow(/at\(\) first/);
    }
  });
});

describe('types', () => {
  it('follow from the fields', () => {
    const sizes = {
      text: cstring(5),
      digits: zeroPadded(4),
      octets: octets(u8),
      list: list(u8, { a: u8, b: u64 }),
      tlvs: tlvs({ port: { tag: 1, value: u16 }, notes: { tag: 2, value: cstring(5), repeat: true } }),
    } as const;
    type Sizes = Values<typeof sizes>;
    expectTypeOf<Sizes['text']>().toEqualTypeOf<string>();
    expectTypeOf<Sizes['octets']>().toEqualTypeOf<Uint8Array>();
    expectTypeOf<Sizes['list']>().toEqualTypeOf<{ a: number; b: bigint }[]>();
    expectTypeOf<NonNullable<Sizes['tlvs']>['port']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<NonNullable<Sizes['tlvs']>['notes']>().toEqualTypeOf<string[] | undefined>();
    expectTypeOf<NonNullable<Sizes['tlvs']>['0x1400']>().toEqualTypeOf<Uint8Array | Uint8Array[]>();
    expectTypeOf<Values<typeof fields>['kind']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Values<typeof fields>['id']>().toEqualTypeOf<bigint | string>();
    const made = layout('sizes', sizes);
    // @ts-expect-error a misspelt field
    expect(made.encode({ txet: 'a' }).length).toBe(7);
    // @ts-expect-error a number where text belongs
    expect(() => made.encode({ text: 5 })).toThrow(/a string is wanted/);
  });
});
