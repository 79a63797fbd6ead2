import type { CmppVersion } from '@smswire/cmpp';
import type { Link } from '@smswire/session';
import type { Codec } from '../../cmpp/codec.js';
import type { Journeys } from '../journeys.js';
import type { Mailboxes } from '../mailboxes.js';
import type { Store } from '../store.js';
import type { Message } from './message.js';

/** A connected SP on one link. */
export interface Peer {
  readonly link: Link<Codec>;
  readonly sourceAddr: string;
}

/** What answers work with. */
export interface Desk {
  readonly store: Store<Message>;
  readonly journeys: Journeys<Message>;
  readonly mailboxes: Mailboxes<Codec>;
  /** What an open link speaks. */
  readonly versionOf: (link: Link<Codec>) => CmppVersion;
  /** So many ids in a row; gives the first. */
  readonly nextIds: (count: number, now: Date) => bigint;
  /** Whether every message is sent back. */
  readonly echoes: boolean;
}
