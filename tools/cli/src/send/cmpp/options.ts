import { type Codec, codecOf } from '../../cmpp/codec.js';
import { Failure } from '../../failure.js';
import type { CmppGiven } from '../given.js';
import { numberedFrom, type Reading } from '../options.js';
import type { ContentOptions } from '../segmented.js';
import { cmppSender } from './sender.js';
import { type MessageOptions, submissions } from './submissions.js';

/** What CMPP makes of the options. */
export function cmppReading(given: CmppGiven): Reading<Codec> {
  const { cmppVersion: version, sourceAddr, secret } = given;
  return {
    sender: cmppSender(numberedFrom(codecOf(version), given), { sourceAddr, secret, version }),
    defaultPort: 7890,
    listens: false,
    message(content, destinationAddr) {
      const destTerminalIds = destinationAddr.split(',');
      if (destTerminalIds.includes('')) throw new Failure('--destination-addr: between two commas there is no number');
      const options = messageOf(content, destTerminalIds, given);
      return { parts: (reference) => submissions(options, reference), recipients: destTerminalIds.length };
    },
  };
}

function messageOf(content: ContentOptions, destTerminalIds: string[], given: CmppGiven): MessageOptions {
  const { msgFmt, signature, signatureAt } = given;
  return {
    ...content,
    msgFmt,
    signature,
    signatureAt,
    fields: {
      registeredDelivery: given.registeredDelivery ?? (given.waitReceipts === undefined ? 0 : 1),
      msgLevel: given.msgLevel,
      serviceId: given.serviceId,
      feeUserType: given.feeUserType,
      feeTerminalId: given.feeTerminalId,
      feeTerminalType: given.feeTerminalType,
      tpPid: given.tpPid,
      msgSrc: given.msgSrc ?? given.sourceAddr,
      feeType: given.feeType,
      feeCode: given.feeCode,
      validTime: given.validTime,
      atTime: given.atTime,
      srcId: given.srcId,
      destTerminalIds,
      destTerminalType: given.destTerminalType,
      linkId: given.linkId,
    },
  };
}
