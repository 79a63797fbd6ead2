import { describe, expect, it } from 'vitest';
import { smpp } from '../src/index.js';
import { failureOf, warned } from './attempt.js';
import { octets } from './vectors.js';

interface Deviation {
  /** What a peer does. */
  readonly name: string;
  readonly id: number;
  readonly status?: number;
  readonly body: string;
  /** What is read besides the header. */
  readonly reads: object;
  /** Code, path and offset of each warning; none where the standard allows it after all. */
  readonly warnings: readonly (readonly [code: string, path: string, offset: number])[];
  /** Octets that are written for it, where they are not those that came. */
  readonly writes?: string;
}

const hex = (text: string): string =>
  Array.from(text, (each) => each.charCodeAt(0).toString(16).padStart(2, '0')).join(' ');
const cstring = (text: string): string => `${hex(text)} 00`;

/** A submit_sm's or deliver_sm's fields up to sm_length, and what they are read as. */
const fields = {
  serviceType: '',
  sourceAddrTon: 0,
  sourceAddrNpi: 0,
  sourceAddr: '',
  destAddrTon: 0,
  destAddrNpi: 0,
  destinationAddr: '',
  esmClass: 0,
  protocolId: 0,
  priorityFlag: 0,
  scheduleDeliveryTime: '',
  validityPeriod: '',
  registeredDelivery: 0,
  replaceIfPresentFlag: 0,
  dataCoding: 0,
  smDefaultMsgId: 0,
};
const submit = ({ esm = '00', source = '00', schedule = '00', validity = '00' } = {}): string =>
  `00 00 00 ${source} 00 00 00 ${esm} 00 00 ${schedule} ${validity} 00 00 00 00`;
const none = new Uint8Array(0);

