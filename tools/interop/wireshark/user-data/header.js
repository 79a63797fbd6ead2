import { number } from '../items.js';

/** What Wireshark ought to show of a user data header, element by element: TS 23.040 §9.2.3.24. */
export function headerItems(udh) {
  if (udh.length === 0) return [];
  const items = [...number('gsm_sms.dis_field_udh.user_data_header_length')(udh[0])];
  for (let at = 1; at < udh.length; at += 2 + udh[at + 1]) {
    const value = udh.subarray(at + 2, at + 2 + udh[at + 1]);
    items.push(
      ...number('gsm_sms.ie_identifier')(udh[at]),
      ...number('gsm_sms.dis_field_ud_iei.length')(value.length),
      ...elements[udh[at]](value),
    );
  }
  return items.map((item) => ({ ...item, path: 'udh' }));
}

const word = (value, at) => (value[at] << 8) | value[at + 1];

const concatenation = (reference, value) => [
  ...number('gsm_sms.udh.mm.msg_id')(reference),
  ...number('gsm_sms.udh.mm.msg_parts')(value.at(-2)),
  ...number('gsm_sms.udh.mm.msg_part')(value.at(-1)),
];

const elements = {
  0: (value) => concatenation(value[0], value),
  8: (value) => concatenation(word(value, 0), value),
  5: (value) => [
    ...number('gsm_sms.destination_port')(word(value, 0)),
    ...number('gsm_sms.originator_port')(word(value, 2)),
  ],
  36: ([language]) => number('gsm_sms.dis_iei_lang.single_shift')(language),
  37: ([language]) => number('gsm_sms.dis_iei_lang.locking_shift')(language),
};
