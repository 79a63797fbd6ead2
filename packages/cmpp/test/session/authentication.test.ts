import { describe, expect, it } from 'vitest';
import { outcome } from '../../../session/test/cases/world.js';
import {
  authenticatorSource,
  type CmppInput,
  type CmppPdu,
  connectRequest,
  connectResponse,
  type LoginOptions,
  login,
  type Warning,
} from '../../src/index.js';
import { account, today } from './dialect.js';
import { pair, speak } from './pair.js';

const minute = 60_000;

describe.each(['2.0', '3.0'] as const)('a server of CMPP %s', (version) => {
  const accounts: Record<string, string> = { [account.sourceAddr]: account.secret };
  async function attempt(connect: Partial<LoginOptions>) {
    const onRequest = (pdu: CmppPdu): CmppInput | undefined =>
      pdu.command === 'CMPP_CONNECT'
        ? connectResponse(pdu, { secret: accounts[pdu.sourceAddr], now: today, maxClockSkewMs: 5 * minute })
        : undefined;
    const made = pair({ client: speak(version, true), handlers: { onRequest } });
    const answer = outcome(login(made.client.link, { ...account, version, now: today, verify: 'strict', ...connect }));
    await made.pass();
    return { ...made, answer };
  }

  it('opens the link to who proves the secret, and proves that it knows it too', async () => {
    const { answer, client, server } = await attempt({});
    expect(answer.value).toMatchObject({ status: 0 });
    expect([client.link.state, server.link.state]).toEqual(['open', 'open']);
  });

  it.each([
    ['a wrong secret', { secret: '888889' }, 3],
    ['an address that nobody has', { sourceAddr: '900002' }, 2],
    ['a clock ten minutes slow', { now: new Date(today.getTime() - 10 * minute) }, 3],
    ['a clock ten minutes fast', { now: new Date(today.getTime() + 10 * minute) }, 3],
    ['a clock of another zone', { utcOffsetMinutes: 0 }, 3],
    ['a clock four minutes off', { now: new Date(today.getTime() + 4 * minute) }, 0],
  ])('and %s: the caller learns the status, and nothing is open that should not be', async (_, connect, status) => {
    const { answer, client, server, pass } = await attempt(connect);
    expect(answer.value).toMatchObject({ status });
    const state = status === 0 ? 'open' : undefined;
    expect([client.link.state, server.link.state]).toEqual([state, state]);
    const early = outcome(client.link.request({ command: 'CMPP_SUBMIT' }));
    await pass();
    expect(early.error?.code).toBe(status === 0 ? undefined : 'state');
  });

  it('does not tell a digest that was used before from a new one but by its clock', async () => {
    const connect = connectRequest({ ...account, version, now: new Date(today.getTime() - 4 * minute) });
    expect(connectResponse(connect, { secret: account.secret, now: today, maxClockSkewMs: 5 * minute }).status).toBe(0);
    const later = new Date(today.getTime() + 2 * minute);
    expect(connectResponse(connect, { secret: account.secret, now: later, maxClockSkewMs: 5 * minute }).status).toBe(3);
  });

  it('may close in the handler that refuses: the refusal arrives first', async () => {
    const made = pair({
      client: speak(version),
      handlers: {
        onRequest: (pdu, link) => {
          void link.close();
          return pdu.command === 'CMPP_CONNECT' ? connectResponse(pdu, { secret: 'other', now: today }) : undefined;
        },
      },
    });
    const answer = outcome(login(made.client.link, { ...account, version, now: today }));
    await made.pass();
    expect(answer.value).toMatchObject({ status: 3 });
    expect(made.client.reason?.code).toBe('wire_closed');
  });
});

describe.each(['2.0', '3.0'] as const)('login to a gateway of CMPP %s', (version) => {
  const source = authenticatorSource({ ...account, timestamp: 1021080510 });
  const wrong = { zeros: new Uint8Array(16), 'a constant': new Uint8Array(16).fill(7), 'what it was sent': source };

  async function attempt(authenticatorIsmg: Uint8Array, options: Partial<LoginOptions> = {}) {
    const warnings: Warning[] = [];
    const onRequest = (pdu: CmppPdu): CmppInput | undefined =>
      pdu.command === 'CMPP_CONNECT' ? { command: 'CMPP_CONNECT_RESP', authenticatorIsmg } : undefined;
    const made = pair({ client: speak(version), handlers: { onRequest } });
    const onWarning = (warning: Warning): void => void warnings.push(warning);
    const answer = outcome(login(made.client.link, { ...account, version, now: today, onWarning, ...options }));
    await made.pass();
    return { answer, warnings, state: made.client.link.state };
  }

  it.each(Object.entries(wrong))('that answers with %s: a warning, and the link is open', async (_, digest) => {
    for (const verify of [undefined, 'warn'] as const) {
      const { answer, warnings, state } = await attempt(digest, { verify });
      expect([(answer.value as { status: number }).status, state]).toEqual([0, 'open']);
      expect(warnings).toMatchObject([{ code: 'authenticator', path: 'authenticatorIsmg' }]);
    }
  });

  it.each(Object.entries(wrong))(
    'that answers with %s: an error under strict, and not a word when off',
    async (_, digest) => {
      const strict = await attempt(digest, { verify: 'strict' });
      expect(strict.answer.error).toMatchObject({ name: 'PduError', code: 'authenticator' });
      expect(strict.warnings).toEqual([]);
      const off = await attempt(digest, { verify: 'off' });
      expect([(off.answer.value as { status: number }).status, off.warnings]).toEqual([0, []]);
    },
  );

  it('reads the clock once, and takes the present where it is told no other', async () => {
    const sent: { timestamp: number }[] = [];
    const link = {
      request: async (connect: { timestamp: number }) => {
        sent.push(connect);
        return {
          command: 'CMPP_CONNECT_RESP',
          sequenceId: 1,
          status: 3,
          authenticatorIsmg: source,
          version: 0x30,
        } as const;
      },
    };
    const before = connectRequest({ ...account, version, now: new Date() }).timestamp;
    expect(await login(link, { ...account, version })).toMatchObject({ status: 3 });
    const after = connectRequest({ ...account, version, now: new Date() }).timestamp;
    expect([before, after]).toContain(sent[0]?.timestamp);
  });

  it('with an address that does not fit rejects, and sends nothing', async () => {
    const { answer, state } = await attempt(source, { sourceAddr: '1234567' });
    expect(answer.error).toMatchObject({ name: 'PduError', code: 'length' });
    expect(state).toBeUndefined();
  });
});
