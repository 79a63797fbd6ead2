// What Wireshark calls the fields of SMPP, and what it makes of them.
import { bits, bitsAtTimes, cstring, extent, number, octets, sized } from '../items.js';
import { time } from './time.js';

/** Its reading of data_coding as GSM's, where the value can be that. */
const dcs = bitsAtTimes([
  ['smpp.dcs.sms_coding_group', 0xf0],
  ['smpp.dcs.wait_ind', 0x08],
  ['smpp.dcs.reserved', 0x08],
  ['smpp.dcs.reserved', 0x04],
  ['smpp.dcs.charset', 0x04],
  ['smpp.dcs.class', 0x03],
  ['smpp.dcs.wait_type', 0x03],
]);

/** Of the header and the bodies. */
export const fields = {
  commandStatus: number('smpp.command_status'),
  sequenceNumber: number('smpp.sequence_number'),
  systemId: cstring('smpp.system_id'),
  password: cstring('smpp.password'),
  systemType: cstring('smpp.system_type'),
  interfaceVersion: number('smpp.interface_version'),
  addrTon: number('smpp.addr_ton'),
  addrNpi: number('smpp.addr_npi'),
  addressRange: cstring('smpp.address_range'),
  serviceType: cstring('smpp.service_type'),
  sourceAddrTon: number('smpp.source_addr_ton'),
  sourceAddrNpi: number('smpp.source_addr_npi'),
  sourceAddr: cstring('smpp.source_addr'),
  destAddrTon: number('smpp.dest_addr_ton'),
  destAddrNpi: number('smpp.dest_addr_npi'),
  destinationAddr: cstring('smpp.destination_addr'),
  dlName: cstring('smpp.dl_name'),
  esmeAddrTon: number('smpp.esme_addr_ton'),
  esmeAddrNpi: number('smpp.esme_addr_npi'),
  esmeAddr: cstring('smpp.esme_addr'),
  esmClass: bits({
    'smpp.esm.submit.msg_mode': 0x03,
    'smpp.esm.submit.msg_type': 0x3c,
    'smpp.esm.submit.features': 0xc0,
  }),
  protocolId: number('smpp.protocol_id'),
  priorityFlag: number('smpp.priority_flag'),
  scheduleDeliveryTime: time('smpp.schedule_delivery_time'),
  validityPeriod: time('smpp.validity_period'),
  finalDate: time('smpp.final_date'),
  registeredDelivery: bits({ 'smpp.regdel.receipt': 0x03, 'smpp.regdel.acks': 0x0c, 'smpp.regdel.notif': 0x10 }),
  replaceIfPresentFlag: bits({ 'smpp.replace_if_present_flag': 0x01 }),
  dataCoding: (value) => [...number('smpp.data_coding')(value), ...dcs(value)],
  smDefaultMsgId: number('smpp.sm_default_msg_id'),
  shortMessage: (value) => [
    ...number('smpp.sm_length')(value.length),
    ...(value.length > 0 ? octets('smpp.message')(value) : []),
  ],
  messageId: cstring('smpp.message_id'),
  messageState: number('smpp.message_state'),
  errorCode: number('smpp.error_code'),
  errorStatusCode: number('smpp.error_status_code'),
};

const three = (first, rest) => (value) => [...number(first)(value[0]), ...number(rest)((value[1] << 8) | value[2])];

