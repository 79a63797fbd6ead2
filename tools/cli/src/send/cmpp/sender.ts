import { msgIdAt } from '@smswire/cmpp';
import type { Codec } from '../../cmpp/codec.js';
import { resultName, resultOf } from '../../cmpp/summary.js';
import { cmppTalked } from '../../cmpp/talked.js';
import { Awaited } from '../awaited.js';
import type { Sender } from '../sender.js';
import { incoming } from './incoming.js';
import { type Account, connectOf, open } from './login.js';

/** Sends as an SP. */
export function cmppSender(codec: Codec, account: Account): Sender<Codec> {
  const receipts = new Awaited();
  return {
    talked: cmppTalked(codec),
    receipts,
    open: (link, onWarning, signal) => open(link, account, onWarning, signal),
    check: () => void codec.encode(connectOf(account)),
    refusalOf(response) {
      const result = resultOf(response) ?? 0;
      return result === 0 ? undefined : resultName(response.command, result);
    },
    idsOf(response, request) {
      if (response.command !== 'CMPP_SUBMIT_RESP' || request.command !== 'CMPP_SUBMIT') return [];
      const recipients = (request as { destTerminalIds?: readonly string[] }).destTerminalIds ?? [];
      return recipients.map((_, k) => String(msgIdAt(response.msgId, k)));
    },
    incoming: (say) => incoming(receipts, say),
  };
}
