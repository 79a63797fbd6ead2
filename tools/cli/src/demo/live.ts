import { registeredDelivery, smpp } from '@smswire/smpp';
import { smppSender } from '../send/smpp-sender.js';
import { submissions } from '../send/submissions.js';
import { messageCentre } from '../serve/centre.js';
import { overTcp } from './tcp.js';

const texts = [
  'Your code is 4711. It expires in five minutes.',
  '您的验证码是4711，五分钟内有效。',
  'A text of 300 characters takes two messages, which the phone puts together again. '.repeat(4).slice(0, 300),
];

const fields = {
  sourceAddr: 'DEMO',
  destinationAddr: '447700900123',
  registeredDelivery: registeredDelivery.write({ receipt: 'always' }),
};

/** An ESME and a message centre: messages and a link to open there, receipts back. */
export function live(): Promise<boolean> {
  const bind = { command: 'bind_transceiver', systemId: 'demo', interfaceVersion: 0x34 } as const;
  const push = { href: 'http://www.example.com/offers/autumn', text: 'Autumn offers', action: 'signal-high' } as const;
  const messages = [...texts.map((text) => ({ text })), { text: '', push }];
  return overTcp(
    messageCentre(smpp(), { receiptDelayMs: 50 }),
    smppSender(smpp(), bind),
    messages.flatMap((message, reference) => submissions({ ...message, fields, tlvs: {} }, reference)),
  );
}
