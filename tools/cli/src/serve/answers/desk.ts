import type { Delivery } from '../delivery.js';
import type { Mailboxes } from '../mailboxes.js';
import type { Store } from '../store.js';

/** What answers work with. */
export interface Desk {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly mailboxes: Mailboxes;
  /** Whether every message is sent back. */
  readonly echoes: boolean;
}
