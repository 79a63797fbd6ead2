import type { Clock } from '@smswire/session';
import { commandStatus, messageState, parseTime, registeredDelivery, resolveTime, statusForField } from '@smswire/smpp';
import type { Mailboxes } from './mailboxes.js';
import { isFinal, type Message } from './message.js';
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

interface Plan {
  /** Milliseconds from now to the final state. */
  readonly afterMs: number;
  readonly state: number;
}

export interface DeliveryOptions {
  readonly store: Store;
  readonly mailboxes: Mailboxes;
  readonly clock: Clock;
  /** Milliseconds from a message, or from its time of delivery, to its final state and receipt. */
  readonly receiptDelayMs: number;
  /** Whether the next message turns out to be undeliverable. */
  readonly fails: () => boolean;
}

/** Carries messages to their final states. Those on the way are at most as many as the store takes. */
export class Delivery {
  private readonly options: DeliveryOptions;
  private readonly underWay = new Map<Message, { readonly timer: unknown; readonly peer: Peer }>();

  constructor(options: DeliveryOptions) {
    this.options = options;
  }

  /** Takes a message in. A number is the status of a refusal. */
  accept(draft: Draft, times: Times, peer: Peer): Message | number {
    if (this.options.store.full) return commandStatus.ESME_RMSGQFUL;
    const now = new Date();
    const plan = this.plan(times, now);
    if (typeof plan === 'number') return plan;
    const message = this.options.store.add({ ...draft, systemId: peer.systemId, submitted: now, state: ENROUTE });
    this.schedule(message, plan, peer);
    if (registeredDelivery.read(message.registeredDelivery).intermediate) this.tell(message, peer);
    return message;
  }

  /** Gives a message that waits new times. A number is the status of a refusal. */
  reschedule(message: Message, times: Times, peer: Peer): number {
    const plan = this.plan(times, new Date());
    if (typeof plan === 'number') return plan;
    this.options.clock.cancel(this.underWay.get(message)?.timer);
    this.schedule(message, plan, peer);
    return 0;
  }

  cancel(message: Message): void {
    this.finish(message, DELETED);
  }

  /** Leaves every message as it is. @returns how many are on the way */
  stop(): number {
    for (const { timer } of this.underWay.values()) this.options.clock.cancel(timer);
    return this.underWay.size;
  }

  private plan({ command, scheduleDeliveryTime, validityPeriod }: Times, now: Date): Plan | number {
    const schedule = momentOf(scheduleDeliveryTime, now);
    if (schedule === 'bad') return statusForField(command, 'scheduleDeliveryTime');
    const expiry = momentOf(validityPeriod, now);
    if (expiry === 'bad') return statusForField(command, 'validityPeriod');
    const afterMs = Math.max(0, (schedule ?? now).getTime() - now.getTime()) + this.options.receiptDelayMs;
    const failed = this.options.fails();
    const lifetime = expiry === undefined ? Number.POSITIVE_INFINITY : Math.max(0, expiry.getTime() - now.getTime());
    if (lifetime < afterMs) return { afterMs: lifetime, state: EXPIRED };
    return { afterMs, state: failed ? UNDELIVERABLE : DELIVERED };
  }

  private schedule(message: Message, { afterMs, state }: Plan, peer: Peer): void {
    const timer = this.options.clock.after(afterMs, () => this.finish(message, state), undefined);
    this.underWay.set(message, { timer, peer });
  }

  private finish(message: Message, state: number): void {
    const way = this.underWay.get(message);
    if (way === undefined || isFinal(message)) return;
    this.options.clock.cancel(way.timer);
    this.underWay.delete(message);
    this.options.store.finish(message, state, new Date());
    if (wantsReceipt(message)) this.tell(message, way.peer);
  }

  private tell(message: Message, peer: Peer): void {
    for (const to of message.destinations) {
      this.options.mailboxes.post(peer.systemId, receiptOf(message, to, peer.version), peer.link);
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
