import type { CmppVersion } from '@smswire/cmpp';
import type { MessageIdPolicy, SmppVersion } from '@smswire/smpp';
import type { TextAlphabet } from '@smswire/user-data';
import type { GivenForm } from '../form-options.js';
import type { bindModes } from './bind.js';
import type { pushActions } from './choices.js';
import type { Tlvs } from './tlv-option.js';

/** The options of every protocol, as commander gives them. */
export interface Given extends GivenForm {
  protocol?: 'smpp' | 'cmpp';
  host: string;
  port?: number;
  tls?: boolean;
  ca?: string;
  insecure?: boolean;
  tlsKey?: string;
  tlsCert?: string;
  connectTimeout: number;
  responseTimeout: number;
  sequenceNumber?: number;
  sourceAddr: string;
  destinationAddr?: string;
  shortMessage?: string;
  hex?: boolean;
  wapPush?: string;
  pushText?: string;
  pushAction?: (typeof pushActions)[number];
  alphabet?: TextAlphabet;
  referenceWidth: '8' | '16';
  reference?: number;
  ports?: { destination: number; source: number };
  udh?: string;
  registeredDelivery?: number;
  waitReceipts?: number;
  wait?: boolean;
  count: number;
  rate?: number;
  window: number;
  ping?: boolean;
  raw?: string;
}

/** Those of SMPP. */
export interface SmppGiven extends Given {
  systemId: string;
  password: string;
  bindMode: (typeof bindModes)[number];
  systemType: string;
  interfaceVersion: SmppVersion;
  addrTon?: number;
  addrNpi?: number;
  addressRange?: string;
  sourceAddrTon?: number;
  sourceAddrNpi?: number;
  destAddrTon?: number;
  destAddrNpi?: number;
  dataCoding?: number;
  packed?: boolean;
  sar?: boolean;
  payload?: boolean;
  serviceType?: string;
  esmClass?: number;
  protocolId?: number;
  priorityFlag?: number;
  scheduleDeliveryTime?: string;
  validityPeriod?: string;
  replaceIfPresentFlag?: number;
  smDefaultMsgId?: number;
  tlv?: Tlvs;
  messageIdPolicy?: MessageIdPolicy[];
}

/** Those of CMPP. */
export interface CmppGiven extends Given {
  cmppVersion: CmppVersion;
  secret: string;
  msgSrc?: string;
  srcId?: string;
  serviceId?: string;
  feeUserType?: number;
  feeTerminalId?: string;
  feeTerminalType?: number;
  feeType: string;
  feeCode: string;
  msgFmt?: number;
  msgLevel?: number;
  tpPid?: number;
  validTime?: string;
  atTime?: string;
  destTerminalType?: number;
  linkId?: string;
  signature?: string;
  signatureAt?: 'head' | 'tail';
}
