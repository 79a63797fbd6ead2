import { afterAll, describe, expect, it } from 'vitest';
import { endAll, start, startGateway, startSp } from './run.js';

afterAll(endAll);

const to = ['--destination-addr', '13800138000'];
const account = ['--source-addr', '900001', '--secret', '888888'];
const reports = ['--wait-receipts', '20s'];

/** The documents of `--json`, one a line. */
const documents = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What came of one send to a gateway with these options. */
async function sent(serve: string[], send: string[]) {
  const gateway = await startGateway('--receipt-delay', '10ms', ...serve);
  const ended = await startSp(gateway.port, ...send).ended;
  gateway.signal('SIGTERM');
  return { ...ended, gateway: await gateway.ended };
}

describe('smswire send to smswire serve in CMPP', () => {
  it.each(['2.0', '2.1', '3.0'])(
    '%s connects, has its message accepted, gets the report and takes leave',
    async (v) => {
      const src = ['--src-id', '10690001', '--cmpp-version', v];
      const { code, out, err, gateway } = await sent(account, [...account, ...src, ...to, ...reports, 'Hello']);
      expect(err).toBe('');
      expect(code).toBe(0);
      expect(
        out
          .replaceAll(/id \d{22}/g, 'id n')
          .replaceAll(/on \d{22}/g, 'on n')
          .split('\n')
          .toSorted(),
      ).toEqual(
        [
          '→ CMPP_CONNECT 1 as "900001"',
          '← CMPP_CONNECT_RESP 1 ok',
          '→ CMPP_SUBMIT 2 from "10690001" to "13800138000": "Hello"',
          '← CMPP_SUBMIT_RESP 2 ok id n',
          '← CMPP_DELIVER 1 id n from "13800138000" to "10690001": report on n: DELIVRD, The message was delivered.',
          '→ CMPP_DELIVER_RESP 1 ok id n',
          '1 of 1 accepted, 1 delivered',
          '→ CMPP_TERMINATE 3',
          '← CMPP_TERMINATE_RESP 3',
          'closed: this side said goodbye',
          '',
        ].toSorted(),
      );
      expect(gateway).toMatchObject({ code: 0, err: '' });
      expect(gateway.out).toContain('#1 closed: the peer said goodbye\n');
    },
  );

  it('cuts a long Chinese message for two, leaves room for the signature, and awaits every report', async () => {
    const text = '您的验证码是4711，五分钟内有效。'.repeat(8);
    const both = ['--destination-addr', '13800138000,13900139000', '--signature', '【演示】', '--reference', '42'];
    const { code, out } = await sent([], ['--json', '--service-id', 'CODE', ...both, ...reports, text]);
    expect(code).toBe(0);
    const all = documents(out);
    const parts = all.filter(({ direction, pdu }) => direction === 'sent' && pdu.command === 'CMPP_SUBMIT');
    expect(parts).toHaveLength(3);
    const joined = parts.map(({ pdu }, index) => {
      expect(pdu).toMatchObject({ msgFmt: 8, tpUdhi: 1, pkTotal: 3, pkNumber: index + 1, serviceId: 'CODE' });
      expect(pdu).toMatchObject({ registeredDelivery: 1, feeType: '01', feeCode: '0' });
      expect(pdu.msgContent.slice(0, 12)).toBe(`0500032a030${index + 1}`);
      // The gateway puts the signature before the first part: four characters of UCS-2.
      if (index === 0) expect(pdu.msgContent.length / 2).toBe(132);
      return Buffer.from(pdu.msgContent.slice(12), 'hex').swap16().toString('utf16le');
    });
    expect(joined.join('')).toBe(text);
    expect(all.find(({ type }) => type === 'summary')).toMatchObject({ total: 3, accepted: 3, delivered: 6 });
  });

  it('puts together what the gateway sends back, and leaves at a signal with 0', async () => {
    const gateway = await startGateway('--echo', '--quiet');
    const sp = startSp(gateway.port, '--wait', '--quiet', '--src-id', '1069', ...to, '好'.repeat(100));
    await sp.until(/message from "13800138000" to "1069": "好{100}"\n/);
    sp.signal('SIGTERM');
    expect(await sp.ended).toMatchObject({ code: 0, err: '' });
    gateway.signal('SIGTERM');
    expect((await gateway.ended).code).toBe(0);
  });

  it('has a gateway that gets a signal terminate its links', async () => {
    const gateway = await startGateway();
    const sp = startSp(gateway.port, '--wait');
    await sp.until(/CMPP_CONNECT_RESP/);
    gateway.signal('SIGINT');
    const { code, out } = await gateway.ended;
    expect(code).toBe(0);
    expect(out).toMatch(/#1 → CMPP_TERMINATE 1\n#1 ← CMPP_TERMINATE_RESP 1\n#1 closed: this side said goodbye\n/);
    expect(await sp.ended).toMatchObject({ code: 1, out: expect.stringContaining('← CMPP_TERMINATE 1\n') });
  });

  it.each([
    ['throttled', ['--throttle-rate', '3'], ['--count', '10'], '3 of 10 accepted, 7 flow-control (8)'],
    ['refused', ['--fail', '1', '--fail-status', '6'], [], '0 of 1 accepted, 1 too-long (6)'],
    ['not answered', ['--drop', '1'], ['--response-timeout', '50ms'], '0 of 1 accepted, 1 without a response'],
    ['undeliverable', ['--undeliverable', '1'], reports, '1 of 1 accepted, 0 delivered, 1 undelivered'],
  ])('ends with 1 where messages are %s', async (_name, serve, send, line) => {
    const { code, out, gateway } = await sent(serve, ['--quiet', ...to, ...send, 'Hello']);
    expect(out).toBe(`${line}\n`);
    expect(code).toBe(1);
    expect(gateway.code).toBe(0);
  });

  it('ends with 4 where the digest, the address or the version is refused', async () => {
    const { port } = await startGateway(...account, '--cmpp-version', '2.0');
    const ping = (...args: string[]) => startSp(port, '--ping', '--quiet', ...args).ended;
    const [wrong, stranger, newer, right] = await Promise.all([
      ping('--source-addr', '900001', '--secret', 'guess', '--cmpp-version', '2.0'),
      ping('--source-addr', '900002', '--secret', '888888', '--cmpp-version', '2.0'),
      ping(...account, '--cmpp-version', '3.0'),
      ping(...account, '--cmpp-version', '2.0'),
    ]);
    expect(wrong).toMatchObject({ code: 4, err: expect.stringContaining('CMPP_CONNECT: authentication (3)') });
    expect(stranger).toMatchObject({ code: 4, err: expect.stringContaining('source-address (2)') });
    expect(newer).toMatchObject({ code: 4, err: expect.stringContaining('version (4)') });
    expect(right).toMatchObject({ code: 0, out: expect.stringMatching(/is alive: CMPP_ACTIVE_TEST answered in/) });
  });

  it('shows every octet with --verbose, in the version that was agreed on', async () => {
    const { out, gateway } = await sent(['-v'], ['-v', '--cmpp-version', '2.0', ...to, ...reports, '您好']);
    for (const shown of [out, gateway.out]) {
      expect(shown).toMatch(/msgContent +4 octets +"您好"/);
      expect(shown).toMatch(/CMPP_SUBMIT 2 to "13800138000": "您好", 163 octets/);
      expect(shown).toMatch(/msgContent +60 octets +report on \d{22}: DELIVRD/);
    }
  });

  it('sends octets as they are with --raw', async () => {
    const { code, out } = await sent([], ['--raw', '0000000c 00000008 00000063']);
    expect(code).toBe(0);
    expect(out).toContain('→ CMPP_ACTIVE_TEST 2\n← CMPP_ACTIVE_TEST_RESP 2\n');
  });

  it('refuses an option of the other protocol, before it connects', async () => {
    const tlv = await start(['send', '-p', 'cmpp', '--port', '1', ...to, '--tlv', '0x1400=a', 'x']).ended;
    expect(tlv).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^smswire: --tlv is an option of smpp.*\n$/),
    });
    const id = await start(['serve', '-p', 'cmpp', '--port', '0', '--system-id', 'x']).ended;
    expect(id).toMatchObject({ code: 2, err: expect.stringContaining('--system-id is an option of smpp') });
  });
});
