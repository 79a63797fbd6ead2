import fc from 'fast-check';
import { compareAll } from '../../compare-all.js';
import { tcpFrames } from '../frames.js';
import { number } from '../items.js';
import { pcap } from '../pcap.js';
import { readings } from '../readings.js';
import { inSegments } from '../segments.js';
import { dissect } from '../tshark.js';
import { faults } from './faults.js';
import { fields, report } from './fields.js';
import { codec, idOf, message } from './generated.js';

const PORT = 7890;
const HEADER = 12;

/** Fields that only hold others. */
const leaveOut = ({ name }) => name === 'cmpp.deliver.Report' || name.startsWith('_ws.');

/** Messages between SP and gateway in 3.0 with any values, read by Wireshark from TCP. */
export async function cmppMessages(seed, count) {
  const messages = fc.sample(message, { seed, numRuns: count });
  const bytes = messages.map(({ pdu }) => codec.encode(pdu));
  const capture = pcap(tcpFrames(inSegments(bytes, HEADER, seed), PORT));
  const packets = await dissect(capture, ['-d', `tcp.port==${PORT},cmpp`, '-J', 'cmpp']);
  const cases = messages.map((each, index) => ({ of: each.pdu, items: expected(each, bytes[index].length) }));
  return compareAll(cases, readings(packets, 'cmpp', [], leaveOut), faults);
}

function expected({ pdu, content }, length) {
  const { command, sequenceId, ...body } = pdu;
  return [
    ...at('Total_Length', number('cmpp.Total_Length')(length)),
    ...at('Command_Id', number('cmpp.Command_Id')(idOf[command])),
    ...at('sequenceId', number('cmpp.Sequence_Id')(sequenceId)),
    ...Object.entries(body).flatMap(([name, value]) => {
      if (fields[command] === undefined) return [{ path: name, headerAlone: true, shown: value, agrees: () => false }];
      if (content !== undefined && name === 'msgContent') return reportItems(value, content);
      return at(name, fields[command][name](value));
    }),
  ];
}

const at = (path, items) => items.map((item) => ({ ...item, path }));

const reportItems = (octets, content) => [
  ...at('msgContent', number('cmpp.Msg_Length')(octets.length)),
  ...Object.entries(report).flatMap(([name, item]) => at(`msgContent.${name}`, item(content[name]))),
];
