import { describe, expect, it } from 'vitest';
import { generator } from '../src/random.js';
import { fates, throttle } from '../src/serve/mischief.js';
import { Queue } from '../src/serve/queue.js';

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('mischief', () => {
  it('strikes the share it is told to', () => {
    const fate = fates({ fail: 0.3, failStatus: 20, drop: 0.1, delay: { ms: 50, share: 0.5 } }, generator(1));
    const all = many(10_000, fate);
    const share = (struck: (one: (typeof all)[number]) => boolean): number => all.filter(struck).length / all.length;
    expect(share(({ status }) => status === 20)).toBeCloseTo(0.3, 1);
    expect(share(({ dropped }) => dropped)).toBeCloseTo(0.1, 1);
    expect(share(({ delayMs }) => delayMs === 50)).toBeCloseTo(0.5, 1);
  });

  it('strikes the same ones with the same seed, whatever else is asked for', () => {
    const failed = (seed: number, more = {}) =>
      many(100, fates({ fail: 0.3, ...more }, generator(seed))).map(({ status }) => status);
    expect(failed(1, { drop: 0.5, delay: { ms: 1, share: 0.5 } })).toEqual(failed(1));
    expect(failed(2)).not.toEqual(failed(1));
  });

  it('strikes none where none is asked for, and all where all are', () => {
    expect(many(100, fates({}, generator(3)))).toEqual(many(100, () => ({ status: 0, dropped: false, delayMs: 0 })));
    expect(many(100, fates({ drop: 1 }, generator(3))).every(({ dropped }) => dropped)).toBe(true);
  });

  it('throttles above the rate, and no more than that', () => {
    const tooMany = throttle(10, 0);
    let through = 0;
    for (let now = 0; now < 10_000; now += 10) if (!tooMany(now)) through++;
    expect(through).toBeGreaterThanOrEqual(109);
    expect(through).toBeLessThanOrEqual(110);
    const slow = throttle(0.5, 0);
    expect([0, 1000, 1999, 2000].map(slow)).toEqual([false, true, true, false]);
  });
});

describe('a queue', () => {
  it('gives what came first, and what was put back before that', () => {
    const queue = new Queue<number>();
    for (const item of [1, 2, 3]) queue.push(item);
    expect(queue.shift()).toBe(1);
    queue.push(4);
    queue.putBack(1);
    expect(queue.size).toBe(4);
    expect(many(5, () => queue.shift())).toEqual([1, 2, 3, 4, undefined]);
  });
});
