import type { Command } from '@smswire/pdu';
import {
  bindReceiver,
  bindReceiverResp,
  bindTransceiver,
  bindTransceiverResp,
  bindTransmitter,
  bindTransmitterResp,
  outbind,
} from './commands/bind.js';
import {
  broadcastSm,
  broadcastSmResp,
  cancelBroadcastSm,
  cancelBroadcastSmResp,
  queryBroadcastSm,
  queryBroadcastSmResp,
} from './commands/broadcast.js';
import { dataSm, dataSmResp } from './commands/data-sm.js';
import { deliverSm, deliverSmResp } from './commands/deliver-sm.js';
import {
  paramRetrieve,
  paramRetrieveResp,
  queryLastMsgs,
  queryLastMsgsResp,
  queryMsgDetails,
  queryMsgDetailsResp,
} from './commands/legacy.js';
import { enquireLink, enquireLinkResp, genericNack, unbind, unbindResp } from './commands/link.js';
import {
  alertNotification,
  cancelSm,
  cancelSmResp,
  querySm,
  querySmResp,
  replaceSm,
  replaceSmResp,
} from './commands/manage-sm.js';
import { submitMulti, submitMultiResp } from './commands/submit-multi.js';
import { submitSm, submitSmResp } from './commands/submit-sm.js';
import type { SmppVersion } from './versions.js';

/** Commands that every version has. */
const lasting = [
  genericNack,
  bindReceiver,
  bindReceiverResp,
  bindTransmitter,
  bindTransmitterResp,
  querySm,
  querySmResp,
  submitSm,
  submitSmResp,
  deliverSm,
  deliverSmResp,
  unbind,
  unbindResp,
  replaceSm,
  replaceSmResp,
  cancelSm,
  cancelSmResp,
  enquireLink,
  enquireLinkResp,
  submitMulti,
  submitMultiResp,
] as const;

const dropped = [
  paramRetrieve,
  paramRetrieveResp,
  queryLastMsgs,
  queryLastMsgsResp,
  queryMsgDetails,
  queryMsgDetailsResp,
] as const;

const since34 = [bindTransceiver, bindTransceiverResp, outbind, alertNotification, dataSm, dataSmResp] as const;

const since50 = [
  broadcastSm,
  broadcastSmResp,
  queryBroadcastSm,
  queryBroadcastSmResp,
  cancelBroadcastSm,
  cancelBroadcastSmResp,
] as const;

/** Every command of every version. SMPP 3.4 §5.1.2.1, 5.0 §4.7.5. */
export const commands = [...lasting, ...dropped, ...since34, ...since50] as const;

/** Which commands a peer of a version understands. */
export const commandsOf: Readonly<Record<SmppVersion, readonly Command[]>> = {
  '3.3': [...lasting, ...dropped],
  '3.4': [...lasting, ...since34],
  '5.0': [...lasting, ...since34, ...since50],
};
