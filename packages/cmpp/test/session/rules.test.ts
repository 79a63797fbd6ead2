import { describe, expect, it } from 'vitest';
import { outcome } from '../../../session/test/cases/world.js';
import type { CmppInput } from '../../src/index.js';
import { octets } from './dialect.js';
import { type AnyCmpp, answering, type Ended, openPair, speak } from './pair.js';

const submit: CmppInput = { command: 'CMPP_SUBMIT', destTerminalIds: ['13800138000'], msgContent: octets('hello') };
const deliver: CmppInput = { command: 'CMPP_DELIVER', srcTerminalId: '13800138000', msgContent: octets('hello') };
const commands = ({ got }: Ended): string[] => got.map(({ command }) => command);
const count = (ended: Ended, command: string): number => commands(ended).filter((each) => each === command).length;

/** A gateway that asks for no sign of life and gives none when asked. */
const deaf = (codec: AnyCmpp): AnyCmpp => ({ ...codec, keepalive: undefined as never, refuse: () => undefined });

describe.each(['2.0', '3.0'] as const)('the rules of a link, CMPP %s', (version) => {
  describe('ACTIVE_TEST', () => {
    it('keeps an idle link alive for a day: both ends ask after 180 s, and are answered at once', async () => {
      const { client, server, clock, pass } = await openPair(version);
      for (let hour = 0; hour < 24; hour++) await pass(3_600_000);
      expect([client.link.closed, server.link.closed]).toEqual([false, false]);
      const asked = count(client, 'CMPP_ACTIVE_TEST') + count(server, 'CMPP_ACTIVE_TEST');
      const answered = count(client, 'CMPP_ACTIVE_TEST_RESP') + count(server, 'CMPP_ACTIVE_TEST_RESP');
      expect(asked).toBeGreaterThan(470);
      expect(answered).toBe(asked);
      expect(clock.timers).toBe(2);
    });

    it.each(['client', 'server'] as const)(
      'of the %s is sent three times, 60 s apart, before the peer is given up',
      async (name) => {
        const by = speak(version);
        const made = await openPair(
          version,
          name === 'client' ? { server: deaf(by) } : { client: deaf(by), server: by },
        );
        const [asking, silent] = name === 'client' ? [made.client, made.server] : [made.server, made.client];
        await made.pass(180_000);
        expect(silent.got).toEqual([]);
        for (const sendings of [1, 2, 3]) {
          await made.pass(sendings === 1 ? 1 : 60_000);
          expect(commands(silent)).toEqual(Array(sendings).fill('CMPP_ACTIVE_TEST'));
        }
        expect(new Set(silent.got.map(({ sequenceId }) => sequenceId)).size).toBe(1);
        await made.pass(59_999);
        expect(asking.link.closed).toBe(false);
        await made.pass(1);
        expect(asking.reason).toMatchObject({ code: 'keepalive', by: 'us' });
        expect(silent.got).toHaveLength(3);
      },
    );

    it('that a gateway ignores costs nothing as long as the gateway sends anything else', async () => {
      const by = speak(version);
      const { client, server, pass } = await openPair(version, { client: by, server: deaf(by) });
      for (let i = 0; i < 100; i++) {
        await pass(230_000);
        server.link.send(deliver);
        await pass();
      }
      expect(count(server, 'CMPP_ACTIVE_TEST')).toBe(100);
      expect(count(client, 'CMPP_ACTIVE_TEST_RESP')).toBe(0);
      expect([client.link.closed, client.link.inFlight]).toEqual([false, 0]);
    });
  });

  it.each(['client', 'server'] as const)(
    'TERMINATE of the %s waits for what is under way, is answered, and ends both',
    async (name) => {
      const made = await openPair(version);
      const [leaving, staying] = name === 'client' ? [made.client, made.server] : [made.server, made.client];
      const last = outcome(leaving.link.request(name === 'client' ? submit : deliver));
      const closed = outcome(leaving.link.close().then(() => 'closed'));
      await made.pass();
      expect([last.value !== undefined, closed.value]).toEqual([true, 'closed']);
      expect(commands(staying).at(-1)).toBe('CMPP_TERMINATE');
      expect(commands(leaving).at(-1)).toBe('CMPP_TERMINATE_RESP');
      expect([leaving.reason, staying.reason]).toMatchObject([
        { code: 'goodbye', by: 'us' },
        { code: 'goodbye', by: 'peer' },
      ]);
      expect(made.clock.timers).toBe(0);
    },
  );

  it('16 requests may be unanswered each way, and the next ones wait', async () => {
    const { client, server, pass } = await openPair(version);
    const open: (() => void)[] = [];
    const onRequest = (): Promise<undefined> => new Promise((resolve) => open.push(() => resolve(undefined)));
    for (const { link } of [client, server]) link.use({ onRequest });
    for (let i = 0; i < 20; i++) {
      outcome(client.link.request(submit));
      outcome(server.link.request(deliver));
    }
    await pass();
    for (const { link } of [client, server]) expect([link.inFlight, link.waiting]).toEqual([16, 4]);
    for (const free of open.splice(0)) free();
    await pass();
    for (const { link } of [client, server]) expect([link.inFlight, link.waiting]).toEqual([16, 3]);
  });

  it('both ends send what they like: the gateway delivers on the link of the provider, and takes its messages', async () => {
    const { client, server, pass } = await openPair(version);
    const all: [Ended, CmppInput, string][] = [
      [client, submit, 'CMPP_SUBMIT_RESP'],
      [server, deliver, 'CMPP_DELIVER_RESP'],
      // On a link that the gateway opened, and on one between gateways, it is the other way round.
      [server, submit, 'CMPP_SUBMIT_RESP'],
      [client, deliver, 'CMPP_DELIVER_RESP'],
      [client, { command: 'CMPP_FWD', msgContent: octets('hello') }, 'CMPP_FWD_RESP'],
      [server, { command: 'CMPP_FWD', msgContent: octets('hello') }, 'CMPP_FWD_RESP'],
    ];
    const answers = all.map(([{ link }, pdu]) => outcome(link.request(pdu)));
    await pass();
    expect(answers.map(({ value }) => value)).toMatchObject(all.map(([, , command]) => ({ command, result: 0 })));
    expect([client.warnings, server.warnings]).toEqual([[], []]);
  });

  describe('a SUBMIT without its response', () => {
    const silent = { onRequest: () => new Promise<undefined>(() => {}) };

    it('fails after 60 s and is not sent again', async () => {
      const { client, server, pass } = await openPair(version);
      server.link.use(silent);
      const answer = outcome(client.link.request(submit));
      await pass(60_000);
      expect(answer).toEqual({});
      await pass(1);
      expect(answer.error?.code).toBe('timeout');
      expect([client.written.length, client.link.closed]).toEqual([1, false]);
    });

    it.each([
      ['of every request', { requestAttempts: 3 }, {}],
      ['of this one', {}, { attempts: 3 }],
    ] as const)(
      'is sent three times where that is asked %s: the same octets, then the gateway is given up',
      async (_, options, request) => {
        const made = await openPair(version, { options });
        made.server.link.use(silent);
        const first = outcome(made.client.link.request(submit, request));
        const second = outcome(made.client.link.request(submit, { ...request, timeoutMs: 0 }));
        const sent = [speak(version).encode(submit, 2)];
        await made.pass();
        expect(made.client.written.splice(0)).toEqual([
          Uint8Array.from([...(sent[0] as Uint8Array), ...speak(version).encode(submit, 3)]),
        ]);
        await made.pass(60_001);
        await made.pass(60_001);
        expect(made.client.written).toEqual([...sent, ...sent]);
        await made.pass(60_000);
        expect([first, second]).toEqual([{}, {}]);
        await made.pass(1);
        expect([first.error?.code, second.error?.code]).toEqual(['timeout', 'closed']);
        expect(made.client.reason).toMatchObject({ code: 'unanswered', by: 'us' });
        await made.pass(5_001);
        expect(made.server.link.closed).toBe(true);
      },
    );

    it('that is answered at last is sent no more, and the link goes on', async () => {
      const made = await openPair(version, { options: { requestAttempts: 3 } });
      const seen: number[] = [];
      made.server.link.use({
        onRequest: (pdu) => {
          seen.push(pdu.sequenceId);
          return new Promise((resolve) => made.clock.after(100_000, () => resolve(answering()(pdu)), undefined));
        },
      });
      const answer = outcome(made.client.link.request(submit));
      await made.pass(100_001);
      expect(answer.value).toMatchObject({ command: 'CMPP_SUBMIT_RESP', msgId: 2n });
      await made.pass(500_000);
      expect(seen).toEqual([2, 2]);
      expect(made.client.link.closed).toBe(false);
    });
  });
});
