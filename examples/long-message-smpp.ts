// A text too long for one SMS: into SMPP PDUs, which come in another order, and back into the text.
import { smpp } from '@smswire/smpp';
import { createReassembler, decodeSmppText, segment, smppFields, smppPart } from '@smswire/user-data';

const v34 = smpp();
const addresses = { sourceAddr: '10086', destinationAddr: '447700900123' };
const text = 'Grüße aus Köln, 5 € für {Sie}! '.repeat(8);

const sent = smppFields(segment(text, { reference: 7 })).map((fields, index) =>
  v34.encode({ command: 'deliver_sm', sequenceNumber: index + 1, ...addresses, ...fields }),
);

const reassembler = createReassembler({ ttlMs: 3_600_000 });
for (const bytes of sent.reverse()) {
  const pdu = v34.decode(bytes);
  if (pdu.command !== 'deliver_sm') throw new Error(`a deliver_sm was expected, not a ${pdu.command}`);
  const whole = reassembler.add(smppPart(pdu), Date.now());
  if (whole === undefined) continue;
  const received = decodeSmppText({ dataCoding: pdu.dataCoding, parts: whole.parts }, { defaultAlphabet: 'gsm7' });
  console.log(`${sent.length} PDUs from ${whole.from}: ${received.text}`);
  if (received.text !== text) throw new Error('it should be the same text');
}
if (reassembler.pending().messages !== 0) throw new Error('a segment is missing');
