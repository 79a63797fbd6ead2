import { compare } from './compare.js';

/**
 * Compares what was put in, `{ items, of }` each, with what a peer read of each in the same order. Returns how many there
 * were, how many values agreed, how often each known fault was met, and every difference that none explains.
 */
export function compareAll(cases, readings, faults) {
  const differences = [];
  const met = new Map();
  let agreed = 0;
  if (readings.length !== cases.length) {
    differences.push({ of: 'all', path: 'number', put: `${cases.length}`, read: `${readings.length}` });
  }
  cases.forEach(({ items, of }, index) => {
    const result = compare(items, readings[index] ?? [], faults, of);
    agreed += result.agreed;
    for (const name of result.met) met.set(name, (met.get(name) ?? 0) + 1);
    if (result.difference !== undefined) differences.push({ of: of.command ?? index, ...result.difference });
  });
  const known = faults
    .filter(({ name }) => met.has(name))
    .map(({ name, reason }) => ({ name, reason, times: met.get(name) }));
  return { count: cases.length, agreed, known, differences };
}
