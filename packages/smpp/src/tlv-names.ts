import { names } from './names.js';

// The TLVs whose value is one number with named values. SMPP 3.4 §5.3.2, 5.0 §4.8.4.

/** `dest_addr_subunit`, `source_addr_subunit`. */
export const addrSubunit = names('addrSubunit', {
  unknown: 0,
  msDisplay: 1,
  mobileEquipment: 2,
  smartCard1: 3,
  externalUnit1: 4,
});

/** `dest_network_type`, `source_network_type`. */
export const networkType = names('networkType', {
  unknown: 0,
  gsm: 1,
  /** ANSI-136. */
  tdma: 2,
  /** IS-95. */
  cdma: 3,
  pdc: 4,
  phs: 5,
  iden: 6,
  amps: 7,
  paging: 8,
});

/** `dest_bearer_type`, `source_bearer_type`. */
export const bearerType = names('bearerType', {
  unknown: 0,
  sms: 1,
  /** Circuit switched data. */
  csd: 2,
  packetData: 3,
  ussd: 4,
  cdpd: 5,
  dataTac: 6,
  flexReflex: 7,
  cellBroadcast: 8,
});

export const payloadType = names('payloadType', { wdp: 0, wcmp: 1 });

export const privacyIndicator = names('privacyIndicator', {
  notRestricted: 0,
  restricted: 1,
  confidential: 2,
  secret: 3,
});

export const languageIndicator = names('languageIndicator', {
  unspecified: 0,
  english: 1,
  french: 2,
  spanish: 3,
  german: 4,
  portuguese: 5,
});

export const dpfResult = names('dpfResult', { notSet: 0, set: 1 });

export const setDpf = names('setDpf', { notRequested: 0, requested: 1 });

export const msAvailabilityStatus = names('msAvailabilityStatus', { available: 0, denied: 1, unavailable: 2 });

export const deliveryFailureReason = names('deliveryFailureReason', {
  destinationUnavailable: 0,
  destinationAddressInvalid: 1,
  permanentNetworkError: 2,
  temporaryNetworkError: 3,
});

export const moreMessagesToSend = names('moreMessagesToSend', { no: 0, yes: 1 });

/** PSSD and PSSR come from the network, USSR and USSN go to it. 32 to 255 are the vendor's. */
export const ussdServiceOp = names('ussdServiceOp', {
  pssdIndication: 0,
  pssrIndication: 1,
  ussrRequest: 2,
  ussnRequest: 3,
  pssdResponse: 16,
  pssrResponse: 17,
  ussrConfirm: 18,
  ussnConfirm: 19,
});

export const displayTime = names('displayTime', { temporary: 0, default: 1, invoke: 2 });

/** An empty value means `default`; 3.4 knows no other. */
export const alertOnMessageDelivery = names('alertOnMessageDelivery', { default: 0, low: 1, medium: 2, high: 3 });

export const itsReplyType = names('itsReplyType', {
  digit: 0,
  number: 1,
  telephoneNumber: 2,
  password: 3,
  characterLine: 4,
  menu: 5,
  date: 6,
  time: 7,
  continue: 8,
});

export const broadcastChannelIndicator = names('broadcastChannelIndicator', { basic: 0, extended: 1 });

export const broadcastMessageClass = names('broadcastMessageClass', { none: 0, class1: 1, class2: 2, class3: 3 });

export const destAddrNpResolution = names('destAddrNpResolution', { notQueried: 0, notPorted: 1, ported: 2 });

/** How busy an MC says it is. SMPP 5.0 §4.8.4; the text gives 90 to two bands, here it is `optimum`. */
export function congestionLevel(
  state: number,
): 'idle' | 'low' | 'medium' | 'high' | 'optimum' | 'nearing' | 'congested' | undefined {
  if (!(state >= 0 && state <= 100)) return undefined;
  if (state === 0) return 'idle';
  if (state < 30) return 'low';
  if (state < 50) return 'medium';
  if (state < 80) return 'high';
  if (state <= 90) return 'optimum';
  return state < 100 ? 'nearing' : 'congested';
}
