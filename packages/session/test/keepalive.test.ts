import { describe, expect, it } from 'vitest';
import { connected, due, heard, type Liveness, quietUntil } from '../src/keepalive.js';

const limits = {
  sessionInitTimeoutMs: 10,
  keepaliveMs: 30,
  keepaliveTimeoutMs: 20,
  keepaliveAttempts: 1,
  inactivityTimeoutMs: 100,
};
const opened = (at: number): Liveness => {
  const link = connected(0);
  link.opened = true;
  heard(link, at, false);
  return link;
};

describe('link timers, as SMPPEX tests its own', () => {
  it('session_init: nothing up to the limit, then the end', () => {
    const link = connected(5);
    expect([due(link, limits, 15), due(link, limits, 16)]).toEqual([undefined, 'session_init']);
    expect(quietUntil(link, limits)).toBe(15);
  });

  it('enquire_link, then stop', () => {
    const link = opened(0);
    expect([due(link, limits, 30), due(link, limits, 31)]).toEqual([undefined, 'ask']);
    link.asked++;
    expect(quietUntil(link, limits)).toBe(50);
    expect([due(link, limits, 50), due(link, limits, 51)]).toEqual([undefined, 'keepalive']);
  });

  it('recovery by any action of the peer', () => {
    const link = opened(0);
    link.asked = 1;
    heard(link, 45, true);
    expect([due(link, limits, 75), due(link, limits, 76)]).toEqual([undefined, 'ask']);
  });

  it('recovery by a transaction, which counts as activity too', () => {
    const link = opened(0);
    heard(link, 90, false);
    expect(due(link, limits, 101)).toBeUndefined();
  });

  it('inactivity stops, whatever is answered', () => {
    const link = opened(0);
    heard(link, 99, true);
    expect([due(link, limits, 100), due(link, limits, 101)]).toEqual([undefined, 'inactivity']);
  });

  it('inactivity is recovered, and timers that are off never come', () => {
    const link = opened(0);
    heard(link, 80, false);
    expect(due({ ...link, heardAt: 180 }, limits, 180)).toBeUndefined();
    const off = { ...limits, keepaliveMs: Number.POSITIVE_INFINITY, inactivityTimeoutMs: Number.POSITIVE_INFINITY };
    expect([due(link, off, 1e12), quietUntil(link, off)]).toEqual([undefined, Number.POSITIVE_INFINITY]);
  });
});
