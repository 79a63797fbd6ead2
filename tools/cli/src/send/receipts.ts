import {
  type MergedReceipt,
  type MessageIdPolicy,
  messageState,
  normaliseMessageId,
  type ReceiptCarrier,
  receiptOf,
} from '@smswire/smpp';
import { Awaited } from './awaited.js';

/** Policies that are for ids of responses alone: a receipt's is in the other spelling already. */
const ofResponses: ReadonlySet<MessageIdPolicy> = new Set(['hex-to-decimal', 'decimal-to-hex']);

/** Receipts of SMPP, matched by message id however the message centre spells it. */
export class Receipts extends Awaited {
  private readonly policies: readonly MessageIdPolicy[];

  constructor(policies: readonly MessageIdPolicy[] = []) {
    super();
    this.policies = policies;
  }

  override expect(messageId: string): void {
    super.expect(normaliseMessageId(messageId, this.policies));
  }

  /** Takes a deliver_sm or data_sm that may be a receipt; its id is that of the TLV, else that of the text. */
  take(pdu: ReceiptCarrier): MergedReceipt | undefined {
    const receipt = receiptOf(pdu);
    if (receipt?.id === undefined || !isLast(receipt)) return receipt;
    const both = this.policies.filter((policy) => !ofResponses.has(policy));
    this.come(normaliseMessageId(receipt.id, both), receipt.state === messageState.values.DELIVERED);
    return receipt;
  }
}

/** Whether no other receipt will follow. One of a word nobody knows is taken for the last. */
const isLast = ({ intermediate, state }: MergedReceipt): boolean =>
  !intermediate && (state === undefined || messageState.isFinal(state));
