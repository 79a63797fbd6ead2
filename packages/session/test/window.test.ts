import { describe, expect, it } from 'vitest';
import { Queue } from '../src/queue.js';
import { Pending, Window } from '../src/window.js';
import { seeded } from './rough-wire.js';
import { toy } from './toy.js';

const protocol = toy({ lastNumber: 5 });
const request = (): Pending<typeof protocol> => new Pending<typeof protocol>({ command: 'submit' }, 100);

describe('window, as SMPPEX tests its storage', () => {
  it('a duplicate number is never given out: the next free one is', () => {
    const window = new Window<typeof protocol>(4);
    const numbers: number[] = [];
    for (let i = 0; i < 4; i++) {
      const number = window.number(protocol);
      numbers.push(number);
      window.add(request(), number, 100);
      window.advance(protocol);
    }
    window.remove(window.get(5) as Pending<typeof protocol>);
    expect(numbers).toEqual([4, 5, 1, 2]);
    expect([window.number(protocol), window.get(5)]).toEqual([3, undefined]);
  });

  it('fetch: a request is found by its number and taken out once', () => {
    const window = new Window<typeof protocol>(1);
    const one = request();
    window.add(one, 1, 100);
    expect(window.get(1)).toBe(one);
    expect([window.remove(one), window.remove(one), window.remove(request())]).toEqual([true, false, false]);
  });

  it('expire: those whose deadline has passed, in any order of deadlines; the rest stays', () => {
    const random = seeded(1);
    for (let round = 0; round < 50; round++) {
      const window = new Window<typeof protocol>(1);
      const deadlines = Array.from({ length: 8 }, () =>
        random() < 0.2 ? Number.POSITIVE_INFINITY : Math.floor(random() * 100),
      );
      for (const [i, deadline] of deadlines.entries()) window.add(request(), 10 + i, deadline);
      for (const now of [20, 50, 50, 99, 200]) {
        const finite = window.all().filter(({ deadline }) => deadline < now);
        expect(window.nextExpiry).toBeLessThanOrEqual(Math.min(...window.all().map(({ deadline }) => deadline)));
        const expired = window.expired(now);
        expect(expired).toEqual(finite);
        for (const one of expired) window.remove(one);
      }
    }
  });

  it('fetch_all: oldest first', () => {
    const window = new Window<typeof protocol>(1);
    const all = [request(), request(), request()];
    for (const [i, one] of all.entries()) window.add(one, 3 - i, 100);
    expect(window.all()).toEqual(all);
  });

  it('numbers may be anything a Map tells apart, such as twelve octets as text', () => {
    const wide = { ...protocol, nextNumber: (number: string) => `${Number(number) + 1}`.padStart(24, '0') };
    const window = new Window(''.padStart(24, '0'));
    window.advance(wide as never);
    expect(window.number(wide as never)).toBe('1'.padStart(24, '0'));
  });
});

describe('Queue', () => {
  it('does what an array does', () => {
    const random = seeded(7);
    const queue = new Queue<number>();
    let model: number[] = [];
    for (let i = 0; i < 20_000; i++) {
      const grow = Math.floor(i / 5_000) % 2 === 0 ? 0.7 : 0.3;
      if (random() < 0.001) {
        queue.retain((n) => n % 3 === 0);
        model = model.filter((n) => n % 3 === 0);
      } else if (random() < grow) {
        queue.push(i);
        model.push(i);
      } else expect(queue.shift()).toBe(model.shift());
      expect(queue.size).toBe(model.length);
    }
  });
});