const deviations: readonly Deviation[] = [
  {
    name: 'an error response without its body',
    id: 0x80000004,
    status: 0x58,
    body: '',
    reads: {},
    warnings: [],
  },
  {
    name: 'a bind_transceiver_resp that failed, without its body',
    id: 0x80000009,
    status: 0x0e,
    body: '',
    reads: {},
    warnings: [],
  },
  {
    name: 'a submit_sm_resp without a body on success',
    id: 0x80000004,
    body: '',
    reads: {},
    warnings: [['no_body', '', 16]],
    writes: '00',
  },
  {
    name: 'a deliver_sm_resp without a body',
    id: 0x80000005,
    body: '',
    reads: {},
    warnings: [['no_body', '', 16]],
    writes: '00',
  },
  {
    name: 'a bind_receiver_resp without a body on success',
    id: 0x80000001,
    body: '',
    reads: {},
    warnings: [['no_body', '', 16]],
    writes: '00',
  },
  {
    name: 'an error response with its body',
    id: 0x80000004,
    status: 0x58,
    body: cstring('7f3a'),
    reads: { messageId: '7f3a' },
    warnings: [],
  },
  {
    name: 'an error response with its body and TLVs',
    id: 0x80000103,
    status: 0x58,
    body: '00 04 25 00 01 02',
    reads: { messageId: '', tlvs: { deliveryFailureReason: 2 } },
    warnings: [],
  },
  {
    name: 'an error response of TLVs alone',
    id: 0x80000004,
    status: 0x58,
    body: '04 25 00 01 02',
    reads: { tlvs: { deliveryFailureReason: 2 } },
    warnings: [['no_body', '', 16]],
    writes: '00 04 25 00 01 02',
  },
  {
    name: 'an error response whose body cannot be read',
    id: 0x80000021,
    status: 0x08,
    body: 'ff ff ff ff ff ff ff',
    reads: { trailing: octets('ff ff ff ff ff ff ff') },
    warnings: [
      ['bad_body', '', 16],
      ['tlv_truncated', '', 16],
    ],
  },
  {
    name: 'a failed bind_transmitter_resp with system_id',
    id: 0x80000002,
    status: 0x0d,
    body: cstring('SMSC'),
    reads: { systemId: 'SMSC' },
    warnings: [],
  },
  {
    name: 'a bind_transmitter_resp without sc_interface_version',
    id: 0x80000002,
    body: cstring('SMSC'),
    reads: { systemId: 'SMSC' },
    warnings: [],
  },
  {
    name: 'an enquire_link_resp with an octet too many',
    id: 0x80000015,
    body: '00',
    reads: { trailing: octets('00') },
    warnings: [['trailing', '', 16]],
  },
  {
    name: 'an enquire_link with a body',
    id: 0x15,
    body: '00 00 00',
    reads: { trailing: octets('00 00 00') },
    warnings: [['trailing', '', 16]],
  },
  {
    name: 'a last string without its NUL',
    id: 0x80000004,
    body: hex('7f3a'),
    reads: { messageId: '7f3a' },
    warnings: [['no_nul', 'messageId', 16]],
    writes: cstring('7f3a'),
  },
  {
    name: 'a password of more than 8 characters',
    id: 0x0b,
    body: `${cstring('esme')} ${cstring('password9')}`,
    reads: { systemId: 'esme', password: 'password9' },
    warnings: [['too_long', 'password', 21]],
  },
  {
    name: 'a system_id of more than 15 characters',
    id: 0x80000009,
    body: cstring('a-long-system-id'),
    reads: { systemId: 'a-long-system-id' },
    warnings: [['too_long', 'systemId', 16]],
  },
  {
    name: 'a message_id of more than 64 characters',
    id: 0x80000004,
    body: cstring('m'.repeat(65)),
    reads: { messageId: 'm'.repeat(65) },
    warnings: [['too_long', 'messageId', 16]],
  },
  {
    name: 'an address of more than 20 characters',
    id: 5,
    body: `${submit({ source: cstring('s'.repeat(21)) })} 00`,
    reads: { ...fields, sourceAddr: 's'.repeat(21), shortMessage: none },
    warnings: [['too_long', 'sourceAddr', 19]],
  },
  {
    name: 'octets above 0x7F in an address',
    id: 5,
    body: `${submit({ source: 'c3 a9 00' })} 00`,
    reads: { ...fields, sourceAddr: 'Ã©', shortMessage: none },
    warnings: [['non_ascii', 'sourceAddr', 19]],
    writes: `${submit({ source: 'c3 a9 00' })} 00`,
  },
  {
    name: 'a schedule_delivery_time of neither 0 nor 16 characters',
    id: 4,
    body: `${submit({ schedule: cstring('2401011200') })} 00`,
    reads: { ...fields, scheduleDeliveryTime: '2401011200', shortMessage: none },
    warnings: [['bad_length', 'scheduleDeliveryTime', 26]],
  },
  {
    name: 'a validity_period of more than 16 characters',
    id: 4,
    body: `${submit({ validity: cstring('00000100000000000R') })} 00`,
    reads: { ...fields, validityPeriod: '00000100000000000R', shortMessage: none },
    warnings: [['too_long', 'validityPeriod', 27]],
  },
  {
    name: 'a final_date of 12 characters',
    id: 0x80000003,
    body: `${cstring('1a')} ${cstring('240101120100')} 02 00`,
    reads: { messageId: '1a', finalDate: '240101120100', messageState: 2, errorCode: 0 },
    warnings: [['bad_length', 'finalDate', 19]],
  },
  {
    name: 'a TLV shorter than its type',
    id: 6,
    body: '02 04 00 01 4d',
    reads: { tlvs: { '0x0204': octets('4d') } },
    warnings: [['tlv_value', 'tlvs.userMessageReference', 20]],
  },
  {
    name: 'a TLV longer than its type',
    id: 6,
    body: '04 27 00 04 00 00 00 02',
    reads: { tlvs: { '0x0427': octets('00 00 00 02') } },
    warnings: [['tlv_value', 'tlvs.messageState', 20]],
  },
  {
    name: 'source_telematics_id of two octets',
    id: 6,
    body: '00 10 00 02 00 05',
    reads: { tlvs: { '0x0010': octets('00 05') } },
    warnings: [['tlv_value', 'tlvs.sourceTelematicsId', 20]],
  },
  {
    name: 'a TLV that runs past the end of the PDU',
    id: 6,
    body: '04 26 00 01 01 04 24 00 09 41 42',
    reads: { tlvs: { moreMessagesToSend: 1 }, trailing: octets('04 24 00 09 41 42') },
    warnings: [['tlv_truncated', '', 21]],
  },
  {
    name: 'a TLV of a C-octet string without its NUL',
    id: 6,
    body: `00 1e 00 04 ${hex('7f3a')}`,
    reads: { tlvs: { receiptedMessageId: '7f3a' } },
    warnings: [['no_nul', 'tlvs.receiptedMessageId', 20]],
    writes: `00 1e 00 05 ${cstring('7f3a')}`,
  },
  {
    name: 'broadcast_end_time of 16 octets, without its NUL',
    id: 6,
    body: `06 09 00 10 ${hex('240101120100000+')}`,
    reads: { tlvs: { broadcastEndTime: '240101120100000+' } },
    warnings: [['no_nul', 'tlvs.broadcastEndTime', 20]],
    writes: `06 09 00 11 ${cstring('240101120100000+')}`,
  },
  {
    name: 'network_error_code as three digits of ASCII',
    id: 6,
    body: '04 23 00 03 30 33 34',
    reads: { tlvs: { networkErrorCode: octets('30 33 34') } },
    warnings: [],
  },
  {
    name: 'alert_on_message_delivery of one octet',
    id: 6,
    body: '13 0c 00 01 02',
    reads: { tlvs: { alertOnMessageDelivery: 2 } },
    warnings: [],
  },
  {
    name: 'ms_validity of four octets',
    id: 6,
    body: '12 04 00 04 04 02 00 0a',
    reads: { tlvs: { msValidity: octets('04 02 00 0a') } },
    warnings: [],
  },
  {
    name: 'a TLV twice that may not repeat',
    id: 6,
    body: '02 0a 00 02 00 01 02 0a 00 02 00 02',
    reads: { tlvs: { sourcePort: 1, '0x020a': octets('00 02') } },
    warnings: [['tlv_duplicate', 'tlvs.sourcePort', 22]],
  },
  {
    name: 'repeats of a TLV that stand apart',
    id: 6,
    body: '03 02 00 01 01 03 04 00 01 05 03 02 00 01 02',
    reads: { tlvs: { callbackNumPresInd: [1, 2], numberOfMessages: 5 } },
    warnings: [['tlv_order', 'tlvs.callbackNumPresInd', 26]],
    writes: '03 02 00 01 01 03 02 00 01 02 03 04 00 01 05',
  },
  {
    name: 'a TLV where the standard has none',
    id: 0x15,
    body: '00 1e 00 02 31 00',
    reads: { tlvs: { receiptedMessageId: '1' } },
    warnings: [],
  },
  {
    name: 'sm_length smaller than the text, a NUL behind it',
    id: 5,
    body: `${submit()} 02 ${cstring('Hi')}`,
    reads: { ...fields, shortMessage: octets(hex('Hi')), trailing: octets('00') },
    warnings: [['trailing', '', 35]],
  },
  {
    name: 'short_message and message_payload, both with content',
    id: 4,
    body: `${submit()} 02 ${hex('Hi')} 04 24 00 02 ${hex('Ho')}`,
    reads: { ...fields, shortMessage: octets(hex('Hi')), tlvs: { messagePayload: octets(hex('Ho')) } },
    warnings: [['both_payloads', 'tlvs.messagePayload', 0]],
  },
  {
    name: 'a UDH indicator with the UDH in message_payload',
    id: 4,
    body: `${submit({ esm: '40' })} 00 04 24 00 06 05 00 03 01 02 01`,
    reads: { ...fields, esmClass: 0x40, shortMessage: none, tlvs: { messagePayload: octets('05 00 03 01 02 01') } },
    warnings: [],
  },
  {
    name: 'SAR TLVs beside a UDH',
    id: 5,
    body: `${submit({ esm: '40' })} 06 05 00 03 01 02 01 02 0c 00 02 00 01`,
    reads: { ...fields, esmClass: 0x40, shortMessage: octets('05 00 03 01 02 01'), tlvs: { sarMsgRefNum: 1 } },
    warnings: [['udh_and_tlv', 'tlvs.sarMsgRefNum', 0]],
  },
  {
    name: 'a receipt under esm_class 0x44',
    id: 5,
    body: `${submit({ esm: '44' })} 00`,
    reads: { ...fields, esmClass: 0x44, shortMessage: none },
    warnings: [],
  },
  {
    name: 'a short_message of 255 octets',
    id: 4,
    body: `${submit()} ff ${'41 '.repeat(255)}`,
    reads: { ...fields, shortMessage: new Uint8Array(255).fill(0x41) },
    warnings: [['too_long', 'shortMessage', 32]],
  },
  {
    name: 'octets behind the last TLV that are none',
    id: 6,
    body: '04 26 00 01 01 00 00',
    reads: { tlvs: { moreMessagesToSend: 1 }, trailing: octets('00 00') },
    warnings: [['trailing', '', 21]],
  },
  {
    name: 'a command that no version has',
    id: 0x10,
    body: '01 02',
    reads: { command: '0x00000010', body: octets('01 02') },
    warnings: [['unknown_command', '', 4]],
  },
];

