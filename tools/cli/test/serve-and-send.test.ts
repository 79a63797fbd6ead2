import { afterAll, describe, expect, it } from 'vitest';
import { endAll, start, startCentre, startSend } from './run.js';

afterAll(endAll);

const to = ['--destination-addr', '447700900123'];
const receipts = ['--wait-receipts', '20s'];

/** The documents of `--json`, one a line. */
const documents = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** What came of one send to a centre with these options. */
async function sent(serve: string[], send: string[]) {
  const centre = await startCentre('--receipt-delay', '10ms', ...serve);
  const ended = await startSend(centre.port, ...send).ended;
  centre.signal('SIGTERM');
  return { ...ended, centre: await centre.ended };
}

describe('smswire send to smswire serve', () => {
  it('binds, has its message accepted, gets the receipt and takes leave', async () => {
    const { code, out, err, centre } = await sent([], ['--source-addr', 'DEMO', ...to, ...receipts, 'Hello']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(
      out
        .replaceAll(/reference \d+/g, 'reference n')
        .split('\n')
        .toSorted(),
    ).toEqual(
      [
        '→ bind_transceiver 1 as "esme"',
        '← bind_transceiver_resp 1 ok as "smswire"',
        '→ submit_sm 2 from "DEMO" to "447700900123": "Hello"',
        '← submit_sm_resp 2 ok id "1"',
        '← deliver_sm 1 from "447700900123" to "DEMO": receipt for "1": DELIVERED, of "Hello"',
        '→ deliver_sm_resp 1 ok',
        '1 of 1 accepted, 1 delivered',
        '→ unbind 3',
        '← unbind_resp 3 ok',
        'closed: this side said goodbye',
        '',
      ].toSorted(),
    );
    expect(centre).toMatchObject({ code: 0, err: '' });
    expect(centre.out).toContain('#1 closed: the peer said goodbye\n');
  });

  it('cuts a long Chinese message into parts that say so, and each gets its receipt', async () => {
    const text = '您的验证码是4711，五分钟内有效。'.repeat(10);
    const { code, out } = await sent([], ['--json', ...to, ...receipts, '--reference', '42', text]);
    expect(code).toBe(0);
    const all = documents(out);
    const parts = all.filter(({ direction, pdu }) => direction === 'sent' && pdu.command === 'submit_sm');
    expect(parts).toHaveLength(3);
    const joined = parts.map(({ pdu }, index) => {
      expect(pdu).toMatchObject({ dataCoding: 8, esmClass: 0x40, registeredDelivery: 1 });
      expect(pdu.shortMessage.slice(0, 12)).toBe(`0500032a030${index + 1}`);
      return Buffer.from(pdu.shortMessage.slice(12), 'hex').swap16().toString('utf16le');
    });
    expect(joined.join('')).toBe(text);
    expect(all.find(({ type }) => type === 'summary')).toMatchObject({
      total: 3,
      accepted: 3,
      delivered: 3,
      missing: 0,
    });
  });

  it('takes the message from standard input', async () => {
    const centre = await startCentre('--quiet');
    const args = ['send', '-p', 'smpp', '--host', '127.0.0.1', '--port', centre.port, ...to];
    const { code, out } = await start(args, 'typed in\n').ended;
    expect(code).toBe(0);
    expect(out).toContain('"447700900123": "typed in"\n');
    centre.signal('SIGINT');
    expect(await centre.ended).toMatchObject({ code: 0, out: `listening on 127.0.0.1:${centre.port}\n` });
  });

  it.each([
    ['throttled', ['--throttle-rate', '3'], ['--count', '10'], '3 of 10 accepted, 7 ESME_RTHROTTLED'],
    ['refused', ['--fail', '100%', '--fail-status', 'ESME_RINVDSTADR'], [], '0 of 1 accepted, 1 ESME_RINVDSTADR'],
    ['not answered', ['--drop', '1'], ['--response-timeout', '1500ms'], '0 of 1 accepted, 1 without a response'],
    ['undeliverable', ['--undeliverable', '1'], receipts, '1 of 1 accepted, 0 delivered, 1 undelivered'],
    [
      'not reported on in time',
      ['--receipt-delay', '1h'],
      ['--wait-dlrs', '50'],
      '1 of 1 accepted, 0 delivered, 1 without a receipt',
    ],
  ])('ends with 1 where messages are %s', async (_name, serve, send, line) => {
    const { code, out, centre } = await sent(serve, ['--quiet', ...to, ...send, 'Hello']);
    expect(out).toBe(`${line}\n`);
    expect(code).toBe(1);
    expect(centre.code).toBe(0);
  });

  it('does the same wrong in every run with the same seed', async () => {
    const serve = ['--fail', '30%', '--delay', '5ms,50%', '--seed', '7', '--quiet'];
    const once = (): ReturnType<typeof sent> =>
      sent(serve, ['--json', ...to, '--count', '20', '--window', '1', 'Hello']);
    const [first, second] = await Promise.all([once(), once()]);
    const statuses = (out: string) =>
      documents(out)
        .filter(({ pdu }) => pdu?.command === 'submit_sm_resp')
        .map(({ pdu }) => pdu.commandStatus);
    expect(statuses(first.out)).toHaveLength(20);
    expect(new Set(statuses(first.out))).toEqual(new Set([0, 8]));
    expect(statuses(second.out)).toEqual(statuses(first.out));
  });

  it('asks for a sign of life with --ping, and sends octets as they are with --raw', async () => {
    const { port } = await startCentre();
    const [ping, known, unknown] = await Promise.all([
      startSend(port, '--ping', '--quiet').ended,
      startSend(port, '--raw', '00000010 00000015 00000000 00000063', '--sequence-number', '100').ended,
      startSend(port, '--raw', '00000010000000ff0000000000000000').ended,
    ]);
    expect(ping).toMatchObject({ code: 0, out: expect.stringMatching(/^127\.0\.0\.1:\d+ is alive/) });
    expect(known).toMatchObject({
      code: 0,
      out: expect.stringContaining('→ enquire_link 101\n← enquire_link_resp 101 ok'),
    });
    expect(unknown).toMatchObject({ code: 1, out: expect.stringContaining('← generic_nack 2 ESME_RINVCMDID') });
  });

  it('shows every octet with --verbose, TLVs of any kind among them', async () => {
    const tlvs = ['--tlv', 'user_message_reference=4660', '--tlv', '0x1400=hex:cafe', '--tlv', '0x1401=abc'];
    const { out, centre } = await sent(['-v'], ['-v', ...to, ...tlvs, 'Hello']);
    for (const shown of [out, centre.out]) {
      expect(shown).toMatch(/12 34 +tlvs\.userMessageReference +4660/);
      expect(shown).toMatch(/ca fe +tlvs\.0x1400 +2 octets/);
      expect(shown).toMatch(/61 62 63 +tlvs\.0x1401 +3 octets/);
      expect(shown).toMatch(/48 65 6c 6c 6f +shortMessage +5 octets +"Hello"/);
    }
  });

  it('ends with 3 where nobody listens, and with 4 where the bind is refused', async () => {
    const known = ['--system-id', 'esme', '--password', 'secret', '--system-id', 'open'];
    const centre = await startCentre(...known);
    const ping = (...args: string[]) => startSend(centre.port, '--ping', ...args).ended;
    const [wrong, stranger, right, open] = await Promise.all([
      ping('--password', 'guess'),
      ping('--system-id', 'stranger'),
      ping('--password', 'secret'),
      ping('--system-id', 'open', '--password', 'any'),
    ]);
    expect(wrong).toMatchObject({ code: 4, err: expect.stringContaining('bind_transceiver: ESME_RINVPASWD') });
    expect(stranger).toMatchObject({ code: 4, err: expect.stringContaining('ESME_RINVSYSID') });
    expect([right.code, open.code]).toEqual([0, 0]);
    centre.signal('SIGINT');
    await centre.ended;
    expect(await ping()).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^smswire: 127\.0\.0\.1:\d+: connect ECONNREFUSED.*\n$/),
    });
  });

  it('answers a bad call with one line and exit code 2, before it connects', async () => {
    const nothing = await start(['send', '--protocol', 'smpp', '--port', '1', ...to]).ended;
    expect(nothing).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^smswire: standard input was empty.*\n$/),
    });
    const nobody = await start(['send', '--protocol', 'smpp', '--port', '1', 'Hello']).ended;
    expect(nobody).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^smswire: --destination-addr.*\n$/) });
  });
});
