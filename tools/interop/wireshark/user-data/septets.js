import { ByteWriter } from '@smswire/buffer';
import { gsm7 } from '@smswire/user-data';
import fc from 'fast-check';
import { compareAll } from '../../compare-all.js';
import { hex } from '../../hex.js';
import { decoded, number } from '../items.js';
import { linkType, pcap } from '../pcap.js';
import { readings } from '../readings.js';
import { dissect } from '../tshark.js';
import { faults } from './faults.js';
import { headerItems } from './header.js';
import { septetMessage } from './messages.js';

/** What a capture of the users' own link type holds. */
const asTpdu = 'uat:user_dlts:"User 0 (DLT=147)","gsm_sms","0","","0",""';

const wanted = new Set([
  'gsm_sms.dis_field_udh.user_data_header_length',
  'gsm_sms.ie_identifier',
  'gsm_sms.dis_field_ud_iei.length',
  'gsm_sms.udh.mm.msg_id',
  'gsm_sms.udh.mm.msg_parts',
  'gsm_sms.udh.mm.msg_part',
  'gsm_sms.destination_port',
  'gsm_sms.originator_port',
  'gsm_sms.dis_iei_lang.single_shift',
  'gsm_sms.dis_iei_lang.locking_shift',
  'gsm_sms.tp.user_data_length',
  'gsm_sms.sms_text',
]);

/** Texts in 7 bit as the network carries them: packed septets behind fill bits, in an SMS-DELIVER. TS 23.040 §9.2.2.1. */
export async function packedSeptets(seed, count) {
  const parts = fc
    .sample(septetMessage, { seed, numRuns: count })
    .flatMap(({ message: { parts, single, locking } }) =>
      parts.map((part) => ({ ...part, tables: { single, locking } })),
    );
  const capture = pcap(parts.map(smsDeliver), linkType.user0);
  // Put together they are in SMPP; here each is looked at by itself.
  const packets = await dissect(capture, ['-o', asTpdu, '-o', 'gsm_sms.reassemble:FALSE', '-J', 'gsm_sms']);
  const cases = parts.map((part) => ({ of: part, items: expected(part) }));
  return compareAll(
    cases,
    readings(packets, 'gsm_sms', [], ({ name }) => !wanted.has(name)),
    faults,
  );
}

function smsDeliver(part) {
  const { udh, payload } = part;
  const writer = new ByteWriter().u8(udh.length > 0 ? 0x44 : 0x04);
  // From 1234, TP-PID and TP-DCS 0, at some time.
  writer.octets(Uint8Array.of(4, 0x91, 0x21, 0x43, 0, 0, 0x62, 0x10, 0x10, 0x21, 0x43, 0x65, 0));
  return writer
    .u8(septets(part))
    .octets(udh)
    .octets(gsm7.pack(payload, { headerLength: udh.length }))
    .bytes();
}

/** TP-UDL: the septets of the text, and those that the header takes with its fill bits. */
const septets = ({ udh, payload }) => Math.ceil((udh.length * 8) / 7) + payload.length;

function expected(part) {
  const { udh, payload, tables } = part;
  const packed = hex(gsm7.pack(payload, { headerLength: udh.length }));
  const text = decoded('gsm_sms.sms_text')(gsm7.decode(payload, tables));
  return [
    ...number('gsm_sms.tp.user_data_length')(septets(part)),
    ...headerItems(udh),
    ...text.map((item) => ({ ...item, path: 'text', packed, national: tables.single ?? tables.locking })),
  ].map((item) => ({ path: 'user data', ...item }));
}
