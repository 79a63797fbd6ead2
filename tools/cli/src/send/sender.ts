import type { Link, Protocol, ReceiveOf, SendOf, Warning } from '@smswire/session';
import type { Talked } from '../talked.js';
import type { Say } from '../traffic.js';
import type { Awaited } from './awaited.js';

/** What `send` needs of a protocol. */
export interface Sender<P extends Protocol> {
  readonly talked: Talked<P>;
  readonly receipts: Awaited;
  /** Opens the link. @throws Failure where that is refused or not answered */
  open(link: Link<P>, onWarning: (warning: Warning) => void, signal: AbortSignal): Promise<void>;
  /** What of `open` can be wrong is told before anybody is troubled. @throws for what cannot be encoded */
  check(): void;
  /** Why the peer refuses; undefined where it does not. */
  refusalOf(response: ReceiveOf<P>): string | undefined;
  /** The ids that the receipts of an accepted PDU will name. */
  idsOf(response: ReceiveOf<P>, request: SendOf<P>): readonly string[];
  /** Answers what the peer sends; undefined for what is not answered here. */
  incoming(say: Say): (pdu: ReceiveOf<P>) => SendOf<P> | undefined;
}

/** Exit code where the link was not opened. */
export const NOT_OPENED = 4;
