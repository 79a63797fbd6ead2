import { describe, expect, it } from 'vitest';
import { type Command, Link, withLink } from '../src/index.js';
import { manualClock, memoryWires } from '../src/memory.js';
import { settle } from './cases/world.js';
import { toyDialect as dialect } from './dialect.js';

function world() {
  const clock = manualClock();
  const [a, b] = memoryWires({ clock });
  const seen: string[] = [];
  const onRequest = (pdu: Command): Command => dialect.ok(pdu, dialect.text(pdu));
  const server = new Link(
    b,
    dialect.protocol,
    { onRequest, onReceive: ({ command }) => seen.push(command) },
    { clock },
  );
  return { clock, seen, server, opening: async () => new Link(a, dialect.protocol, {}, { clock }) };
}

describe('withLink', () => {
  it('connects, does one thing, says goodbye and closes', async () => {
    const { clock, seen, server, opening } = world();
    const answer = withLink(opening(), async (link) => {
      await link.request(dialect.bind());
      return dialect.text((await link.request(dialect.submit('hello'))) as Command);
    });
    await settle(clock);
    await settle(clock);
    expect(await answer).toBe('hello');
    expect(seen).toEqual(['bind', 'submit', 'unbind']);
    expect([server.closed, clock.timers]).toEqual([true, 0]);
  });

  it('closes as well when what it was for fails, and hands that on', async () => {
    const { clock, seen, server, opening } = world();
    const answer = withLink(opening(), async (link) => {
      await link.request(dialect.bind());
      throw new Error('no');
    });
    const failed = expect(answer).rejects.toThrow('no');
    await settle(clock);
    await settle(clock);
    await failed;
    expect(seen).toEqual(['bind', 'unbind']);
    expect(server.closed).toBe(true);
  });

  it('hands on why there is no link', async () => {
    let used = false;
    const answer = withLink(Promise.reject(new Error('refused')), () => {
      used = true;
    });
    await expect(answer).rejects.toThrow('refused');
    expect(used).toBe(false);
  });
});
