import { type Clock, type Handlers, type Link, type Protocol, type SendOf, systemClock } from '@smswire/session';
import { generator } from '../random.js';
import { Journeys } from './journeys.js';
import { Mailboxes } from './mailboxes.js';
import { fates, type Mischief } from './mischief.js';
import { Store } from './store.js';
import { type Counter, Unruly } from './unruly.js';

export interface ServerOptions<P extends Protocol> {
  /** @default systemClock */
  readonly clock?: Clock | undefined;
  /** @default 1000 */
  readonly receiptDelayMs?: number | undefined;
  /** Whether every message is sent back. @default false */
  readonly echo?: boolean | undefined;
  readonly mischief?: Mischief | undefined;
  /** Of the chance in `mischief`. @default any */
  readonly seed?: number | undefined;
  /** Messages on the way, and PDUs that wait for receivers. @default 100000 */
  readonly limit?: number | undefined;
  /** Told of a PDU that a client will not get: there was no room, it was refused, or `mischief` dropped it. */
  readonly onLost?: ((pdu: SendOf<P>, why: string, number?: number) => void) | undefined;
}

/** A message centre or gateway for testing, without sockets: give its codec and `accept` to `listen`. */
export interface Server<P extends Protocol> {
  readonly codec: P;
  /** The handlers of a new link; `watch` are others that see its traffic. */
  accept(link: Link<P>, watch?: Handlers<P>): Handlers<P>;
  /** Delivers nothing more and answers at once what was delayed. @returns messages left on the way */
  stop(): number;
}

/** What a server of any protocol is made of. */
interface Workshop<P extends Protocol, M extends { readonly id: string; done?: Date }> {
  readonly clock: Clock;
  readonly store: Store<M>;
  readonly mailboxes: Mailboxes<P>;
  readonly journeys: Journeys<M>;
  /** Whether every message is sent back. */
  readonly echoes: boolean;
  /** The server whose links are answered by what `counter` makes. */
  server(counter: (link: Link<P>) => Counter<P>): Server<P>;
}

/** @param statuses for a submission too many, and for a request that is to fail without a status of its own */
export function workshop<P extends Protocol, M extends { readonly id: string; done?: Date }>(
  codec: P,
  options: ServerOptions<P>,
  statuses: { readonly throttled: number; readonly failed: number },
): Workshop<P, M> {
  const { clock = systemClock, mischief = {}, limit = 100_000, onLost = () => {} } = options;
  const random = generator(options.seed);
  const nextFate = fates({ ...mischief, failStatus: mischief.failStatus ?? statuses.failed }, random);
  const unruly = new Unruly(codec, { clock, mischief, nextFate, throttled: statuses.throttled, onLost });
  const mailboxes = new Mailboxes<P>(clock, limit, onLost);
  const fails = (): boolean => random() < (mischief.undeliverable ?? 0);
  const journeys = new Journeys<M>({ clock, delayMs: options.receiptDelayMs ?? 1000, fails });
  return {
    clock,
    store: new Store(limit),
    mailboxes,
    journeys,
    echoes: options.echo ?? false,
    server: (counter) => ({
      codec: unruly.codec,
      accept: (link, watch = {}) => unruly.handlers(link, counter(link), watch),
      stop() {
        mailboxes.stop();
        unruly.stop();
        return journeys.stop();
      },
    }),
  };
}
