// The PDUs that are measured: in our form, in node-smpp's, and as octets. Both libraries must agree on the octets.
import { smpp } from '@smswire/smpp';
import nodeSmpp from 'smpp';

const octets = (length) => Uint8Array.from({ length }, (_, i) => 0x61 + (i % 26));
const sar = { sarMsgRefNum: 300, sarTotalSegments: 2, sarSegmentSeqnum: 1 };

const submit = {
  command: 'submit_sm',
  commandStatus: 0,
  sequenceNumber: 77,
  serviceType: '',
  sourceAddrTon: 5,
  sourceAddrNpi: 0,
  sourceAddr: 'smswire',
  destAddrTon: 1,
  destAddrNpi: 1,
  destinationAddr: '447700900123',
  esmClass: 0,
  protocolId: 0,
  priorityFlag: 0,
  scheduleDeliveryTime: '',
  validityPeriod: '',
  registeredDelivery: 1,
  replaceIfPresentFlag: 0,
  // Octets, so that node-smpp makes no text of them: that is another package's work here.
  dataCoding: 4,
  smDefaultMsgId: 0,
};
const bare = (command) => ({ command, commandStatus: 0, sequenceNumber: 78 });

const pdus = {
  'submit_sm, 20 octets': { ...submit, shortMessage: octets(20) },
  'submit_sm, 140 octets': { ...submit, shortMessage: octets(140) },
  'submit_sm, 20 octets and 3 TLVs': { ...submit, shortMessage: octets(20), tlvs: sar },
  'submit_sm, 140 octets and 3 TLVs': { ...submit, shortMessage: octets(140), tlvs: sar },
  submit_sm_resp: { ...bare('submit_sm_resp'), messageId: 'a1b2c3d4e5' },
  'deliver_sm with a receipt': {
    ...submit,
    command: 'deliver_sm',
    esmClass: 4,
    shortMessage: octets(122),
    tlvs: { receiptedMessageId: 'a1b2c3d4e5', messageState: 2 },
  },
};

/** Twelve commands in the proportions of a busy link. */
export const mix = [
  ...Array(6).fill(pdus['submit_sm, 140 octets']),
  ...Array(6).fill(pdus.submit_sm_resp),
  ...Array(4).fill(pdus['deliver_sm with a receipt']),
  ...Array(4).fill({ ...bare('deliver_sm_resp'), messageId: '' }),
  bare('enquire_link'),
  bare('enquire_link_resp'),
  {
    ...bare('bind_transceiver'),
    systemId: 'esme',
    password: 'secret',
    systemType: '',
    interfaceVersion: 0x34,
    addrTon: 0,
    addrNpi: 0,
    addressRange: '',
  },
  { ...bare('bind_transceiver_resp'), systemId: 'mc' },
  { ...bare('query_sm'), messageId: 'a1b2c3d4e5', sourceAddrTon: 1, sourceAddrNpi: 1, sourceAddr: '447700900123' },
  { ...bare('query_sm_resp'), messageId: 'a1b2c3d4e5', finalDate: '', messageState: 2, errorCode: 0 },
  bare('unbind'),
  bare('unbind_resp'),
];

const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function toNodeSmpp({ command, commandStatus, sequenceNumber, tlvs, ...fields }) {
  const theirs = { command_status: commandStatus, sequence_number: sequenceNumber };
  for (const [name, value] of Object.entries({ ...fields, ...tlvs })) {
    theirs[snake(name)] = value instanceof Uint8Array ? Buffer.from(value) : value;
  }
  return { command, fields: theirs };
}

const codec = smpp();

/** One sample: { ours, theirs, bytes, buffer }. */
export function sample(ours) {
  const theirs = toNodeSmpp(ours);
  const bytes = codec.encode(ours);
  const buffer = Buffer.from(bytes);
  const built = new nodeSmpp.PDU(theirs.command, { ...theirs.fields }).toBuffer();
  if (!built.equals(buffer))
    throw new Error(`${ours.command}: node-smpp writes ${built.toString('hex')}, we ${buffer.toString('hex')}`);
  return { ours, theirs, bytes, buffer };
}

export const samples = Object.fromEntries(Object.entries(pdus).map(([name, pdu]) => [name, sample(pdu)]));
