import { codecOf } from '../cmpp/codec.js';
import { cmppSender } from '../send/cmpp/sender.js';
import { submissions } from '../send/cmpp/submissions.js';
import { gateway } from '../serve/cmpp/gateway.js';
import { admission } from '../serve/cmpp/secrets.js';
import { overTcp } from './tcp.js';

const sourceAddr = '900001';
const secret = '888888';

/** Too long for one part, with room in each for the signature that the gateway adds. */
const text = `尊敬的客户：${'您的订单已经发货，请注意查收。'.repeat(6)}`;

const fields = {
  msgSrc: sourceAddr,
  srcId: '10690001',
  serviceId: 'DEMO',
  destTerminalIds: ['13800138000'],
  registeredDelivery: 1,
};

/** An SP and a gateway: parts there, reports back, and each message sent back as one of its recipient's. */
export function liveCmpp(): Promise<boolean> {
  return overTcp(
    gateway(codecOf('3.0'), { receiptDelayMs: 50, echo: true, admission: admission([sourceAddr], [secret]) }),
    cmppSender(codecOf('3.0'), { sourceAddr, secret, version: '3.0' }),
    submissions({ text, signature: '【演示】', fields }, 7),
  );
}