/** Of the optional parameters. */
export const tlvs = {
  destAddrSubunit: number('smpp.dest_addr_subunit'),
  destNetworkType: number('smpp.dest_network_type'),
  destBearerType: number('smpp.dest_bearer_type'),
  destTelematicsId: number('smpp.dest_telematics_id'),
  sourceAddrSubunit: number('smpp.source_addr_subunit'),
  sourceNetworkType: number('smpp.source_network_type'),
  sourceBearerType: number('smpp.source_bearer_type'),
  sourceTelematicsId: number('smpp.source_telematics_id'),
  qosTimeToLive: number('smpp.qos_time_to_live'),
  payloadType: number('smpp.payload_type'),
  additionalStatusInfoText: cstring('smpp.additional_status_info_text'),
  receiptedMessageId: cstring('smpp.receipted_message_id'),
  msMsgWaitFacilities: bits({ 'smpp.msg_wait.ind': 0x80, 'smpp.msg_wait.type': 0x03 }),
  privacyIndicator: number('smpp.privacy_indicator'),
  sourceSubaddress: octets('smpp.source_subaddress'),
  destSubaddress: octets('smpp.dest_subaddress'),
  userMessageReference: number('smpp.user_message_reference'),
  userResponseCode: number('smpp.user_response_code'),
  sourcePort: number('smpp.source_port'),
  destinationPort: number('smpp.destination_port'),
  sarMsgRefNum: number('smpp.sar_msg_ref_num'),
  languageIndicator: number('smpp.language_indicator'),
  sarTotalSegments: number('smpp.sar_total_segments'),
  sarSegmentSeqnum: number('smpp.sar_segment_seqnum'),
  scInterfaceVersion: number('smpp.SC_interface_version'),
  callbackNumPresInd: bits({ 'smpp.callback_num.pres': 0x0c, 'smpp.callback_num.scrn': 0x03 }),
  callbackNumAtag: extent('smpp.callback_num_atag'),
  numberOfMessages: number('smpp.number_of_messages'),
  callbackNum: extent('smpp.callback_num'),
  dpfResult: number('smpp.dpf_result'),
  setDpf: number('smpp.set_dpf'),
  msAvailabilityStatus: number('smpp.ms_availability_status'),
  networkErrorCode: three('smpp.network_error.type', 'smpp.network_error.code'),
  messagePayload: octets('smpp.message_payload'),
  deliveryFailureReason: number('smpp.delivery_failure_reason'),
  moreMessagesToSend: number('smpp.more_messages_to_send'),
  messageState: number('smpp.message_state'),
  congestionState: number('smpp.congestion_state'),
  ussdServiceOp: number('smpp.ussd_service_op'),
  broadcastChannelIndicator: number('smpp.broadcast_channel_indicator'),
  broadcastContentType: three('smpp.broadcast_content_type.nw', 'smpp.broadcast_content_type.type'),
  broadcastContentTypeInfo: octets('smpp.broadcast_content_type.info'),
  broadcastMessageClass: number('smpp.broadcast_message_class'),
  broadcastRepNum: sized('smpp.broadcast_rep_num', 2),
  broadcastFrequencyInterval: three(
    'smpp.broadcast_frequency_interval.unit',
    'smpp.broadcast_frequency_interval.value',
  ),
  broadcastAreaIdentifier: (value) => [
    ...number('smpp.broadcast_area_identifier.format')(value[0]),
    ...octets('smpp.broadcast_area_identifier')(value),
  ],
  broadcastErrorStatus: number('smpp.broadcast_error_status'),
  broadcastAreaSuccess: number('smpp.broadcast_area_success'),
  broadcastEndTime: time('smpp.broadcast_end_time'),
  broadcastServiceGroup: octets('smpp.broadcast_service_group'),
  billingIdentification: octets('smpp.billing_id'),
  sourceNetworkId: cstring('smpp.source_network_id'),
  destNetworkId: cstring('smpp.dest_network_id'),
  sourceNodeId: octets('smpp.source_node_id'),
  destNodeId: octets('smpp.dest_node_id'),
  destAddrNpResolution: number('smpp.dest_addr_np_resolution'),
  destAddrNpInformation: octets('smpp.dest_addr_np_info'),
  destAddrNpCountry: octets('smpp.dest_addr_np_country'),
  displayTime: number('smpp.display_time'),
  smsSignal: number('smpp.sms_signal'),
  msValidity: (value) =>
    value.length === 1 ? number('smpp.ms_validity')(value[0]) : octets('smpp.ms_validity')(value),
  alertOnMessageDelivery: (value) =>
    value === null
      ? extent('smpp.alert_on_message_delivery_null')('')
      : number('smpp.alert_on_message_delivery_type')(value),
  itsReplyType: number('smpp.its_reply_type'),
  itsSessionInfo: ([session, sequence]) => [
    ...number('smpp.its_session.number')(session),
    ...bits({ 'smpp.its_session.sequence': 0xfe, 'smpp.its_session.ind': 0x01 })(sequence),
  ],
};

/** Of an optional parameter that no table has: its octets, under one of two names. */
export const unknownTlv = (tag) => octets(tag >= 0x1400 && tag <= 0x3fff ? 'smpp.vendor_op' : 'smpp.reserved_op');
