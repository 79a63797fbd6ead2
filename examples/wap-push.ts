// A link that a phone offers to open: Service Indication, WSP push, parts of SMS, and all the way back, in SMPP and CMPP.
import { cmpp } from '@smswire/cmpp';
import { smpp } from '@smswire/smpp';
import { cmppFields, cmppPart, createReassembler, segment, smppFields, smppPart } from '@smswire/user-data';
import { decodePush, encodePush, serviceIndication } from '@smswire/wap-push';

const indication = {
  href: 'http://www.example.com/offers/autumn?customer=4711&from=push',
  action: 'signal-high' as const,
  siId: 'autumn-4711',
  text: '秋季优惠：点击查看您的专属折扣，数量有限，先到先得。The offer ends on Sunday at midnight.',
};

const push = encodePush({
  transactionId: 1,
  pduType: 'push',
  contentType: { mediaType: 'application/vnd.wap.sic', parameters: [] },
  headers: [],
  body: serviceIndication.encode({ indication }),
});
const message = segment(push, { ports: { destination: 2948, source: 9200 }, reference: 7 });

/** What the phone does: puts the parts together, in whatever order they come, and reads the push. */
function receive(parts: Parameters<ReturnType<typeof createReassembler>['add']>[0][]): string | undefined {
  const reassembler = createReassembler();
  const whole = parts
    .reverse()
    .map((part) => reassembler.add(part, 0))
    .find((each) => each !== undefined);
  return whole && serviceIndication.decode(decodePush(whole.payload).body).indication.text;
}

const v34 = smpp();
const submits = smppFields(message).map((fields, index) =>
  v34.encode({ command: 'submit_sm', sequenceNumber: index + 1, destinationAddr: '8613800138000', ...fields }),
);
const overSmpp = receive(
  submits.map((bytes) => {
    const pdu = v34.decode(bytes);
    if (pdu.command !== 'submit_sm') throw new Error(pdu.command);
    return smppPart(pdu);
  }),
);

const v30 = cmpp({ version: '3.0' });
const cmppSubmits = cmppFields(message).map((fields, index) =>
  v30.encode({ command: 'CMPP_SUBMIT', sequenceId: index + 1, destTerminalIds: ['13800138000'], ...fields }),
);
const overCmpp = receive(
  cmppSubmits.map((bytes) => {
    const pdu = v30.decode(bytes);
    if (pdu.command !== 'CMPP_SUBMIT') throw new Error(pdu.command);
    return cmppPart(pdu);
  }),
);

console.log(`${push.length} octets in ${message.parts.length} parts: ${overSmpp}`);
if (overSmpp !== indication.text || overCmpp !== indication.text) throw new Error('the push did not come through');
