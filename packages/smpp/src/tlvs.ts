import { cstring, emptyOrFull, octets, optional, rest, type TlvValues, u8, u16, u32 } from '@smswire/pdu';

/**
 * The 64 optional parameters of SMPP 3.4 §5.3.2 and 5.0 §4.8.4, in the order of their tags. Integers are numbers,
 * C-octet strings text, octet strings `Uint8Array`; those marked `repeat` are arrays. Sizes are of the value, in octets.
 */
export const tlvTable = {
  /** 0 unknown · 1 MS display · 2 mobile equipment · 3 smart card 1 · 4 external unit 1. 3.4 §5.3.2.1 */
  destAddrSubunit: { tag: 0x0005, value: u8 },
  /** 0 unknown · 1 GSM · 2 TDMA · 3 CDMA · 4 PDC · 5 PHS · 6 iDEN · 7 AMPS · 8 paging. 3.4 §5.3.2.3 */
  destNetworkType: { tag: 0x0006, value: u8 },
  /** 0 unknown · 1 SMS · 2 CSD · 3 packet · 4 USSD · 5 CDPD · 6 DataTAC · 7 FLEX · 8 cell broadcast. 3.4 §5.3.2.5 */
  destBearerType: { tag: 0x0007, value: u8 },
  /** GSM: protocol_id in the first octet. 3.4 §5.3.2.7 */
  destTelematicsId: { tag: 0x0008, value: u16 },
  /** As destAddrSubunit. 3.4 §5.3.2.2 */
  sourceAddrSubunit: { tag: 0x000d, value: u8 },
  /** As destNetworkType. 3.4 §5.3.2.4 */
  sourceNetworkType: { tag: 0x000e, value: u8 },
  /** As destBearerType. 3.4 §5.3.2.6 */
  sourceBearerType: { tag: 0x000f, value: u8 },
  /** One octet, where destTelematicsId has two. 3.4 §5.3.2.8 */
  sourceTelematicsId: { tag: 0x0010, value: u8 },
  /** Seconds that the message is worth keeping. 3.4 §5.3.2.9 */
  qosTimeToLive: { tag: 0x0017, value: u32 },
  /** 0 default, WDP for WAP · 1 WCMP. 3.4 §5.3.2.10 */
  payloadType: { tag: 0x0019, value: u8 },
  /** A diagnosis in ASCII, 255 characters at most. 3.4 §5.3.2.11 */
  additionalStatusInfoText: { tag: 0x001d, value: cstring(256) },
  /** The message_id that a receipt is about. 3.4 §5.3.2.12 */
  receiptedMessageId: { tag: 0x001e, value: cstring(65) },
  /** Bit 7 indicator on · bits 1-0: 0 voicemail, 1 fax, 2 e-mail, 3 other. 3.4 §5.3.2.13 */
  msMsgWaitFacilities: { tag: 0x0030, value: u8 },
  /** 0 none · 1 restricted · 2 confidential · 3 secret. 3.4 §5.3.2.14 */
  privacyIndicator: { tag: 0x0201, value: u8 },
  /** Type and 1 to 22 octets. 3.4 §5.3.2.15 */
  sourceSubaddress: { tag: 0x0202, value: rest(2, 23) },
  /** Type and 1 to 22 octets. 3.4 §5.3.2.16 */
  destSubaddress: { tag: 0x0203, value: rest(2, 23) },
  /** A number of the ESME's own. 3.4 §5.3.2.17 */
  userMessageReference: { tag: 0x0204, value: u16 },
  /** 0 to 255 in CDMA, 0 to 15 in TDMA. 3.4 §5.3.2.18 */
  userResponseCode: { tag: 0x0205, value: u8 },
  /** Application port. 3.4 §5.3.2.20 */
  sourcePort: { tag: 0x020a, value: u16 },
  /** Application port; dest_port in 5.0. 3.4 §5.3.2.21 */
  destinationPort: { tag: 0x020b, value: u16 },
  /** The same in all segments of a message. 3.4 §5.3.2.22 */
  sarMsgRefNum: { tag: 0x020c, value: u16 },
  /** 0 unspecified · 1 English · 2 French · 3 Spanish · 4 German · 5 Portuguese. 3.4 §5.3.2.19 */
  languageIndicator: { tag: 0x020d, value: u8 },
  /** 1 to 255. 3.4 §5.3.2.23 */
  sarTotalSegments: { tag: 0x020e, value: u8 },
  /** 1 to 255, from 1. 3.4 §5.3.2.24 */
  sarSegmentSeqnum: { tag: 0x020f, value: u8 },
  /** The message centre's version, as interface_version. 3.4 §5.3.2.25 */
  scInterfaceVersion: { tag: 0x0210, value: u8 },
  /** Presentation in bits 3-2, screening in bits 1-0; one for each callbackNum. 3.4 §5.3.2.37 */
  callbackNumPresInd: { tag: 0x0302, value: u8, repeat: true },
  /** A data_coding and the text; one for each callbackNum. 3.4 §5.3.2.38 */
  callbackNumAtag: { tag: 0x0303, value: rest(0, 65), repeat: true },
  /** Messages waiting, 0 to 99. 3.4 §5.3.2.39 */
  numberOfMessages: { tag: 0x0304, value: u8 },
  /** Digit mode, TON, NPI, digits. 3.4 §5.3.2.36 */
  callbackNum: { tag: 0x0381, value: rest(4, 19), repeat: true },
  /** 0 not set · 1 set. 3.4 §5.3.2.28 */
  dpfResult: { tag: 0x0420, value: u8 },
  /** 0 not requested · 1 requested. 3.4 §5.3.2.29 */
  setDpf: { tag: 0x0421, value: u8 },
  /** 0 available · 1 denied · 2 unavailable. 3.4 §5.3.2.30 */
  msAvailabilityStatus: { tag: 0x0422, value: u8 },
  /** Network type and a code of two octets. 3.4 §5.3.2.31 */
  networkErrorCode: { tag: 0x0423, value: octets(3) },
  /** The message, where shortMessage is empty. 3.4 §5.3.2.32 */
  messagePayload: { tag: 0x0424, value: rest() },
  /** 0 destination unavailable · 1 address invalid · 2 permanent · 3 temporary network error. 3.4 §5.3.2.33 */
  deliveryFailureReason: { tag: 0x0425, value: u8 },
  /** 0 no · 1 yes. 3.4 §5.3.2.34 */
  moreMessagesToSend: { tag: 0x0426, value: u8 },
  /** The state of the message a receipt is about. 3.4 §5.3.2.35 */
  messageState: { tag: 0x0427, value: u8 },
  /** 0 idle to 100 congested. 5.0 §4.8.4 */
  congestionState: { tag: 0x0428, value: u8 },
  /** 0 PSSD · 1 PSSR · 2 USSR · 3 USSN, requests; 16 to 19 their responses; 32 to 255 vendors'. 3.4 §5.3.2.44 */
  ussdServiceOp: { tag: 0x0501, value: u8 },
  /** 0 basic · 1 extended. 5.0 §4.8.4 */
  broadcastChannelIndicator: { tag: 0x0600, value: u8 },
  /** Network type and a content type of two octets. 5.0 §4.8.4 */
  broadcastContentType: { tag: 0x0601, value: octets(3) },
  /** Free. 5.0 §4.8.4 */
  broadcastContentTypeInfo: { tag: 0x0602, value: rest(1, 255) },
  /** 0 none · 1 to 3 a class. 5.0 §4.8.4 */
  broadcastMessageClass: { tag: 0x0603, value: u8 },
  /** Two octets; 0 leaves it to the message centre. 5.0 §4.8.4 */
  broadcastRepNum: { tag: 0x0604, value: u16 },
  /** Unit and a count of two octets. 5.0 §4.8.4 */
  broadcastFrequencyInterval: { tag: 0x0605, value: octets(3) },
  /** Format and up to 100 octets; in a broadcast_sm_resp those that failed. 5.0 §4.8.4 */
  broadcastAreaIdentifier: { tag: 0x0606, value: rest(1, 101), repeat: true },
  /** A command_status for each area that failed, in their order. 5.0 §4.8.4 */
  broadcastErrorStatus: { tag: 0x0607, value: u32, repeat: true },
  /** Per cent reached, or 255 for unknown, for each area in their order. 5.0 §4.8.4 */
  broadcastAreaSuccess: { tag: 0x0608, value: u8, repeat: true },
  /** An absolute time. 5.0 §4.8.4 gives 16 octets, which the format does not fit. */
  broadcastEndTime: { tag: 0x0609, value: emptyOrFull(17) },
  /** Free. 5.0 §4.8.4 */
  broadcastServiceGroup: { tag: 0x060a, value: rest(1, 255) },
  /** Bit 7 of the first octet: a vendor's format. 5.0 §4.8.4 */
  billingIdentification: { tag: 0x060b, value: rest(1, 1024) },
  /** With sourceNodeId. 5.0 §4.8.4 */
  sourceNetworkId: { tag: 0x060d, value: cstring(65) },
  /** With destNodeId. 5.0 §4.8.4 */
  destNetworkId: { tag: 0x060e, value: cstring(65) },
  /** Six decimal digits. 5.0 §4.8.4 */
  sourceNodeId: { tag: 0x060f, value: octets(6) },
  /** Six decimal digits. 5.0 §4.8.4 */
  destNodeId: { tag: 0x0610, value: octets(6) },
  /** 0 not asked · 1 not ported · 2 ported. 5.0 §4.8.4 */
  destAddrNpResolution: { tag: 0x0611, value: u8 },
  /** The number that is dialled instead: LRN. 5.0 §4.8.4 */
  destAddrNpInformation: { tag: 0x0612, value: octets(10) },
  /** E.164 region, as the octets it came in. 5.0 §4.8.4 */
  destAddrNpCountry: { tag: 0x0613, value: rest(1, 5) },
  /** 0 temporary · 1 default · 2 invoke. 3.4 §5.3.2.26 */
  displayTime: { tag: 0x1201, value: u8 },
  /** TDMA alerting. 3.4 §5.3.2.40 */
  smsSignal: { tag: 0x1203, value: u16 },
  /** One octet; in 5.0 also unit and count behind it. 3.4 §5.3.2.27, 5.0 §4.8.4 */
  msValidity: { tag: 0x1204, value: rest(1, 4) },
  /** Of no octets, `null`; in 5.0 also 0 default to 3 high. 3.4 §5.3.2.41 */
  alertOnMessageDelivery: { tag: 0x130c, value: optional(u8) },
  /** 0 digit · 1 number · 2 phone · 3 password · 4 line · 5 menu · 6 date · 7 time · 8 continue. 3.4 §5.3.2.42 */
  itsReplyType: { tag: 0x1380, value: u8 },
  /** Session, and its sequence number with an end bit. 3.4 §5.3.2.43 */
  itsSessionInfo: { tag: 0x1383, value: octets(2) },
} as const;

/** What `pdu.tlvs` may hold: the standard's own, and others as raw octets under their tags. */
export type SmppTlvs = TlvValues<typeof tlvTable>;
