// Where Wireshark is known to show SMPP otherwise than the values say, and why.
import { decoded, number } from '../items.js';
import { timeItem } from './time.js';

/** Commands that have no TLVs in the standard, and in which Wireshark looks for none. */
const withoutTlvs = new Set([
  'bind_receiver',
  'bind_transmitter',
  'bind_transceiver',
  'outbind',
  'unbind',
  'unbind_resp',
  'query_sm',
  'query_sm_resp',
  'cancel_sm',
  'cancel_sm_resp',
  'replace_sm_resp',
  'enquire_link',
  'enquire_link_resp',
  'cancel_broadcast_sm_resp',
  'generic_nack',
]);

const isResponse = ({ command }) => command.endsWith('_resp') || command === 'generic_nack';
const isHeader = ({ path }) => ['command_length', 'command_id', 'commandStatus', 'sequenceNumber'].includes(path);

const surrogate = /[\ud800-\udfff]/;

export const faults = [
  {
    name: 'no status of a request',
    reason: 'command_status is shown in responses only; in a request the standard has it 0',
    applies: ({ path }, pdu) => path === 'commandStatus' && !isResponse(pdu),
  },
  {
    name: 'no body of an error response',
    reason: 'a body is looked for only where command_status is 0; SMPP 5.0 allows TLVs in error responses',
    applies: (item, pdu) => isResponse(pdu) && pdu.commandStatus !== 0 && !isHeader(item),
  },
  {
    name: 'no TLVs where the standard has none',
    reason: 'in these commands it does not look for any; we carry what is there',
    applies: ({ path }, pdu) => path.includes('tlvs.') && withoutTlvs.has(pdu.command),
  },
  {
    name: 'own words for an empty string',
    reason: 'where it does show an empty string, it is as "(Default)", "NULL" or "Empty!"',
    applies: ({ empty, name }) => empty === true && wordFor[name] !== undefined,
    instead: (item) => [{ ...item, agrees: ({ show, value }) => show === wordFor[item.name] && value === '00' }],
  },
  {
    name: 'validity_period of submit_multi',
    reason: 'an empty one is shown under the name of schedule_delivery_time',
    applies: ({ path, empty }, { command }) =>
      path === 'validityPeriod' && empty === true && command === 'submit_multi',
    instead: () => [timeItem('smpp.schedule_delivery_time_r', '', '0.000000000')],
  },
  {
    name: 'nothing shown of an empty value',
    reason: 'an empty string, time or TLV is left out of its tree in most places',
    applies: ({ empty }) => empty === true,
  },
  {
    name: 'spans without years and months',
    reason: 'a relative time is shown in seconds, its years and months not counted',
    applies: ({ withoutMonths }) => withoutMonths !== undefined,
    instead: ({ withoutMonths }) => [withoutMonths],
  },
  {
    name: 'no characters beyond the BMP',
    reason: 'data_coding 8 is read as UCS-2 to the letter: each half of a surrogate pair is shown as broken UTF-8',
    applies: ({ text }) => text !== undefined && surrogate.test(text),
    instead: ({ name, text }) => decoded(name)(text.replace(new RegExp(surrogate, 'g'), '\ufffd\ufffd\ufffd')),
  },
  {
    name: 'broadcast_rep_num of one octet',
    reason: 'it has two octets (5.0 §4.8.4); reading one, Wireshark takes the other for the next TLV',
    applies: ({ path }) => path === 'tlvs.broadcastRepNum',
    instead: (item, { tlvs }) => number(item.name)(tlvs.broadcastRepNum >> 8),
    loses: true,
  },
  {
    name: 'ms_validity of one octet',
    reason: 'in 5.0 it may have four (§4.8.4); reading one, Wireshark takes the others for the next TLV',
    applies: ({ path }, { tlvs }) => path === 'tlvs.msValidity' && tlvs.msValidity.length > 1,
    instead: (item, { tlvs }) => number(item.name)(tlvs.msValidity[0]),
    loses: true,
  },
];

const wordFor = {
  'smpp.service_type': '(Default)',
  'smpp.address_range': 'NULL',
  'smpp.source_network_id': 'Empty!',
  'smpp.dest_network_id': 'Empty!',
};
