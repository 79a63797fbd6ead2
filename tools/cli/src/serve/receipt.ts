import {
  esmClass,
  formatReceipt,
  messageState,
  networkErrorCode,
  registeredDelivery,
  type SmppVersion,
} from '@smswire/smpp';
import { ascii } from '@smswire/user-data';
import type { Sent } from '../smpp/codec.js';
import { type Address, isFinal, type Message } from './message.js';

const { DELIVERED } = messageState.values;
/** Absent subscriber, by TS 29.002. */
const ABSENT = 27;

/** Whether the message's sender wants to be told of its final state. */
export function wantsReceipt({ registeredDelivery: octet, state }: Message): boolean {
  const { receipt } = registeredDelivery.read(octet);
  if (receipt === 'always') return true;
  return receipt === (state === DELIVERED ? 'success' : 'failure');
}

/**
 * The receipt of a message for one of its destinations, or while its state is not final the notification of that.
 * SMPP 3.4 appendix B and §5.3.2.12, §5.3.2.35; a peer of 3.3 knows no TLVs.
 */
export function receiptOf(message: Message, to: Address, version: SmppVersion): Sent<'deliver_sm'> {
  const { id, state, submitted, done = submitted, source, text } = message;
  const final = isFinal(message);
  const delivered = state === DELIVERED;
  const failed = final && !delivered;
  const fields = { id, sub: 1, dlvrd: delivered ? 1 : 0, submitDate: submitted, doneDate: done, state };
  const words = formatReceipt({ ...fields, err: failed ? String(ABSENT).padStart(3, '0') : '000', text });
  const error = networkErrorCode.write({ network: 'gsm', errorCode: ABSENT });
  return {
    command: 'deliver_sm',
    sourceAddrTon: to.ton,
    sourceAddrNpi: to.npi,
    sourceAddr: to.address,
    destAddrTon: source.ton,
    destAddrNpi: source.npi,
    destinationAddr: source.address,
    esmClass: esmClass.write({ type: final ? 'receipt' : 'intermediate' }),
    // Receipts are ASCII by long custom, whatever alphabet code 0 is elsewhere.
    shortMessage: ascii.encode(words, { unencodable: 'transliterate' }),
    ...(version !== '3.3' && {
      tlvs: { receiptedMessageId: id, messageState: state, ...(failed && { networkErrorCode: error }) },
    }),
  };
}
