import { commandStatus, versionOf } from '@smswire/smpp';
import type { Codec } from '../smpp/codec.js';
import { answer, isSubmission } from './answers/answer.js';
import type { Desk } from './answers/desk.js';
import { refusal } from './answers/refusal.js';
import { bindResponse, isBind } from './bind.js';
import { type Credentials, credentials } from './credentials.js';
import { Delivery } from './delivery.js';
import type { Message } from './message.js';
import type { Peer } from './peer.js';
import { type Server, type ServerOptions, workshop } from './server.js';
import type { Counter } from './unruly.js';

export interface CentreOptions extends ServerOptions<Codec> {
  /** @default everybody may bind */
  readonly credentials?: Credentials | undefined;
}

/** Makes a message centre for testing that talks by `codec`. */
export function messageCentre(codec: Codec, options: CentreOptions = {}): Server<Codec> {
  const shop = workshop<Codec, Message>(codec, options, {
    throttled: commandStatus.ESME_RTHROTTLED,
    failed: commandStatus.ESME_RSYSERR,
  });
  const { clock, mailboxes } = shop;
  const mayBind = options.credentials ?? credentials();
  const desk: Desk = { ...shop, delivery: new Delivery(shop) };

  return shop.server((link): Counter<Codec> => {
    let peer: Peer | undefined;
    return {
      open(pdu) {
        if (!isBind(pdu)) return undefined;
        const { systemId } = pdu;
        const status = mayBind(systemId, pdu.password);
        if (status !== 0) return refusal(pdu, status);
        peer = { link, systemId, version: versionOf(pdu.interfaceVersion) };
        // Once the response is on its way: before, the link is not bound.
        if (pdu.command !== 'bind_transmitter') clock.soon(() => mailboxes.open(systemId, link), undefined);
        return bindResponse(pdu);
      },
      answer: (pdu) => peer && answer(pdu, peer, desk),
      isSubmission,
      refuse: refusal,
      close: () => peer && mailboxes.close(peer.systemId, link),
    };
  });
}
