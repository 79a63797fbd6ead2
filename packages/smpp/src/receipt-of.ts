import { isOctets } from './bounds.js';
import { esmClass } from './esm-class.js';
import { type NetworkErrorCode, networkErrorCode } from './network-error-code.js';
import { parseReceipt, type Receipt, type ReceiptOptions } from './parse-receipt.js';

/** The fields of a deliver_sm or data_sm that a receipt may be in; a decoded PDU fits as it is. */
export interface ReceiptCarrier {
  readonly esmClass?: number;
  readonly shortMessage?: string | Uint8Array;
  readonly tlvs?: {
    readonly receiptedMessageId?: string;
    readonly messageState?: number;
    readonly networkErrorCode?: Uint8Array | NetworkErrorCode;
    readonly messagePayload?: string | Uint8Array;
  };
}

export interface MergedReceipt extends Receipt {
  /** Whether it tells of a state on the way, and a final receipt is still to come. */
  intermediate: boolean;
  networkErrorCode?: NetworkErrorCode;
}

export interface ReceiptOfOptions extends ReceiptOptions {
  /**
   * Take a message whose esm_class says nothing for a receipt too, where its text has both an id and a stat. Only for
   * an MC that is known to send such: with it any subscriber can write a receipt.
   * @default false
   */
  sniff?: boolean;
}

/**
 * The receipt in a deliver_sm or data_sm: TLVs first, and the text for what they leave out. `undefined` for a message
 * that is none, by its esm_class and for want of a receipted_message_id. Never throws for a PDU.
 * @throws PduError `range` for a `timeZone` that does not exist
 */
export function receiptOf(pdu: ReceiptCarrier, options: ReceiptOfOptions = {}): MergedReceipt | undefined {
  const octet = pdu.esmClass ?? 0;
  const tlvs = pdu.tlvs ?? {};
  const intermediate = esmClass.isIntermediate(octet);
  const declared = intermediate || esmClass.isReceipt(octet) || tlvs.receiptedMessageId !== undefined;
  const maySniff = options.sniff === true && (octet & 0x3c) === 0;
  if (!declared && !maySniff) return undefined;

  const receipt: MergedReceipt = { ...parseReceipt(body(pdu, octet), options), intermediate };
  if (!declared && (receipt.id === undefined || receipt.stat === undefined)) return undefined;
  if (tlvs.receiptedMessageId) receipt.id = tlvs.receiptedMessageId;
  if (tlvs.messageState !== undefined) receipt.state = tlvs.messageState;
  const error = tlvs.networkErrorCode;
  if (error !== undefined) {
    if (!isOctets(error)) receipt.networkErrorCode = error;
    else if (error.length === 3) receipt.networkErrorCode = networkErrorCode.read(error);
  }
  return receipt;
}

/** The text, behind a user data header where there is one. */
function body({ shortMessage, tlvs }: ReceiptCarrier, octet: number): string | Uint8Array {
  const whole = shortMessage?.length ? shortMessage : (tlvs?.messagePayload ?? '');
  if (!esmClass.read(octet).udhi || !isOctets(whole)) return whole;
  const header = 1 + (whole[0] ?? 0);
  return header <= whole.length ? whole.subarray(header) : whole;
}