/** The PDU of a deviation, or with another body. */
function frameOf({ id, status = 0 }: Deviation, body: string): Uint8Array {
  const tail = octets(body);
  const bytes = new Uint8Array(16 + tail.length);
  const view = new DataView(bytes.buffer);
  for (const [i, word] of [bytes.length, id, status, 1].entries()) view.setUint32(4 * i, word);
  bytes.set(tail, 16);
  return bytes;
}

describe.each([
  ['compiled', true],
  ['interpreted', false],
])('%s', (_, compile) => {
  const codec = smpp({ compile });
  const strict = smpp({ compile, strict: true });

  describe.each(deviations)('$name', (deviation) => {
    const { status = 0, body, reads, warnings: expected, writes } = deviation;
    const bytes = frameOf(deviation, body);

    it(expected.length === 0 ? 'is as good as any' : 'is tolerated with a warning', () => {
      const { value, warnings } = warned((onWarning) => codec.decode(bytes, { onWarning }));
      const header = { command: value.command, commandStatus: status, sequenceNumber: 1 };
      expect(value).toStrictEqual({ ...header, ...reads });
      expect(warnings.map(({ code, path, offset }) => [code, path, offset])).toEqual(expected);
      for (const warning of warnings) expect(warning.command).toBe(value.command);
    });

    it(expected.length === 0 ? 'is accepted under strict' : 'is refused under strict', () => {
      const [first] = expected;
      if (first === undefined) {
        expect(strict.decode(bytes)).toMatchObject(reads);
        return;
      }
      const [code, path, offset] = first;
      expect(failureOf(() => strict.decode(bytes))).toMatchObject({ code, path, offset, degree: 'pdu' });
    });

    it(writes === undefined ? 'is written back as it came' : 'is written as the standard has it', () => {
      // What is longer than the standard allows is only written by a codec of wider fields.
      const tooLong = expected.some(([code]) => code === 'too_long' || code === 'bad_length');
      const value = codec.decode(bytes);
      if (tooLong) expect(failureOf(() => codec.encode(value)).code).toBe('length');
      else expect(codec.encode(value)).toEqual(frameOf(deviation, writes ?? body));
    });
  });

  describe('sequence numbers', () => {
    it.each([0, 0x80000000, 0xffffffff])('of %i are tolerated with a warning, and echoed', (number) => {
      const bytes = octets(`00 00 00 10 00 00 00 15 00 00 00 00 ${number.toString(16).padStart(8, '0')}`);
      const { value, warnings } = warned((onWarning) => codec.decode(bytes, { onWarning }));
      expect(value).toMatchObject({ sequenceNumber: number });
      expect(warnings).toMatchObject([{ code: 'range', path: 'sequenceNumber', offset: 12 }]);
      expect(failureOf(() => strict.decode(bytes))).toMatchObject({ code: 'range', path: 'sequenceNumber' });
      expect(codec.encode(value)).toEqual(bytes);
    });

    it('of 0 are right in a generic_nack', () => {
      const bytes = octets('00 00 00 10 80 00 00 00 00 00 00 02 00 00 00 00');
      expect(strict.decode(bytes)).toMatchObject({ sequenceNumber: 0 });
    });
  });
});

