// Where Wireshark is known to show CMPP otherwise than the values say, and why.
import { escaped, number } from '../items.js';
import { filled } from './fields.js';

/** The text with U+FFFD for what is not ASCII, and its octets as they are. */
const asAscii = (name, text, size) => [
  {
    name,
    agrees: ({ show, value }) =>
      show === escaped(text.replace(/[\x80-\xff]/g, '\ufffd')) && value === filled(text, size),
  },
];

export const faults = [
  {
    name: 'messages of which only the header is read',
    reason: 'it knows QUERY, CANCEL and ACTIVE_TEST_RESP by name and does not look into them',
    applies: ({ headerAlone }) => headerAlone === true,
  },
  {
    name: 'gateway code shifted too far',
    reason: 'the 22 bits of the Msg_Id are shifted by 16 where 8 are due, so that the lower octet is lost',
    applies: ({ name }) => name === 'cmpp.Msg_Id.ismg_code',
    instead: ({ name, shown }) => number(name)(BigInt(shown) >> 8n),
  },
  {
    name: 'Src_Id cut to 17 octets',
    reason: 'the field has 21 (CMPP 3.0 §8.4.3.1); the width shown is that of the times before it',
    applies: ({ name }) => name === 'cmpp.submit.Src_Id',
    instead: ({ name, padded: { text } }) => asAscii(name, text.slice(0, 17), 17),
  },
  {
    name: 'no octets above 0x7F in text',
    reason: 'strings are read as ASCII, and others shown as U+FFFD; the octets are right',
    applies: ({ padded }) => padded !== undefined && /[\x80-\xff]/.test(padded.text),
    instead: ({ name, padded: { text, size } }) => asAscii(name, text, size),
  },
];
