import { describe, expect, it } from 'vitest';
import { outcome } from '../../../session/test/cases/world.js';
import { type CmppInput, type CmppVersion, connectRequest, login, versionOctet, versionOf } from '../../src/index.js';
import { account, octets, today } from './dialect.js';
import { type AnyCmpp, type Pair, pair, speak } from './pair.js';

const versions = ['2.0', '2.1', '3.0'] as const;
const pairs = versions.flatMap((client) => versions.map((server) => [client, server] as const));

const submit: CmppInput = { command: 'CMPP_SUBMIT', destTerminalIds: ['13800138000'], msgContent: octets('to') };
const deliver: CmppInput = { command: 'CMPP_DELIVER', srcTerminalId: '13800138000', msgContent: octets('from') };

/** Both ends go on in the octets of `version`, and read each other without a warning. */
async function talk({ client, server, pass }: Pair, version: CmppVersion): Promise<void> {
  const by = speak(version, true);
  const submitted = client.link.request(submit);
  const delivered = server.link.request(deliver);
  await pass();
  expect(await submitted).toMatchObject({ command: 'CMPP_SUBMIT_RESP', result: 0 });
  expect(await delivered).toMatchObject({ command: 'CMPP_DELIVER_RESP', result: 0 });
  expect(client.written[1]).toEqual(by.encode(submit, 2));
  expect(server.written[1]).toEqual(by.encode(deliver, 1));
  expect([client.warnings, server.warnings]).toEqual([[], []]);
}

describe.each(pairs)('a client of %s and a server of %s', (asked, served) => {
  it('agree on what the client asks for where the server reads every version', async () => {
    const made = pair({ client: speak(asked, true), server: speak(served, true) });
    const answer = outcome(login(made.client.link, { ...account, version: asked, now: today }));
    await made.pass();
    expect(answer.value).toMatchObject({ status: 0, version: 0x30 });
    expect(made.server.written[0]).toHaveLength(asked === '3.0' ? 33 : 30);
    await talk(made, asked);
  });

  it('agree on it, or the caller learns the highest version there is and may come back with that', async () => {
    const made = pair({ client: speak(asked, true), server: speak(served, true), highest: served });
    const answer = outcome(login(made.client.link, { ...account, version: asked, now: today }));
    await made.pass();
    expect(made.server.written[0]).toHaveLength(asked === '3.0' ? 33 : 30);
    if (versionOctet(asked) <= versionOctet(served)) {
      expect(answer.value).toMatchObject({ status: 0, version: versionOctet(served) });
      await talk(made, asked);
      return;
    }
    expect(answer.value).toMatchObject({ status: 4, version: versionOctet(served) });
    expect([made.client.link.state, made.server.link.state]).toEqual([undefined, undefined]);
    const early = outcome(made.client.link.request(submit));
    await made.pass();
    expect(early.error?.code).toBe('state');
    expect([made.client.warnings, made.server.warnings]).toEqual([[], []]);

    const named = versionOf((answer.value as { version: number }).version) as CmppVersion;
    const again = pair({ client: speak(named, true), server: speak(served, true), highest: served });
    const accepted = outcome(login(again.client.link, { ...account, version: named, now: today }));
    await again.pass();
    expect(accepted.value).toMatchObject({ status: 0 });
    await talk(again, served);
  });
});

describe('the version of a link', () => {
  it('may be asked for anew on the same connection, and by a client whose codec is of another', async () => {
    const made = pair({ client: speak('3.0'), server: speak('2.0', true), highest: '2.1' });
    const statuses: unknown[] = [];
    for (const version of ['3.0', '2.1'] as const) {
      const answer = outcome(login(made.client.link, { ...account, version, now: today }));
      await made.pass();
      statuses.push((answer.value as { status: number }).status);
    }
    expect(statuses).toEqual([4, 0]);
    // The codec of 3.0 did not expect the answer to a CONNECT of 2.1.
    expect(made.client.warnings.splice(0)).toMatchObject([{ code: 'bad_length', command: 'CMPP_CONNECT_RESP' }]);
    const submitted = outcome(made.client.link.request(submit));
    await made.pass();
    expect(submitted.value).toMatchObject({ result: 0 });
    expect(made.client.written[2]).toEqual(speak('2.1').encode(submit, 3));
    expect(made.client.warnings).toEqual([]);
  });

  /** Answers in its own version, whatever it is asked for, and goes on in it. */
  const stubborn = (version: CmppVersion): AnyCmpp => ({
    ...speak(version),
    answering: () => undefined,
    opened: ({ command }) => (command === 'CMPP_CONNECT' ? { state: 'open' } : undefined),
  });

  it.each([
    ['3.0', '2.0'],
    ['3.0', '2.1'],
    ['2.0', '3.0'],
    ['2.1', '3.0'],
  ] as const)(
    "where a CONNECT of %s is answered as in %s is the answer's, and the caller is warned",
    async (asked, spoken) => {
      const made = pair({ client: speak(asked), server: stubborn(spoken), highest: spoken });
      made.server.link.use({
        onRequest: (pdu) =>
          pdu.command === 'CMPP_CONNECT'
            ? { command: 'CMPP_CONNECT_RESP', status: 0, version: versionOctet(spoken) }
            : { command: 'CMPP_SUBMIT_RESP', msgId: 7n },
      });
      const answer = outcome(login(made.client.link, { ...account, version: asked, now: today }));
      await made.pass();
      expect(answer.value).toMatchObject({ status: 0, version: versionOctet(spoken) });
      expect(made.client.warnings).toMatchObject([{ code: 'bad_length', message: expect.stringContaining(asked) }]);
      const submitted = outcome(made.client.link.request(submit));
      await made.pass();
      expect(submitted.value).toMatchObject({ command: 'CMPP_SUBMIT_RESP', msgId: 7n, result: 0 });
      expect(made.client.written[1]).toEqual(speak(spoken).encode(submit, 2));
    },
  );

  it('where the answer is of another under strict is none: the login fails', async () => {
    const made = pair({ client: speak('3.0', true), server: stubborn('2.0'), highest: '3.0' });
    const answer = outcome(login(made.client.link, { ...account, version: '3.0', now: today }));
    await made.pass();
    expect(answer.error).toMatchObject({ code: 'unparsed', cause: { code: 'bad_length' } });
    expect(made.client.link.state).toBeUndefined();
  });

  it('of a client that names one that there is not is refused, and of one from before the rule is 2.0', async () => {
    for (const [octet, status, length] of [
      [0x7f, 4, 33],
      [0x00, 0, 30],
      [0x01, 0, 30],
    ] as const) {
      const made = pair({ client: speak('2.0'), server: speak('3.0') });
      const connect = { ...connectRequest({ ...account, version: '2.0', now: today }), version: octet };
      const answer = outcome(made.client.link.request(connect));
      await made.pass();
      expect(answer.value).toMatchObject({ status, version: 0x30 });
      expect(made.server.written[0]).toHaveLength(length);
    }
  });
});
