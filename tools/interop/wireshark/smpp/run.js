import fc from 'fast-check';
import { compareAll } from '../../compare-all.js';
import { tcpFrames } from '../frames.js';
import { pcap } from '../pcap.js';
import { readings } from '../readings.js';
import { apart, inSegments } from '../segments.js';
import { dissect } from '../tshark.js';
import { anyPdu, codec, idOf } from './any.js';
import { expected } from './expected.js';
import { faults } from './faults.js';
import { messagePdus } from './texts.js';

const PORT = 2775;
const HEADER = 16;

/** Fields that only hold others, and expert notes about text that any octets make poor. */
const holders = new Set(['smpp.opt_params', 'smpp.opt_param', 'smpp.opt_param_len', 'smpp.dlist', 'smpp.dlist_resp']);
const leaveOut = ({ name }) =>
  holders.has(name) || name === '' || name.startsWith('_ws.') || name.startsWith('gsm_sms_ud.fragment');

/** PDUs of every command with any values, read by Wireshark from TCP. */
export async function smppCommands(seed, count) {
  const pdus = fc.sample(anyPdu, { seed, numRuns: count });
  const bytes = pdus.map((pdu) => codec.encode(pdu));
  const packets = await read(inSegments(bytes, HEADER, seed));
  const cases = pdus.map((pdu, index) => ({ of: pdu, items: expected(pdu, idOf[pdu.command], bytes[index].length) }));
  return compareAll(cases, readings(packets, 'smpp', [], leaveOut), faults);
}

/** Texts in every alphabet that both know, their headers, and the messages put together from segments. */
export async function smppTexts(seed, count) {
  const sent = messagePdus(seed, count);
  const bytes = sent.map(({ pdu }) => codec.encode(pdu));
  // What one PDU's TLVs say of its text, Wireshark believes of every later one in the packet.
  const packets = await read(apart(bytes, HEADER, seed));
  const cases = sent.map(({ pdu, text, behind }, index) => ({
    of: pdu,
    items: [...expected(pdu, idOf[pdu.command], bytes[index].length, text), ...behind],
  }));
  return compareAll(cases, readings(packets, 'smpp', ['gsm_sms_ud'], leaveOut), faults);
}

const read = (segments) => {
  const alphabet = 'smpp.decode_sms_over_smpp:GSM 7-bit';
  return dissect(pcap(tcpFrames(segments, PORT)), [
    `-dtcp.port==${PORT},smpp`,
    '-J',
    'smpp gsm_sms_ud',
    '-o',
    alphabet,
  ]);
};
