import type { Codec } from '../../smpp/codec.js';
import type { Delivery } from '../delivery.js';
import type { Mailboxes } from '../mailboxes.js';
import type { Message } from '../message.js';
import type { Store } from '../store.js';

/** What answers work with. */
export interface Desk {
  readonly store: Store<Message>;
  readonly delivery: Delivery;
  readonly mailboxes: Mailboxes<Codec>;
  /** Whether every message is sent back. */
  readonly echoes: boolean;
}
