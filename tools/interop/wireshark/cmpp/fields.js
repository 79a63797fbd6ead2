// What Wireshark calls the fields of CMPP, and what it makes of them. It knows the messages between SP and gateway.
import { hex } from '../../hex.js';
import { escaped, number } from '../items.js';

/** Text that NULs fill up to `size` octets, which are compared as well as how it is shown. */
const padded = (name, size) => (text) => [
  {
    name,
    shown: JSON.stringify(text),
    padded: { text, size },
    agrees: ({ show, value }) => show === escaped(text) && value === filled(text, size),
  },
];

export const filled = (text, size) => hex(Buffer.from(text.padEnd(size, '\0'), 'latin1'));

/** An octet that is shown as true or false. */
const flag = (name) => (value) => [
  { name, shown: value, agrees: (read) => read.value === hex([value]) && Number(read.show) === (value === 0 ? 0 : 1) },
];

/** Octets that are there and not shown as what they are. */
const hidden = (name, words) => (value) => [
  { name, shown: hex(value), agrees: (read) => read.show === words && (read.value ?? '') === hex(value) },
];

const two = (value) => String(value).padStart(2, '0');

/** The parts of a Msg_Id: CMPP 3.0 §8.4.3.2. */
const msgId = (value) => [
  ...number('cmpp.Msg_Id')(value),
  ...shownAs('cmpp.Msg_Id.timestamp')(
    `${two(value >> 60n)}/${two((value >> 55n) & 31n)} ${two((value >> 50n) & 31n)}:${two((value >> 44n) & 63n)}:` +
      two((value >> 38n) & 63n),
  ),
  ...number('cmpp.Msg_Id.ismg_code')((value >> 16n) & 0x3fffffn),
  ...number('cmpp.Msg_Id.sequence_id')(value & 0xffffn),
];

const shownAs = (name) => (text) => [{ name, shown: text, agrees: ({ show }) => show === text }];

const version = (value) => shownAs('cmpp.Version')(`${two(value >> 4)}.${two(value & 15)}`);

const timestamp = (value) => {
  const [month, day, hour, minute, second] = [1e8, 1e6, 1e4, 100, 1].map((unit) => Math.floor(value / unit) % 100);
  return shownAs('cmpp.connect.Timestamp')(`${two(month)}/${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`);
};

const content = (value) => [
  ...number('cmpp.Msg_Length')(value.length),
  ...hidden('cmpp.Msg_Content', 'SMS Messages')(value),
];

const both = {
  msgId,
  serviceId: padded('cmpp.Servicd_Id', 10),
  tpPid: number('cmpp.TP_pId'),
  tpUdhi: number('cmpp.TP_udhi'),
  msgFmt: number('cmpp.Msg_Fmt'),
  msgContent: content,
  linkId: padded('cmpp.LinkID', 20),
};

/** By command. Those left out are to Wireshark a header and no more. */
export const fields = {
  CMPP_CONNECT: {
    sourceAddr: padded('cmpp.connect.Source_Addr', 6),
    authenticatorSource: hidden('cmpp.connect.AuthenticatorSource', 'MD5 Hash'),
    version,
    timestamp,
  },
  CMPP_CONNECT_RESP: {
    status: number('cmpp.connect_resp.Status'),
    authenticatorIsmg: hidden('cmpp.connect_resp.AuthenticatorISMG', 'MD5 Hash'),
    version,
  },
  CMPP_SUBMIT: {
    ...both,
    pkTotal: number('cmpp.submit.Pk_total'),
    pkNumber: number('cmpp.submit.Pk_number'),
    registeredDelivery: flag('cmpp.submit.Registered_Delivery'),
    msgLevel: number('cmpp.submit.Msg_level'),
    feeUserType: number('cmpp.submit.Fee_UserType'),
    feeTerminalId: padded('cmpp.submit.Fee_terminal_Id', 32),
    feeTerminalType: flag('cmpp.submit.Fee_terminal_type'),
    msgSrc: padded('cmpp.submit.Msg_src', 6),
    feeType: padded('cmpp.submit.FeeType', 2),
    feeCode: padded('cmpp.submit.FeeCode', 6),
    validTime: padded('cmpp.submit.Valld_Time', 17),
    atTime: padded('cmpp.submit.At_time', 17),
    srcId: padded('cmpp.submit.Src_Id', 21),
    destTerminalIds: (numbers) => [
      ...number('cmpp.submit.DestUsr_tl')(numbers.length),
      ...numbers.flatMap(padded('cmpp.Dest_terminal_Id', 32)),
    ],
    destTerminalType: flag('cmpp.submit.Dest_terminal_type'),
  },
  CMPP_SUBMIT_RESP: { msgId, result: number('cmpp.submit_resp.Result') },
  CMPP_DELIVER: {
    ...both,
    destId: padded('cmpp.deliver.Dest_Id', 21),
    srcTerminalId: padded('cmpp.deliver.Src_terminal_Id', 32),
    srcTerminalType: flag('cmpp.deliver.Src_terminal_type'),
    registeredDelivery: flag('cmpp.deliver.Registered_Delivery'),
  },
  CMPP_DELIVER_RESP: { msgId, result: number('cmpp.deliver_resp.Result') },
};

/** Of a status report, in a DELIVER that says it is one: CMPP 3.0 §8.4.5.1. */
export const report = {
  msgId,
  stat: padded('cmpp.deliver.Report.Status', 7),
  submitTime: padded('cmpp.deliver.Report.Submit_time', 10),
  doneTime: padded('cmpp.deliver.Report.Done_time', 10),
  destTerminalId: padded('cmpp.Dest_terminal_Id', 32),
  smscSequence: number('cmpp.Report.SMSC_sequence'),
};
