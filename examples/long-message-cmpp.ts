// A text too long for one SMS: into CMPP PDUs, which come in another order, and back into the text.
import { cmpp } from '@smswire/cmpp';
import { cmppFields, cmppPart, createReassembler, decodeCmppText, segment } from '@smswire/user-data';

const v30 = cmpp({ version: '3.0' });
const text = '您好，您的验证码是 123456，请勿告诉他人。😀 '.repeat(4);

const message = segment(text, { protocol: 'cmpp', reference: 7 });
const submits = cmppFields(message).map((fields, index) =>
  v30.encode({ command: 'CMPP_SUBMIT', sequenceId: index + 1, destTerminalIds: ['13800138000'], ...fields }),
);
console.log(`${submits.length} PDUs to send in ${message.alphabet}`);

// The other way a message has the same fields but for the numbers of its segments, which are in the header alone.
const sent = cmppFields(message).map(({ tpUdhi, msgFmt, msgContent }, index) =>
  v30.encode({
    command: 'CMPP_DELIVER',
    sequenceId: index + 1,
    srcTerminalId: '13800138000',
    destId: '10086',
    tpUdhi,
    msgFmt,
    msgContent,
  }),
);

const reassembler = createReassembler({ ttlMs: 3_600_000 });
for (const bytes of sent.reverse()) {
  const pdu = v30.decode(bytes);
  if (pdu.command !== 'CMPP_DELIVER') throw new Error(`a CMPP_DELIVER was expected, not a ${pdu.command}`);
  const whole = reassembler.add(cmppPart(pdu), Date.now());
  if (whole === undefined) continue;
  const received = decodeCmppText({ msgFmt: pdu.msgFmt, parts: whole.parts });
  console.log(`from ${whole.from}: ${received.text}`);
  if (received.text !== text) throw new Error('it should be the same text');
}
if (reassembler.pending().messages !== 0) throw new Error('a segment is missing');