describe('what cannot be read', () => {
  const codec = smpp();

  it('is a string without its NUL before other fields', () => {
    const bytes = frameOf({ id: 3 } as Deviation, hex('7f3a'));
    expect(failureOf(() => codec.decode(bytes))).toMatchObject({
      code: 'no_nul',
      path: 'messageId',
      offset: 16,
      degree: 'pdu',
      message: 'query_sm.messageId at 16: no NUL within 65 octets',
    });
  });

  it('is a destination of no known kind', () => {
    const bytes = frameOf({ id: 0x21 } as Deviation, '00 00 00 00 01 03 61 00');
    expect(failureOf(() => codec.decode(bytes))).toMatchObject({
      code: 'choice',
      path: 'destAddresses[0].destFlag',
      offset: 21,
      degree: 'pdu',
    });
  });

  it('is a length that no PDU has: framing is lost', () => {
    for (const [bytes, words] of [
      ['48 54 54 50 2f 31 2e 31', 'a length of 1213486160 octets, where at most 70000 are accepted'],
      ['03 00 00 2f 2a e0 00 00', 'a length of 50331695 octets, where at most 70000 are accepted'],
      ['00 00 00 0f 00 00 00 15', 'a length of 15 octets, where a PDU has at least 16'],
    ] as const) {
      expect(failureOf(() => codec.decode(octets(bytes)))).toMatchObject({
        code: 'framing',
        degree: 'lost',
        offset: 0,
        message: `at 0: ${words}`,
      });
    }
  });

  it('is what has not come yet', () => {
    expect(failureOf(() => codec.decode(octets('00 00 00 10 00 00 00 15')))).toMatchObject({
      code: 'incomplete',
      degree: 'incomplete',
      message: 'at 8: 8 more octets are needed',
    });
  });
});

