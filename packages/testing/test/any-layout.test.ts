import { type Fields, layout, type Row, type UintField } from '@smswire/pdu';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Codec,
  dissectionPartitions,
  enginesReadAlike,
  enginesWriteAlike,
  hostileBytes,
  mistaken,
  mutated,
  pduArbitrary,
  roundTrips,
  writesBack,
} from '../src/index.js';
import { anyFields } from './layouts.js';

const layouts = { numRuns: 80, seed: 1 };
const each = { numRuns: 8, seed: 2 };

/** What inference would make of just any fields has no end. */
interface AnyLayout extends Codec<object> {
  readonly fields: Fields;
  dissect(bytes: Uint8Array): Row[];
}

/** Runs `prove` for many layouts, each in both engines. */
function forAnyLayout(prove: (interpreted: AnyLayout, compiled: AnyLayout, strict: AnyLayout[]) => void): void {
  fc.assert(
    fc.property(anyFields, (fields) => {
      const make = (options: object): AnyLayout => layout('any', fields, options) as unknown as AnyLayout;
      const strict = [make({ compile: false, strict: true }), make({ strict: true })];
      prove(make({ compile: false }), make({}), strict);
    }),
    layouts,
  );
}

const valuesOf = (made: AnyLayout) => pduArbitrary(made.fields as object as { a: UintField }) as Arbitrary<object>;
const encoded = (made: AnyLayout) => valuesOf(made).map((value) => made.encode(value));
const octets = (made: AnyLayout) => fc.oneof(encoded(made), mutated(encoded(made)), fc.uint8Array({ maxLength: 64 }));

describe('any layout', () => {
  it('gives back what it was given, interpreted and compiled', () => {
    forAnyLayout((interpreted, compiled) => {
      const values = valuesOf(interpreted);
      roundTrips(interpreted, values, each);
      roundTrips(compiled, values, each);
    });
  });

  it('is read alike by both engines: values, warnings and errors, strict or not', () => {
    forAnyLayout((interpreted, compiled, [strict, strictCompiled]) => {
      enginesReadAlike(interpreted, compiled, octets(interpreted), each);
      enginesReadAlike(strict as AnyLayout, strictCompiled as AnyLayout, octets(interpreted), each);
    });
  });

  it('is written alike by both engines, right values and wrong ones', () => {
    forAnyLayout((interpreted, compiled) => {
      enginesWriteAlike(interpreted, compiled, valuesOf(interpreted), each);
      enginesWriteAlike(interpreted, compiled, mistaken(valuesOf(interpreted)), { ...each, numRuns: 20 });
    });
  });

  it('writes back to the same octets what it reads without a warning', () => {
    forAnyLayout((_, compiled) => {
      writesBack(compiled, octets(compiled), each);
    });
  });

  it('dissects into rows that cover every octet once', () => {
    forAnyLayout((interpreted) => dissectionPartitions(interpreted, octets(interpreted), each));
  });

  it('meets hostile octets with the typed error and bounded memory', () => {
    forAnyLayout((interpreted) => hostileBytes(interpreted, octets(interpreted), each));
  });
});

describe('the layouts tried', () => {
  it('have every kind of field', () => {
    const kinds = new Set<string>();
    const note = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { kind } = value as { kind?: unknown };
      if (typeof kind === 'string') kinds.add(kind);
      Object.values(value).forEach(note);
    };
    fc.sample(anyFields, { seed: layouts.seed, numRuns: layouts.numRuns }).forEach(note);
    const all = 'choice counted cstring int list octets optional padded rest struct tlvs uint uint64';
    expect([...kinds].sort().join(' ')).toBe(all);
  });
});
