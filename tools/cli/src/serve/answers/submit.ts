import { commandStatus, type SmppInput } from '@smswire/smpp';
import type { Received, Sent } from '../../smpp/codec.js';
import type { Draft } from '../delivery.js';
import type { Address } from '../message.js';
import type { Peer } from '../peer.js';
import { beginning } from './beginning.js';
import type { Desk } from './desk.js';
import { refusal } from './refusal.js';

type Submission = Received<'submit_sm'> | Received<'submit_multi'> | Received<'data_sm'>;

export function submitSm(pdu: Received<'submit_sm'>, peer: Peer, desk: Desk): SmppInput {
  if (pdu.destinationAddr === '') return refusal(pdu, commandStatus.ESME_RINVDSTADR);
  const accepted = desk.delivery.accept(draft(pdu, [destination(pdu)]), pdu, peer);
  if (typeof accepted === 'number') return refusal(pdu, accepted);
  echo(pdu, [destination(pdu)], peer, desk);
  return { command: 'submit_sm_resp', messageId: accepted.id };
}

export function dataSm(pdu: Received<'data_sm'>, peer: Peer, desk: Desk): SmppInput {
  if (pdu.destinationAddr === '') return refusal(pdu, commandStatus.ESME_RINVDSTADR);
  const times = { command: pdu.command, scheduleDeliveryTime: '', validityPeriod: '' };
  const accepted = desk.delivery.accept(draft(pdu, [destination(pdu)]), times, peer);
  if (typeof accepted === 'number') return refusal(pdu, accepted);
  echo(pdu, [destination(pdu)], peer, desk);
  return { command: 'data_sm_resp', messageId: accepted.id };
}

/** One message for all destinations that can be; there are no distribution lists here. */
export function submitMulti(pdu: Received<'submit_multi'>, peer: Peer, desk: Desk): SmppInput {
  const destinations: Address[] = [];
  const unsuccessSmes: NonNullable<Sent<'submit_multi_resp'>['unsuccessSmes']>[number][] = [];
  for (const to of pdu.destAddresses) {
    if (to.destFlag === 2) {
      unsuccessSmes.push({ destinationAddr: to.dlName, errorStatusCode: commandStatus.ESME_RINVDLNAME });
    } else if (to.destinationAddr === '') {
      unsuccessSmes.push({ ...to, errorStatusCode: commandStatus.ESME_RINVDSTADR });
    } else destinations.push(destination(to));
  }
  if (pdu.destAddresses.length === 0) return refusal(pdu, commandStatus.ESME_RINVNUMDESTS);
  if (destinations.length === 0) {
    return { command: 'submit_multi_resp', commandStatus: commandStatus.ESME_RSUBMITFAIL, unsuccessSmes };
  }
  const accepted = desk.delivery.accept(draft(pdu, destinations), pdu, peer);
  if (typeof accepted === 'number') return refusal(pdu, accepted);
  echo(pdu, destinations, peer, desk);
  return { command: 'submit_multi_resp', messageId: accepted.id, unsuccessSmes };
}

interface Destination {
  readonly destAddrTon: number;
  readonly destAddrNpi: number;
  readonly destinationAddr: string;
}

const destination = ({ destAddrTon: ton, destAddrNpi: npi, destinationAddr: address }: Destination): Address => ({
  ton,
  npi,
  address,
});

const draft = (pdu: Submission, destinations: Address[]): Draft => ({
  serviceType: pdu.serviceType,
  source: { ton: pdu.sourceAddrTon, npi: pdu.sourceAddrNpi, address: pdu.sourceAddr },
  destinations,
  dataCoding: pdu.dataCoding,
  registeredDelivery: pdu.registeredDelivery,
  text: beginning(pdu),
});

/** Sends the message back from where it was to go. */
function echo(pdu: Submission, from: Address[], { systemId, link }: Peer, { mailboxes, echoes }: Desk): void {
  if (!echoes) return;
  const { messagePayload, sarMsgRefNum, sarTotalSegments, sarSegmentSeqnum, sourcePort, destinationPort } =
    pdu.tlvs ?? {};
  for (const { ton, npi, address } of from) {
    const reply: Sent<'deliver_sm'> = {
      command: 'deliver_sm',
      serviceType: pdu.serviceType,
      sourceAddrTon: ton,
      sourceAddrNpi: npi,
      sourceAddr: address,
      destAddrTon: pdu.sourceAddrTon,
      destAddrNpi: pdu.sourceAddrNpi,
      destinationAddr: pdu.sourceAddr,
      // Of the ESME's bits only those that say the same from an MC: a header leads, a reply path is set.
      esmClass: pdu.esmClass & 0xc0,
      dataCoding: pdu.dataCoding,
      shortMessage: 'shortMessage' in pdu ? pdu.shortMessage : new Uint8Array(0),
      tlvs: { messagePayload, sarMsgRefNum, sarTotalSegments, sarSegmentSeqnum, sourcePort, destinationPort },
    };
    mailboxes.post(systemId, () => reply, link);
  }
}
