import { type Clock, type Handlers, type Link, systemClock } from '@smswire/session';
import { commandStatus, type SmppInput, type SmppPdu, versionOf } from '@smswire/smpp';
import { generator } from '../random.js';
import type { Codec } from '../smpp/codec.js';
import { answer, isSubmission } from './answers/answer.js';
import type { Desk } from './answers/desk.js';
import { refusal } from './answers/refusal.js';
import { type Bind, bindResponse, isBind } from './bind.js';
import { type Credentials, credentials } from './credentials.js';
import { Delivery } from './delivery.js';
import { Mailboxes } from './mailboxes.js';
import { fates, type Mischief, throttle } from './mischief.js';
import type { Peer } from './peer.js';
import { Store } from './store.js';

export interface CentreOptions {
  /** @default systemClock */
  readonly clock?: Clock | undefined;
  /** @default everybody may bind */
  readonly credentials?: Credentials | undefined;
  /** @default 1000 */
  readonly receiptDelayMs?: number | undefined;
  /** Whether every message is sent back. @default false */
  readonly echo?: boolean | undefined;
  readonly mischief?: Mischief | undefined;
  /** Of the chance in `mischief`. @default any */
  readonly seed?: number | undefined;
  /** Messages on the way, and PDUs that wait for receivers. @default 100000 */
  readonly limit?: number | undefined;
  /** Told of a PDU that an ESME will not get: there was no room, it was refused, or `mischief` dropped it. */
  readonly onLost?: ((pdu: SmppInput, why: string) => void) | undefined;
}

/** A message centre for testing, without sockets: give its codec and `accept` to `listen`. */
export interface Centre {
  readonly codec: Codec;
  /** The handlers of a new link; `watch` are others that see its traffic. */
  accept(link: Link<Codec>, watch?: Handlers<Codec>): Handlers<Codec>;
  /** Delivers nothing more and answers at once what was delayed. @returns messages left on the way */
  stop(): number;
}

/** Makes a message centre that talks by `codec`. */
export function messageCentre(codec: Codec, options: CentreOptions = {}): Centre {
  const { clock = systemClock, mischief = {}, limit = 100_000, onLost = () => {} } = options;
  const mayBind = options.credentials ?? credentials();
  const random = generator(options.seed);
  const nextFate = fates(mischief, random);
  const store = new Store(limit);
  const mailboxes = new Mailboxes(clock, limit, onLost);
  const fails = (): boolean => random() < (mischief.undeliverable ?? 0);
  const { receiptDelayMs = 1000 } = options;
  const delivery = new Delivery({ store, mailboxes, clock, receiptDelayMs, fails });
  const desk: Desk = { store, delivery, mailboxes, echoes: options.echo ?? false };
  const unsaid = new WeakSet<object>();
  const delayed = new Set<() => void>();

  function later(response: SmppInput, ms: number): Promise<SmppInput> {
    return new Promise((resolve) => {
      const now = (): void => {
        clock.cancel(timer);
        delayed.delete(now);
        resolve(response);
      };
      const timer = clock.after(ms, now, undefined);
      delayed.add(now);
    });
  }

  function accept(link: Link<Codec>, watch: Handlers<Codec> = {}): Handlers<Codec> {
    let peer: Peer | undefined;
    const { throttleRate } = mischief;
    const tooMany = throttleRate === undefined ? undefined : throttle(throttleRate, clock.now());

    function bind(pdu: Bind): SmppInput {
      const status = mayBind(pdu.systemId, pdu.password);
      if (status !== 0) return refusal(pdu, status);
      const { systemId } = pdu;
      peer = { link, systemId, version: versionOf(pdu.interfaceVersion) };
      // Once the response is on its way: before, the link is not bound.
      if (pdu.command !== 'bind_transmitter') clock.soon(() => mailboxes.open(systemId, link), undefined);
      return bindResponse(pdu);
    }

    function request(pdu: SmppPdu): SmppInput | Promise<SmppInput> | undefined {
      if (isBind(pdu)) return bind(pdu);
      if (peer === undefined) return undefined;
      if (isSubmission(pdu) && tooMany?.(clock.now())) return refusal(pdu, commandStatus.ESME_RTHROTTLED);
      const fate = nextFate();
      const response = fate.status === 0 ? answer(pdu, peer, desk) : refusal(pdu, fate.status);
      if (response === undefined) return undefined;
      if (fate.dropped) {
        unsaid.add(response);
        onLost({ ...response, sequenceNumber: pdu.sequenceNumber }, 'dropped on purpose');
      }
      return fate.delayMs > 0 ? later(response, fate.delayMs) : response;
    }

    return {
      ...watch,
      onRequest: request,
      ...(watch.onSend && {
        onSend(pdu: SmppInput, number: number, of: Link<Codec>) {
          if (!unsaid.has(pdu)) watch.onSend?.(pdu, number, of);
        },
      }),
      onClose(reason, unanswered, of) {
        if (peer !== undefined) mailboxes.close(peer.systemId, link);
        watch.onClose?.(reason, unanswered, of);
      },
    };
  }

  return {
    codec: {
      ...codec,
      // An answer that is dropped is written as nothing: the session has answered, and the peer hears of none.
      encodeInto: (pdu, target, offset, number) =>
        unsaid.has(pdu) ? offset : codec.encodeInto(pdu, target, offset, number),
    },
    accept,
    stop() {
      mailboxes.stop();
      for (const now of delayed) now();
      return delivery.stop();
    },
  };
}
