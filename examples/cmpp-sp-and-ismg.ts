// A service provider (SP) and a gateway (ISMG) over TCP: CONNECT, a long Chinese message in parts, a report for each part,
// a long message back from the phone, TERMINATE.
import {
  type Cmpp,
  type CmppInput,
  type CmppPdu,
  cmpp,
  connectResponse,
  decodeReport,
  describeResult,
  describeStat,
  encodeReport,
  isDelivered,
  login,
  msgId,
} from '@smswire/cmpp';
import type { Link } from '@smswire/session';
import { connect, listen } from '@smswire/session/node';
import { cmppFields, cmppPart, createReassembler, decodeCmppText, segment } from '@smswire/user-data';

const v30 = cmpp({ version: '3.0' });
const account = { sourceAddr: '900001', secret: '888888' };
const phone = '13800138000';
const service = '10690001';
const text = `【思麦】${'您好，您的验证码是 123456，十分钟内有效，请勿告诉他人。😀 '.repeat(4)}`;
const reply = '好的，谢谢！'.repeat(12);

// The gateway: whoever connects gets an id for each message, its report, and in the end an answer from the phone.
const atGateway = createReassembler();
let given = 0;

function gateway(pdu: CmppPdu<'3.0'>, link: Link<Cmpp<'3.0'>>): CmppInput<'3.0'> | undefined {
  if (pdu.command === 'CMPP_CONNECT') {
    const secret = pdu.sourceAddr === account.sourceAddr ? account.secret : undefined;
    return connectResponse(pdu, { secret, now: new Date(), maxClockSkewMs: 300_000 });
  }
  if (pdu.command !== 'CMPP_SUBMIT') return undefined;
  const id = msgId.build({ month: 11, day: 5, hour: 14, minute: 29, second: 42, gateway: 1, sequence: ++given });
  // Behind the response, so that the SP knows the id by then.
  setImmediate(() => deliver(link, id, pdu));
  return { command: 'CMPP_SUBMIT_RESP', msgId: id };
}

function deliver(
  link: Link<Cmpp<'3.0'>>,
  id: bigint,
  submit: Extract<CmppPdu<'3.0'>, { command: 'CMPP_SUBMIT' }>,
): void {
  const addresses = { destId: submit.srcId, srcTerminalId: phone };
  if (submit.registeredDelivery === 1) {
    const msgContent = encodeReport({ msgId: id, stat: 'DELIVRD', destTerminalId: phone }, '3.0');
    link.send({ command: 'CMPP_DELIVER', ...addresses, registeredDelivery: 1, msgContent });
  }
  const whole = atGateway.add(cmppPart(submit), Date.now());
  if (whole === undefined) return;
  console.log(`the phone shows: ${decodeCmppText({ msgFmt: submit.msgFmt, parts: whole.parts }).text}`);
  for (const { tpUdhi, msgFmt, msgContent } of cmppFields(segment(reply, { protocol: 'cmpp', reference: 8 }))) {
    link.send({ command: 'CMPP_DELIVER', ...addresses, tpUdhi, msgFmt, msgContent });
  }
}

const server = await listen({ host: '127.0.0.1' }, v30, () => ({ onRequest: gateway }));

// The provider: it keeps the reports by the ids they are about, and puts together what the phone sends.
const delivered = new Set<bigint>();
const atProvider = createReassembler();
let answered: (text: string | undefined) => void;
const answer = new Promise<string | undefined>((resolve) => {
  answered = resolve;
});

function provider(pdu: CmppPdu<'3.0'>): CmppInput<'3.0'> | undefined {
  if (pdu.command !== 'CMPP_DELIVER') return undefined;
  if (pdu.registeredDelivery === 1) {
    const report = decodeReport(pdu.msgContent);
    console.log(`${msgId.format(report?.msgId ?? 0n)}: ${describeStat(report?.stat ?? '').text}`);
    if (report !== undefined && isDelivered(report.stat)) delivered.add(report.msgId);
  } else {
    const whole = atProvider.add(cmppPart(pdu), Date.now());
    if (whole !== undefined) answered(decodeCmppText({ msgFmt: pdu.msgFmt, parts: whole.parts }).text);
  }
  return { command: 'CMPP_DELIVER_RESP', msgId: pdu.msgId };
}

const link = await connect({ host: '127.0.0.1', port: server.port }, v30, { onRequest: provider });
const { status } = await login(link, { ...account, version: '3.0', verify: 'strict' });
if (status !== 0) throw new Error(describeResult(status, { command: 'CMPP_CONNECT_RESP', version: '3.0' }).text);

const parts = cmppFields(segment(text, { protocol: 'cmpp', reference: 7 }));
const submit = { command: 'CMPP_SUBMIT', srcId: service, destTerminalIds: [phone], registeredDelivery: 1 } as const;
const taken = await Promise.all(parts.map((part) => link.request({ ...submit, ...part })));
for (const { result } of taken) {
  if (result !== 0) throw new Error(describeResult(result, { command: 'CMPP_SUBMIT_RESP', version: '3.0' }).text);
}
console.log(`${taken.length} parts were taken`);

const received = await answer;
console.log(`from ${phone}: ${received}`);
await link.close();
await server.close();

if (received !== reply) throw new Error('it should be the same text');
if (!taken.every(({ msgId: id }) => delivered.has(id))) throw new Error('each part should have its report');
