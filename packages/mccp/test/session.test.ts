import { Link, type Protocol } from '@smswire/session';
import { manualClock, memoryWires } from '@smswire/session/memory';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { answerOf, type MccpInput, type MccpPdu, type MccpResponse, mccp } from '../src/index.js';

const protocol = mccp({ notices: ['RRN'] });
protocol satisfies Protocol<MccpInput, MccpPdu, Record<`R${string}`, MccpResponse>, number>;

const answer = ({ command }: MccpPdu) =>
  ({ command: answerOf(command as `R${string}`), status: '0', parameters: ['ok'] }) as const;

/** Two ends of a session over memory, with a clock that is set by hand. */
function pair() {
  const clock = manualClock();
  const [a, b] = memoryWires({ clock });
  const seen: string[] = [];
  const unparsed: unknown[] = [];
  const onUnparsed = (_bytes: Uint8Array, error: unknown): void => void unparsed.push(error);
  const handle = (pdu: MccpPdu) => {
    seen.push(pdu.command);
    return answer(pdu);
  };
  const onNotice = ({ command }: MccpPdu): void => void seen.push(command);
  const server = new Link(b, protocol, { onRequest: handle, onUnparsed }, { clock });
  const client = new Link(a, protocol, { onRequest: handle, onNotice }, { clock });
  return { clock, client, server, seen, unparsed, wire: a };
}

async function signedIn() {
  const ends = pair();
  const signIn = ends.client.request({ command: 'RAT', parameters: ['ada', ''] });
  ends.clock.settle();
  expectTypeOf(await signIn).toEqualTypeOf<MccpResponse>();
  expect(await signIn).toEqual({ command: 'AAT', trid: 1, status: '0', parameters: ['ok'] });
  return ends;
}

describe('MCCP over a session', () => {
  it('opens with AAT, and carries requests of both sides', async () => {
    const { clock, client, server } = await signedIn();
    expect([client.state, server.state]).toEqual(['online', 'online']);
    const pushed = server.request({ command: 'RCS', parameters: ['changed'] });
    clock.settle();
    expect((await pushed).command).toBe('ACS');
  });

  it('matches many outstanding requests by their trid, and settles each', async () => {
    const { clock, client } = await signedIn();
    const sent = Array.from({ length: 30 }, (_, i) => client.request({ command: 'RSM', parameters: [String(i)] }));
    clock.settle();
    const trids = (await Promise.all(sent)).map(({ trid }) => trid);
    expect(new Set(trids).size).toBe(30);
    expect(client.inFlight).toBe(0);
  });

  it('sends a request without a response as a notice', async () => {
    const { clock, server, seen } = await signedIn();
    server.send({ command: 'RRN', parameters: ['alice'] });
    clock.settle();
    expect(seen.at(-1)).toBe('RRN');
    expect(server.inFlight).toBe(0);
  });

  it('answers a line that does not decode, and goes on', async () => {
    const { clock, client, wire, unparsed, seen } = await signedIn();
    wire.write(new TextEncoder().encode('RSM 77 %zz\r\nRPS 78 x\r\n'));
    clock.settle();
    expect(unparsed).toMatchObject([{ code: 'escape' }]);
    expect(seen.at(-1)).toBe('RPS');
    expect(client.closed).toBe(false);
  });

  it('says goodbye with RLO, from either side', async () => {
    for (const side of ['client', 'server'] as const) {
      const ends = await signedIn();
      const closing = ends[side].close();
      ends.clock.settle();
      await closing;
      expect([ends.client.closed, ends.server.closed]).toEqual([true, true]);
    }
  });
});
