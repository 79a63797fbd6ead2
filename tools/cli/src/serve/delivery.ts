import { commandStatus, messageState, parseTime, registeredDelivery, resolveTime, statusForField } from '@smswire/smpp';
import type { Codec } from '../smpp/codec.js';
import type { End, Journeys, Plan } from './journeys.js';
import type { Mailboxes } from './mailboxes.js';
import type { Message } from './message.js';
import type { Peer } from './peer.js';
import { receiptOf, wantsReceipt } from './receipt.js';
import type { Store } from './store.js';

const { DELIVERED, EXPIRED, UNDELIVERABLE, DELETED, ENROUTE } = messageState.values;

/** A message as it is submitted. */
export type Draft = Omit<Message, 'id' | 'systemId' | 'submitted' | 'state' | 'done'>;

/** The times a request names, as PDUs have them. */
export interface Times {
  readonly command: string;
  readonly scheduleDeliveryTime: string;
  readonly validityPeriod: string;
}

export interface DeliveryOptions {
  readonly store: Store<Message>;
  readonly mailboxes: Mailboxes<Codec>;
  readonly journeys: Journeys<Message>;
}

const states: Readonly<Record<End, number>> = {
  delivered: DELIVERED,
  undeliverable: UNDELIVERABLE,
  expired: EXPIRED,
  deleted: DELETED,
};

/** Carries messages to their final states. Those on the way are at most as many as the store takes. */
export class Delivery {
  private readonly options: DeliveryOptions;

  constructor(options: DeliveryOptions) {
    this.options = options;
  }

  /** Takes a message in. A number is the status of a refusal. */
  accept(draft: Draft, times: Times, peer: Peer): Message | number {
    const { store } = this.options;
    if (store.full) return commandStatus.ESME_RMSGQFUL;
    const now = new Date();
    const plan = this.plan(times, now);
    if (typeof plan === 'number') return plan;
    const id = String(store.count + 1);
    const message: Message = { ...draft, id, systemId: peer.systemId, submitted: now, state: ENROUTE };
    store.add(message);
    this.begin(message, plan, peer);
    if (registeredDelivery.read(message.registeredDelivery).intermediate) this.tell(message, peer);
    return message;
  }

  /** Gives a message that waits new times. A number is the status of a refusal. */
  reschedule(message: Message, times: Times, peer: Peer): number {
    const plan = this.plan(times, new Date());
    if (typeof plan === 'number') return plan;
    this.begin(message, plan, peer);
    return 0;
  }

  cancel(message: Message): void {
    this.options.journeys.end(message, 'deleted');
  }

  private plan({ command, scheduleDeliveryTime, validityPeriod }: Times, now: Date): Plan | number {
    const schedule = momentOf(scheduleDeliveryTime, now);
    if (schedule === 'bad') return statusForField(command, 'scheduleDeliveryTime');
    const expiry = momentOf(validityPeriod, now);
    if (expiry === 'bad') return statusForField(command, 'validityPeriod');
    return this.options.journeys.plan(schedule, expiry, now);
  }

  private begin(message: Message, plan: Plan, peer: Peer): void {
    this.options.journeys.begin(message, plan, (end) => {
      message.state = states[end];
      this.options.store.finish(message, new Date());
      if (wantsReceipt(message)) this.tell(message, peer);
    });
  }

  private tell(message: Message, peer: Peer): void {
    for (const to of message.destinations) {
      const receipt = receiptOf(message, to, peer.version);
      this.options.mailboxes.post(peer.systemId, () => receipt, peer.link);
    }
  }
}

function momentOf(text: string, now: Date): Date | undefined | 'bad' {
  try {
    const time = parseTime(text);
    return time && resolveTime(time, now);
  } catch {
    return 'bad';
  }
}
