import { commandStatusName, type MessageIdPolicy } from '@smswire/smpp';
import type { Codec } from '../smpp/codec.js';
import { smppTalked } from '../smpp/talked.js';
import { type BindRequest, bind } from './bind.js';
import { incoming } from './incoming.js';
import { Receipts } from './receipts.js';
import type { Sender } from './sender.js';

/** Sends as an ESME. */
export function smppSender(codec: Codec, request: BindRequest, policies?: readonly MessageIdPolicy[]): Sender<Codec> {
  const receipts = new Receipts(policies);
  return {
    talked: smppTalked(codec),
    receipts,
    open: (link, _onWarning, signal) => bind(link, request, signal),
    check: () => void codec.encode(request),
    refusalOf: ({ commandStatus }) => (commandStatus === 0 ? undefined : commandStatusName(commandStatus)),
    idsOf: (response) => ('messageId' in response && response.messageId ? [response.messageId] : []),
    incoming: (say) => incoming(receipts, say),
  };
}
