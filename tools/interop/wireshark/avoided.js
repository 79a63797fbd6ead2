// What Wireshark is known to stumble over at large, so that it is not sent: one such PDU would take the rest with it.

/** In every capture of a TCP connection. */
const split = {
  name: 'a header in two segments',
  reason:
    'where a segment begins with part of a header, Wireshark takes the connection for another protocol from there on; ' +
    'PDUs are cut everywhere else',
  avoided: true,
};

export const avoided = {
  smpp: [
    split,
    {
      name: 'a text behind TLVs of another',
      reason:
        'what the sar_ and port TLVs of one PDU say is believed of every later PDU in the packet; PDUs with texts begin ' +
        'segments of their own',
      avoided: true,
    },
    {
      name: 'commands of SMPP 3.3 alone',
      reason: 'param_retrieve, query_last_msgs and query_msg_details are not in its table',
      avoided: true,
    },
  ],
  cmpp: [
    split,
    {
      name: 'PDUs of more than 1,000 octets',
      reason: 'it does not take them for CMPP, which allows a SUBMIT of 3,491',
      avoided: true,
    },
    {
      name: 'CMPP before 3.0',
      reason: 'it knows the layouts of 3.0 only, and no version of a connection',
      avoided: true,
    },
  ],
  wap: [
    {
      name: 'application ids from 128',
      reason: 'it takes the length of a long integer for the id; ids of one octet are sent',
      avoided: true,
    },
    {
      name: 'the content type of EMN',
      reason: '0x030A is not in its table, so that the document is not read; it travels as application/vnd.wap.wbxml',
      avoided: true,
    },
  ],
};
