/**
 * SMPP 3.3, 3.4 and 5.0.
 *
 * @packageDocumentation
 */
export { type BroadcastAreaIdentifier, broadcastAreaIdentifier } from './broadcast-area-identifier.js';
export { type BroadcastContentType, broadcastContentType } from './broadcast-content-type.js';
export { type BroadcastFrequencyInterval, broadcastFrequencyInterval } from './broadcast-frequency-interval.js';
export {
  type CallbackNum,
  type CallbackNumAtag,
  type CallbackNumPresInd,
  callbackNum,
  callbackNumAtag,
  callbackNumPresInd,
} from './callback-num.js';
export {
  type CommandStatusOrigin,
  commandStatus,
  commandStatusMeaning,
  commandStatusName,
  commandStatusOrigin,
  isRetryable,
  legacyCommandStatus,
} from './command-status.js';
export {
  bindReceiver,
  bindReceiverResp,
  bindTransceiver,
  bindTransceiverResp,
  bindTransmitter,
  bindTransmitterResp,
  outbind,
} from './commands/bind.js';
export {
  broadcastSm,
  broadcastSmResp,
  cancelBroadcastSm,
  cancelBroadcastSmResp,
  queryBroadcastSm,
  queryBroadcastSmResp,
} from './commands/broadcast.js';
export { dataSm, dataSmResp } from './commands/data-sm.js';
export { deliverSm, deliverSmResp } from './commands/deliver-sm.js';
export {
  paramRetrieve,
  paramRetrieveResp,
  queryLastMsgs,
  queryLastMsgsResp,
  queryMsgDetails,
  queryMsgDetailsResp,
} from './commands/legacy.js';
export { enquireLink, enquireLinkResp, genericNack, unbind, unbindResp } from './commands/link.js';
export {
  alertNotification,
  cancelSm,
  cancelSmResp,
  querySm,
  querySmResp,
  replaceSm,
  replaceSmResp,
} from './commands/manage-sm.js';
export { submitMulti, submitMultiResp } from './commands/submit-multi.js';
export { submitSm, submitSmResp } from './commands/submit-sm.js';
export { commands, commandsOf } from './commands.js';
export { type EsmClass, esmClass, type MessageType, type MessagingMode } from './esm-class.js';
export {
  dataCoding,
  destFlag,
  interfaceVersion,
  npi,
  priorityFlag,
  ton,
  versionOf,
} from './field-names.js';
export { statusForField } from './field-status.js';
export { formatReceipt, type ReceiptFields } from './format-receipt.js';
export { type ItsSessionInfo, itsSessionInfo } from './its-session-info.js';
export { type MessageIdPolicy, normaliseMessageId } from './message-id.js';
export { messageState } from './message-state.js';
export { type MsMsgWaitFacilities, msMsgWaitFacilities } from './ms-msg-wait-facilities.js';
export { type MsValidity, msValidity } from './ms-validity.js';
export type { Names } from './names.js';
export { type NetworkErrorCode, networkErrorCode } from './network-error-code.js';
export { parseReceipt, type Receipt, type ReceiptOptions } from './parse-receipt.js';
export type { NoTlvs, Pdu, PduInput, SmppInput, SmppPdu, UnknownPdu } from './pdu.js';
export type { SmppExchange, SmppProtocol, SmppRefusal } from './protocol.js';
export { type MergedReceipt, type ReceiptCarrier, type ReceiptOfOptions, receiptOf } from './receipt-of.js';
export { type RegisteredDelivery, registeredDelivery } from './registered-delivery.js';
export { type Smpp, type SmppOptions, smpp } from './smpp.js';
export {
  mayBeSent,
  type Role,
  type SessionState,
  type StateRow,
  stateAfter,
  stateMatrix,
  statusForState,
} from './states.js';
export { type Subaddress, subaddress } from './subaddress.js';
export {
  type AbsoluteTime,
  formatTime,
  parseTime,
  type RelativeTime,
  resolveTime,
  type SmppTime,
  type TimeOptions,
  type WritableTime,
} from './time.js';
export type { TimeZone } from './time-zone.js';
export {
  addrSubunit,
  alertOnMessageDelivery,
  bearerType,
  broadcastChannelIndicator,
  broadcastMessageClass,
  congestionLevel,
  deliveryFailureReason,
  destAddrNpResolution,
  displayTime,
  dpfResult,
  itsReplyType,
  languageIndicator,
  moreMessagesToSend,
  msAvailabilityStatus,
  networkType,
  payloadType,
  privacyIndicator,
  setDpf,
  ussdServiceOp,
} from './tlv-names.js';
export { type SmppTlvs, tlvTable } from './tlvs.js';
export type { SmppVersion } from './versions.js';
