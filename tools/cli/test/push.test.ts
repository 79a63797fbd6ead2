import { cmppPart, createReassembler, smppPart } from '@smswire/user-data';
import { decodePush, serviceIndication } from '@smswire/wap-push';
import { afterAll, describe, expect, it } from 'vitest';
import { submissions as cmppSubmissions } from '../src/send/cmpp/submissions.js';
import { submissions } from '../src/send/submissions.js';
import { endAll, startCentre, startGateway, startSend, startSp } from './run.js';

afterAll(endAll);

const push = {
  href: 'http://www.example.com/offers/autumn?customer=4711',
  text: '秋季优惠：点击查看您的专属折扣，数量有限，先到先得。'.repeat(2),
  action: 'signal-high',
} as const;
const options = { text: '', push, fields: {} };

/** What a phone makes of the parts. */
function shown(parts: Parameters<ReturnType<typeof createReassembler>['add']>[0][]) {
  const reassembler = createReassembler();
  const whole = parts.map((part) => reassembler.add(part, 0)).find((each) => each !== undefined);
  expect(whole?.ports).toEqual({ destination: 2948, source: 9200 });
  return serviceIndication.decode(decodePush(whole?.payload as Uint8Array).body).indication;
}

describe('a push', () => {
  it('comes through whole in parts of SMPP and of CMPP', () => {
    const ofSmpp = submissions({ ...options, tlvs: {} }, 7);
    const ofCmpp = cmppSubmissions(options, 7);
    expect(ofSmpp.length).toBeGreaterThan(1);
    expect(shown(ofSmpp.map((pdu) => smppPart(pdu)))).toMatchObject(push);
    expect(shown(ofCmpp.map((pdu) => cmppPart(pdu)))).toMatchObject(push);
  });

  it('goes to other ports where they are named', () => {
    const [part] = cmppSubmissions(
      { ...options, push: { href: 'http://a/' }, ports: { destination: 5000, source: 1 } },
      7,
    );
    expect(Buffer.from(part?.msgContent ?? []).toString('hex')).toMatch(/^06050413880001/);
  });

  it('is sent over both protocols', async () => {
    const args = [
      '--wap-push',
      push.href,
      '--push-text',
      'Autumn',
      '--push-action',
      'signal-high',
      '--wait-receipts',
      '20s',
    ];
    const [centre, gateway] = await Promise.all([
      startCentre('--receipt-delay', '1ms'),
      startGateway('--receipt-delay', '1ms'),
    ]);
    const to = ['--destination-addr', '13800138000'];
    const all = await Promise.all([
      startSend(centre.port, ...to, ...args).ended,
      startSp(gateway.port, ...to, ...args).ended,
    ]);
    for (const { code, out } of all) {
      expect(out).toMatch(/to "13800138000": to port 2948\n/);
      expect(out).toContain('1 of 1 accepted, 1 delivered\n');
      expect(code).toBe(0);
    }
  });
});