describe('what may not stand together', () => {
  const strict = smpp({ strict: true });
  const udh = octets('05 00 03 01 02 01');

  it('is refused in encoding under strict, and written otherwise', () => {
    const both = { command: 'submit_sm', shortMessage: udh, tlvs: { messagePayload: udh } } as const;
    expect(failureOf(() => strict.encode(both))).toMatchObject({ code: 'both_payloads', path: 'tlvs.messagePayload' });
    for (const name of [
      'sarMsgRefNum',
      'sarTotalSegments',
      'sarSegmentSeqnum',
      'sourcePort',
      'destinationPort',
    ] as const) {
      const pdu = { command: 'deliver_sm', esmClass: 0x40, shortMessage: udh, tlvs: { [name]: 1 } as object } as const;
      expect(failureOf(() => strict.encode(pdu))).toMatchObject({ code: 'udh_and_tlv', path: `tlvs.${name}` });
      expect(smpp().decode(smpp().encode(pdu))).toMatchObject({ tlvs: { [name]: 1 } });
    }
  });
});

describe('the longest PDU', () => {
  it('is of 70000 octets, or as many as the codec is told', () => {
    const payload = new Uint8Array(65_535);
    const pdu = { command: 'data_sm', tlvs: { messagePayload: payload } } as const;
    expect(smpp().decode(smpp().encode(pdu))).toMatchObject({ tlvs: { messagePayload: payload } });
    expect(failureOf(() => smpp({ maxPduLength: 1000 }).encode(pdu)).code).toBe('too_long');
    expect(failureOf(() => smpp({ maxPduLength: 1000 }).decode(smpp().encode(pdu)))).toMatchObject({
      code: 'framing',
      degree: 'lost',
    });
  });
});
