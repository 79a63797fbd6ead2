import { isDeepStrictEqual } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type OnWarning, PduError, type Warning } from '@smswire/pdu';
import { messageArbitrary, mutated } from '@smswire/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smpp } from '../src/index.js';
import { octets, vectors } from './vectors.js';

/** `pnpm proof` asks for a million; the usual run has its share of them. */
const frames = Number(process.env['SMSWIRE_PROOF_FRAMES'] ?? 50_000);
const told = process.env['SMSWIRE_PROOF_FRAMES'] !== undefined;

/** Octets that may be held more at the end of any parcel than at the start. */
const MOST_MEMORY = 32 * 2 ** 20;
/** Milliseconds for any one frame: a machine that is busy needs some, a loop without end all of them. */
const MOST_TIME = 2000;

it(`${frames} random and mutated frames meet the typed error or a value, in both engines, in time and in bounded memory`, {
  timeout: 30 * 60_000,
}, () => {
  const interpreted = smpp({ compile: false });
  const compiled = smpp();
  const strict = smpp({ strict: true });
  const good = [
    ...vectors.map(({ hex }) => octets(hex)),
    ...fc.sample(messageArbitrary(compiled), { numRuns: 500, seed: 6 }).map((pdu) => compiled.encode(pdu)),
  ];
  const noise = fc.uint8Array({ minLength: 8, maxLength: 80 }).map(asFrame);
  const any = fc.oneof({ arbitrary: mutated(fc.constantFrom(...good)), weight: 9 }, noise);

  const counts = new Map<string, number>();
  let [octetsRead, slowest, peak] = [0, 0, 0];
  const before = memory();
  const parcel = 10_000;
  for (let done = 0; done < frames; done += parcel) {
    const numRuns = Math.min(parcel, frames - done);
    for (const bytes of fc.sample(any, { numRuns, seed: 7 + done })) {
      octetsRead += bytes.length;
      const start = performance.now();
      const one = outcome((onWarning) => interpreted.decode(bytes, { onWarning }));
      const other = outcome((onWarning) => compiled.decode(bytes, { onWarning }));
      const refused = outcome(() => strict.decode(bytes));
      slowest = Math.max(slowest, performance.now() - start);
      if (!isDeepStrictEqual(one, other)) throw new Error(`the engines differ over ${hexOf(bytes)}`);
      const fits = one.kind === 'read' ? one.warnings.length > 0 || refused.kind === 'read' : refused.kind !== 'read';
      if (!fits) throw new Error(`strict takes the wrong side over ${hexOf(bytes)}`);
      const kind = one.warnings.length > 0 ? 'read with warnings' : one.kind;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    peak = Math.max(peak, memory() - before);
  }
  const sorted = [...counts].sort(([, one], [, other]) => other - one);
  if (told) {
    console.log(`${frames} frames, ${octetsRead} octets, each decoded three times (interpreted, compiled, strict)`);
    for (const [name, count] of sorted) console.log(`${String(count).padStart(9)}  ${name}`);
    console.log(
      `slowest frame ${slowest.toFixed(1)} ms, at most ${(peak / 2 ** 20).toFixed(1)} MiB more held than at the start`,
    );
  }
  expect(sorted.reduce((total, [, count]) => total + count, 0)).toBe(frames);
  expect(counts.get('read')).toBeGreaterThan(frames / 50);
  expect(counts.get('read with warnings')).toBeGreaterThan(frames / 10);
  // Every kind of fault that octets can hold was met.
  expect([...counts.keys()].map((name) => name.split(' ')[0])).toEqual(
    expect.arrayContaining(['read', 'no_nul', 'end', 'choice', 'incomplete', 'excess', 'framing']),
  );
  expect(slowest).toBeLessThan(MOST_TIME);
  expect(peak).toBeLessThan(MOST_MEMORY);
});

interface Outcome {
  readonly kind: string;
  readonly warnings: readonly Warning[];
  readonly held: unknown;
}

/** `read`, or the typed error's code and degree; another error is thrown on. */
function outcome(decode: (onWarning: OnWarning) => unknown): Outcome {
  const warnings: Warning[] = [];
  try {
    return { held: decode((warning) => warnings.push(warning)), kind: 'read', warnings };
  } catch (error) {
    if (!(error instanceof PduError) || error.degree === undefined) throw error;
    const { code, degree, path, offset, message } = error;
    // The warnings before an error are no reading.
    return { kind: `${code} (${degree})`, warnings: [], held: { path, offset, message, warnings } };
  }
}

/** Random octets under a length that is right and, often, an id that is known. */
function asFrame(noise: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.max(16, noise.length + 8));
  bytes.set(noise, 8);
  bytes[3] = bytes.length;
  bytes[4] = (noise[0] as number) & 0x80;
  bytes[6] = (noise[1] as number) % 3 === 0 ? 1 : 0;
  bytes[7] = (noise[2] as number) & 0x3f;
  return bytes;
}

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** What is still held when all that can be let go is gone. */
function memory(): number {
  collect();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
