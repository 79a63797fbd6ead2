import type { AlphabetName } from './alphabet.js';
import { type DataCoding, type DataCodingOptions, dataCoding } from './data-coding/smpp.js';
import { UserDataError } from './errors.js';
import { NONE } from './octets.js';
import type { ReceivedPart } from './reassembly/assembly.js';
import { type DecodeTextOptions, decodeText, type ReceivedOctets } from './received-text.js';
import type { Segmentation } from './segment/options.js';
import type { Tolerance } from './tolerance.js';
import { type SplitUserData, splitUserData } from './udh/split.js';
import { wantArray, wantObject, wantOctets } from './wanted.js';

/** The fields of a submit_sm, data_sm or deliver_sm that carry a message. */
export interface SmppFields {
  esmClass: number;
  dataCoding: number;
  shortMessage: Uint8Array;
  tlvs: {
    messagePayload?: Uint8Array;
    sarMsgRefNum?: number;
    sarTotalSegments?: number;
    sarSegmentSeqnum?: number;
    sourcePort?: number;
    destinationPort?: number;
  };
}

/** A PDU of SMPP, as far as its message is concerned. */
export interface SmppMessage {
  esmClass?: number | undefined;
  dataCoding?: number | undefined;
  shortMessage?: Uint8Array | undefined;
  tlvs?: { [Name in keyof SmppFields['tlvs']]?: SmppFields['tlvs'][Name] | undefined } | undefined;
}

/** Text, where there is any. */
export interface SmppText {
  /** Absent where the octets are no text, are compressed, or are in an alphabet not known. */
  text?: string;
  coding: DataCoding;
}

const UDHI = 0x40;
/** What sm_length may count, 255 being reserved. */
const SHORT_MESSAGE = 254;

/**
 * The fields of one PDU for each segment, to be spread into it. A message longer than short_message takes goes into
 * message_payload.
 *
 * @param own `dataCoding` where another is wanted than that of the alphabet: with a class, or a connection whose code 0 is
 *   not GSM 7 bit; `esmClass` to set more than the header's bit
 * @throws UserDataError `option` where SMPP has no code for the alphabet and none is given
 */
export function smppFields(message: Segmentation, own: { dataCoding?: number; esmClass?: number } = {}): SmppFields[] {
  wantObject('message', message);
  wantArray('message.parts', message.parts);
  wantObject('own', own);
  const coding = own.dataCoding ?? message.dataCoding;
  if (coding === undefined) {
    throw new UserDataError(
      'option',
      'dataCoding',
      0,
      `SMPP has no code for ${message.alphabet}; give the one agreed on`,
    );
  }
  const { ports } = message;
  return message.parts.map(({ udh, userData, sar }) => {
    const short = message.carrier !== 'payload' && userData.length <= SHORT_MESSAGE;
    return {
      esmClass: (own.esmClass ?? 0) | (udh.length > 0 ? UDHI : 0),
      dataCoding: coding,
      shortMessage: short ? userData : NONE,
      tlvs: {
        ...(ports && { sourcePort: ports.source, destinationPort: ports.destination }),
        ...(sar && { sarMsgRefNum: sar.reference, sarTotalSegments: sar.total, sarSegmentSeqnum: sar.sequence }),
        ...(short ? undefined : { messagePayload: userData }),
      },
    };
  });
}

/** Header and payload of a PDU's message, wherever the PDU has it. */
function userDataOf({ esmClass = 0, shortMessage = NONE, tlvs }: SmppMessage, tolerance?: Tolerance): SplitUserData {
  wantOctets('shortMessage', shortMessage);
  const octets = shortMessage.length > 0 ? shortMessage : (tlvs?.messagePayload ?? NONE);
  return splitUserData(octets, (esmClass & UDHI) !== 0, tolerance);
}

/** The segment that a PDU carries, for a reassembler. */
export function smppPart(
  pdu: SmppMessage & { sourceAddr?: string | undefined; destinationAddr?: string | undefined },
  tolerance?: Tolerance,
): ReceivedPart {
  wantObject('pdu', pdu);
  const { sarMsgRefNum: reference, sarTotalSegments: total, sarSegmentSeqnum: sequence } = pdu.tlvs ?? {};
  const sar = reference !== undefined && total !== undefined && sequence !== undefined;
  return {
    from: pdu.sourceAddr ?? '',
    to: pdu.destinationAddr ?? '',
    ...userDataOf(pdu, tolerance),
    ...(sar ? { sar: { reference, total, sequence } } : undefined),
  };
}

/**
 * The text of a PDU, or of a message put together from several: `{ dataCoding, parts }`.
 *
 * @throws UserDataError `alphabet` for data_coding 0 without a `defaultAlphabet`, since nothing in a message says what
 *   it means; others only with `strict`
 */
export function decodeSmppText(
  message: SmppMessage & Pick<ReceivedOctets, 'parts'>,
  options: DataCodingOptions & DecodeTextOptions = {},
): SmppText {
  wantObject('message', message);
  const value = message.dataCoding ?? 0;
  const coding = dataCoding.decode(value, options);
  const alphabet: AlphabetName | undefined = coding.alphabet;
  if (value === 0 && alphabet === undefined) {
    const way = 'data_coding 0 is the alphabet of the message centre: give it as defaultAlphabet';
    throw new UserDataError('alphabet', 'dataCoding', 0, way);
  }
  if (alphabet === undefined || alphabet === 'binary' || coding.compressed) return { coding };
  const octets = message.parts ? { parts: message.parts } : userDataOf(message, options);
  return { text: decodeText(octets, alphabet, options), coding };
}
