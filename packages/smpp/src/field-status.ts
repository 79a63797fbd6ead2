import { legacyCommandStatus, commandStatus as s } from './command-status.js';
import type { SmppVersion } from './versions.js';

/** For a field by its own name, in whatever command and list it is. */
const byField: Readonly<Record<string, number>> = {
  systemId: s.ESME_RINVSYSID,
  password: s.ESME_RINVPASWD,
  systemType: s.ESME_RINVSYSTYP,
  interfaceVersion: s.ESME_RBINDFAIL,
  addrTon: s.ESME_RINVSRCTON,
  addrNpi: s.ESME_RINVSRCNPI,
  addressRange: s.ESME_RINVSRCADR,

  serviceType: s.ESME_RINVSERTYP,
  sourceAddrTon: s.ESME_RINVSRCTON,
  sourceAddrNpi: s.ESME_RINVSRCNPI,
  sourceAddr: s.ESME_RINVSRCADR,
  destAddrTon: s.ESME_RINVDSTTON,
  destAddrNpi: s.ESME_RINVDSTNPI,
  destinationAddr: s.ESME_RINVDSTADR,
  esmeAddrTon: s.ESME_RINVDSTTON,
  esmeAddrNpi: s.ESME_RINVDSTNPI,
  esmeAddr: s.ESME_RINVDSTADR,
  destAddresses: s.ESME_RINVNUMDESTS,
  destFlag: s.ESME_RINVDESTFLAG,
  dlName: s.ESME_RINVDLNAME,

  esmClass: s.ESME_RINVESMCLASS,
  priorityFlag: s.ESME_RINVPRTFLG,
  scheduleDeliveryTime: s.ESME_RINVSCHED,
  validityPeriod: s.ESME_RINVEXPIRY,
  registeredDelivery: s.ESME_RINVREGDLVFLG,
  replaceIfPresentFlag: s.ESME_RINVREPFLAG,
  dataCoding: s.ESME_RINVDCS,
  smDefaultMsgId: s.ESME_RINVDFTMSGID,
  /** Of query_msg_details, where it asks for so many octets. */
  smLength: s.ESME_RINVMSGLEN,
  shortMessage: s.ESME_RINVMSGLEN,
  messageId: s.ESME_RINVMSGID,
  noOfMessages: s.ESME_RINVNUMMSGS,
  paramName: legacyCommandStatus.ESME_RINVPARAM,
};

/** For the value of a TLV; those without a row have ESME_RINVOPTPARAMVAL. */
const byTlv: Readonly<Record<string, number>> = {
  sourceAddrSubunit: s.ESME_RINVSRCADDRSUBUNIT,
  destAddrSubunit: s.ESME_RINVDSTADDRSUBUNIT,
  broadcastFrequencyInterval: s.ESME_RINVBCASTFREQINT,
  broadcastAreaIdentifier: s.ESME_RINVBCASTAREAFMT,
  broadcastContentType: s.ESME_RINVBCASTCNTTYPE,
  broadcastMessageClass: s.ESME_RINVBCASTMSGCLASS,
  broadcastRepNum: s.ESME_RINVBCAST_REP,
  broadcastServiceGroup: s.ESME_RINVBCASTSRVGRP,
  broadcastChannelIndicator: s.ESME_RINVBCASTCHANIND,
};

/** For errors that no one field is to blame for, by their code. */
const byError: Readonly<Record<string, number>> = {
  framing: s.ESME_RINVCMDLEN,
  incomplete: s.ESME_RINVCMDLEN,
  excess: s.ESME_RINVCMDLEN,
  unknown_command: s.ESME_RINVCMDID,
  trailing: s.ESME_RINVOPTPARSTREAM,
  tlv_truncated: s.ESME_RINVOPTPARSTREAM,
};

/** For what is wrong with a TLV, by the code of the error; what is left is its value. */
const byTlvError: Readonly<Record<string, number>> = {
  end: s.ESME_RINVOPTPARSTREAM,
  tlv_order: s.ESME_RINVOPTPARSTREAM,
  tlv_duplicate: s.ESME_ROPTPARNOTALLWD,
  not_allowed: s.ESME_ROPTPARNOTALLWD,
  version: s.ESME_ROPTPARNOTALLWD,
  length: s.ESME_RINVPARLEN,
  bad_length: s.ESME_RINVPARLEN,
  too_long: s.ESME_RINVPARLEN,
  // The type of a TLV is hardly more than its size.
  tlv_value: s.ESME_RINVPARLEN,
  missing: s.ESME_RMISSINGOPTPARAM,
};

/** For a command as a whole, where no field is to blame or the field has no status of its own. */
const byCommand: Readonly<Record<string, number>> = {
  bind_receiver: s.ESME_RBINDFAIL,
  bind_transmitter: s.ESME_RBINDFAIL,
  bind_transceiver: s.ESME_RBINDFAIL,
  submit_sm: s.ESME_RSUBMITFAIL,
  submit_multi: s.ESME_RSUBMITFAIL,
  data_sm: s.ESME_RSUBMITFAIL,
  deliver_sm: s.ESME_RX_P_APPN,
  query_sm: s.ESME_RQUERYFAIL,
  cancel_sm: s.ESME_RCANCELFAIL,
  replace_sm: s.ESME_RREPLACEFAIL,
  broadcast_sm: s.ESME_RBCASTFAIL,
  query_broadcast_sm: s.ESME_RBCASTQUERYFAIL,
  cancel_broadcast_sm: s.ESME_RBCASTCANCELFAIL,
};

const own = (table: Readonly<Record<string, number>>, key: string): number | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/**
 * The command_status that answers a request with a bad field.
 * @param path of the `PduError` or warning: `sourceAddr`, `destAddresses[2].dlName`, `tlvs.sarMsgRefNum`, or empty
 * @param errorCode its code, which tells a TLV's size, value and absence apart
 * @param version of the peer: a status that is new in 5.0 is replaced for one of 3.4 or before, who could not read it
 */
export function statusForField(command: string, path: string, errorCode = '', version: SmppVersion = '3.4'): number {
  const [first = '', tlv = ''] = path.split('.').map(withoutIndex);
  const inTlvs = first === 'tlvs';
  const failed = inTlvs ? s.ESME_RINVOPTPARAMVAL : (own(byCommand, command) ?? s.ESME_RSYSERR);
  const status =
    own(byError, errorCode) ?? (inTlvs ? (own(byTlvError, errorCode) ?? own(byTlv, tlv)) : ofField(path)) ?? failed;
  return status >= s.ESME_RSERTYPUNAUTH && version !== '5.0' ? older(failed) : status;
}

const withoutIndex = (part: string): string => part.replace(/\[\d+\]$/, '');

/** From the innermost part out, so that what an entry of a list holds goes before the list. */
function ofField(path: string): number | undefined {
  for (const name of path.split('.').map(withoutIndex).reverse()) {
    const status = own(byField, name);
    if (status !== undefined) return status;
  }
  return undefined;
}

const older = (failed: number): number => (failed < s.ESME_RSERTYPUNAUTH ? failed : s.ESME_RSUBMITFAIL);
