import { interfaceVersion, smpp } from '@smswire/smpp';
import { Failure } from '../failure.js';
import type { Codec } from '../smpp/codec.js';
import { type BindRequest, bindCommand } from './bind.js';
import type { SmppGiven } from './given.js';
import { numberingOf } from './numbering.js';
import { numberedFrom, type Reading } from './options.js';
import type { ContentOptions } from './segmented.js';
import { smppSender } from './smpp-sender.js';
import { type MessageOptions, submissions } from './submissions.js';

/** Longer than the standard has them, since there are providers that issue such. */
const widths = { systemId: 33, password: 33, systemType: 33 };

/** What SMPP makes of the options. @throws Failure where they do not go together */
export function smppReading(given: SmppGiven): Reading<Codec> {
  const { interfaceVersion: version, waitReceipts, messageIdPolicy } = given;
  const request = bindOf(given);
  if (waitReceipts !== undefined && request.command === 'bind_transmitter') {
    throw new Failure('a transmitter is sent no receipts: bind as trx');
  }
  return {
    sender: smppSender(numberedFrom(smpp({ version, widths }), given), request, messageIdPolicy),
    defaultPort: 2775,
    listens: request.command === 'bind_receiver',
    message(content, destinationAddr) {
      if (request.command === 'bind_receiver') throw new Failure('a receiver cannot send: bind as trx or tx');
      const options = messageOf(content, destinationAddr, given);
      return { parts: (reference) => submissions(options, reference), recipients: 1 };
    },
  };
}

function bindOf(given: SmppGiven): BindRequest {
  const { bindMode, systemId, password, systemType, addrTon, addrNpi, addressRange } = given;
  return {
    command: bindCommand(bindMode),
    systemId,
    password,
    systemType,
    interfaceVersion: interfaceVersion.write(given.interfaceVersion),
    addrTon,
    addrNpi,
    addressRange,
  };
}

function messageOf(content: ContentOptions, destinationAddr: string, given: SmppGiven): MessageOptions {
  const { packed, dataCoding, esmClass, sourceAddr } = given;
  const from = numberingOf(sourceAddr);
  const to = numberingOf(destinationAddr);
  return {
    ...content,
    packed,
    dataCoding,
    esmClass,
    carrier: given.sar ? 'sar' : given.payload ? 'payload' : 'udh',
    fields: {
      serviceType: given.serviceType,
      sourceAddrTon: given.sourceAddrTon ?? from.ton,
      sourceAddrNpi: given.sourceAddrNpi ?? from.npi,
      sourceAddr,
      destAddrTon: given.destAddrTon ?? to.ton,
      destAddrNpi: given.destAddrNpi ?? to.npi,
      destinationAddr,
      protocolId: given.protocolId,
      priorityFlag: given.priorityFlag,
      scheduleDeliveryTime: given.scheduleDeliveryTime,
      validityPeriod: given.validityPeriod,
      registeredDelivery: given.registeredDelivery ?? (given.waitReceipts === undefined ? 0 : 1),
      replaceIfPresentFlag: given.replaceIfPresentFlag,
      smDefaultMsgId: given.smDefaultMsgId,
    },
    tlvs: given.tlv ?? {},
  };
}
