import {
  type MergedReceipt,
  type MessageIdPolicy,
  messageState,
  normaliseMessageId,
  type ReceiptCarrier,
  receiptOf,
} from '@smswire/smpp';

/** Policies that are for ids of responses alone: a receipt's is in the other spelling already. */
const ofResponses: ReadonlySet<MessageIdPolicy> = new Set(['hex-to-decimal', 'decimal-to-hex']);
/** How many receipts without a message are kept: one may come before the response that names its message. */
const EARLY = 10_000;

/** Receipts awaited and come, matched by message id however the message centre spells it. */
export class Receipts {
  delivered = 0;
  undelivered = 0;
  private readonly awaited = new Set<string>();
  private readonly early = new Map<string, MergedReceipt>();
  private readonly policies: readonly MessageIdPolicy[];
  private onSettled = (): void => {};

  constructor(policies: readonly MessageIdPolicy[] = []) {
    this.policies = policies;
  }

  /** Messages without their receipt. */
  get missing(): number {
    return this.awaited.size;
  }

  /** A receipt is to come for the message that a response named. */
  expect(messageId: string): void {
    const id = normaliseMessageId(messageId, this.policies);
    const early = this.early.get(id);
    this.early.delete(id);
    this.awaited.add(id);
    if (early !== undefined) this.settle(id, early);
  }

  /** Takes a deliver_sm or data_sm that may be a receipt; its id is that of the TLV, else that of the text. */
  take(pdu: ReceiptCarrier): MergedReceipt | undefined {
    const receipt = receiptOf(pdu);
    if (receipt?.id === undefined || !isLast(receipt)) return receipt;
    const both = this.policies.filter((policy) => !ofResponses.has(policy));
    const id = normaliseMessageId(receipt.id, both);
    if (this.awaited.has(id)) this.settle(id, receipt);
    else this.keep(id, receipt);
    return receipt;
  }

  /** Resolves when nothing is missing, the time is over or `signal` is aborted. */
  whole(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end);
      this.onSettled = () => {
        if (this.missing === 0) end();
      };
      if (signal.aborted) end();
      else this.onSettled();
    });
  }

  private keep(id: string, receipt: MergedReceipt): void {
    this.early.set(id, receipt);
    if (this.early.size > EARLY) this.early.delete(this.early.keys().next().value as string);
  }

  private settle(id: string, { state }: MergedReceipt): void {
    this.awaited.delete(id);
    if (state === messageState.values.DELIVERED) this.delivered++;
    else this.undelivered++;
    this.onSettled();
  }
}

/** Whether no other receipt will follow. One of a word nobody knows is taken for the last. */
const isLast = ({ intermediate, state }: MergedReceipt): boolean =>
  !intermediate && (state === undefined || messageState.isFinal(state));
