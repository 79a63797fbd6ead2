import { styleText } from 'node:util';
import { connect, listen } from '@smswire/session/node';
import { registeredDelivery, smpp } from '@smswire/smpp';
import { smppSender } from '../send/smpp-sender.js';
import { submissions } from '../send/submissions.js';
import { submitAll } from '../send/submit.js';
import { Tally } from '../send/tally.js';
import { messageCentre } from '../serve/centre.js';
import { traffic } from '../traffic.js';

const texts = [
  'Your code is 4711. It expires in five minutes.',
  '您的验证码是4711，五分钟内有效。',
  'A text of 300 characters takes two messages, which the phone puts together again. '.repeat(4).slice(0, 300),
];

/** An ESME and a message centre over TCP, in one process: messages there, receipts back. */
export async function live(): Promise<boolean> {
  const centre = messageCentre(smpp(), { receiptDelayMs: 50 });
  const server = await listen({ host: '127.0.0.1' }, centre.codec, (link) => centre.accept(link));
  try {
    const { text, good } = await exchange(server.port);
    process.stdout.write(`${styleText(good ? 'green' : 'red', `${texts.length} messages: ${text}`)}\n`);
    return good;
  } finally {
    centre.stop();
    await server.close();
  }
}

async function exchange(port: number): Promise<ReturnType<Tally['report']>> {
  const request = { command: 'bind_transceiver', systemId: 'demo', interfaceVersion: 0x34 } as const;
  const { signal } = new AbortController();
  const sender = smppSender(smpp(), request);
  const shown = traffic('lines', sender.talked);
  const handlers = { ...shown.watch(), onRequest: sender.incoming(shown.say) };
  const link = await connect({ host: '127.0.0.1', port }, shown.talked.codec, handlers);
  await sender.open(link, () => {}, signal);

  const fields = {
    sourceAddr: 'DEMO',
    destinationAddr: '447700900123',
    registeredDelivery: registeredDelivery.write({ receipt: 'always' }),
  };
  const pdus = texts.flatMap((text, reference) => submissions({ text, fields, tlvs: {} }, reference));
  const tally = new Tally(pdus.length);
  await submitAll(sender, link, pdus, { window: 10, signal, tally, awaits: true });
  await sender.receipts.whole(5000, signal);
  await link.close();
  return tally.report(sender.receipts);
}
