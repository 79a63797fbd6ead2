/**
 * SMPP 3.3, 3.4 and 5.0.
 *
 * @packageDocumentation
 */

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
export type { NoTlvs, Pdu, PduInput, SmppInput, SmppPdu, UnknownPdu } from './pdu.js';
export { type Smpp, type SmppOptions, smpp } from './smpp.js';
export { type SmppTlvs, tlvTable } from './tlvs.js';
export type { SmppVersion } from './versions.js';
