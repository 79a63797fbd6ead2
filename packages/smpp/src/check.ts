import type { Complaint } from '@smswire/pdu';

type Held = Record<string, unknown>;

const exclusive = ['sarMsgRefNum', 'sarTotalSegments', 'sarSegmentSeqnum', 'sourcePort', 'destinationPort'] as const;

/** What the standard forbids to stand together. SMPP 3.4 §4.4.1, §5.2.12. */
export function check(pdu: Held): Complaint | undefined {
  const tlvs = pdu['tlvs'] as Held;
  const text = pdu['shortMessage'];
  if (tlvs['messagePayload'] !== undefined && text instanceof Uint8Array && text.length > 0) {
    const message = 'messagePayload and shortMessage exclude each other: leave one empty';
    return { code: 'both_payloads', path: 'tlvs.messagePayload', message };
  }
  if (((pdu['esmClass'] as number) & 0x40) === 0) return undefined;
  const name = exclusive.find((each) => tlvs[each] !== undefined);
  if (name === undefined) return undefined;
  const message = `${name} repeats what the UDH says that esmClass announces: leave one out`;
  return { code: 'udh_and_tlv', path: `tlvs.${name}`, message };
}
