/**
 * What a short message carries: alphabets, data coding schemes, user data headers, segments.
 *
 * @packageDocumentation
 */
export type { Alphabet, AlphabetName, Decoder, TextAlphabet } from './alphabet.js';
export {
  type CmppFields,
  type CmppMessage,
  type CmppText,
  cmppFields,
  cmppPart,
  decodeCmppText,
} from './cmpp-fields.js';
export { type MsgFmt, type MsgFmtOptions, msgFmt } from './data-coding/cmpp.js';
export { type DataCoding, type DataCodingInput, type DataCodingOptions, dataCoding } from './data-coding/smpp.js';
export { type MessageClass, type TpDcs, type TpDcsInput, tpDcs } from './data-coding/tp-dcs.js';
export { UserDataError, type UserDataErrorCode } from './errors.js';
export { gb18030, gbk } from './gb18030.js';
export { type Gsm7, type Gsm7DecodeOptions, type Gsm7EncodeOptions, gsm7 } from './gsm7/gsm7.js';
export { type NationalLanguage, type NationalTables, nationalLanguages } from './gsm7/languages.js';
export type { Packing, Unpacking } from './gsm7/pack.js';
export type { MessageWaitingType } from './message-waiting.js';
export { eucKr, iso2022jp, shiftJis } from './platform-decoder.js';
export type { Assembly, ReceivedPart, WholeMessage } from './reassembly/assembly.js';
export {
  type AssemblyStore,
  createReassembler,
  type Eviction,
  type Reassembler,
  type ReassemblerOptions,
} from './reassembly/reassembler.js';
export { type DecodeTextOptions, decodeText, type ReceivedOctets } from './received-text.js';
export { countSegments, type SegmentCount } from './segment/count.js';
export type { Segment, Segmentation, SegmentOptions } from './segment/options.js';
export { segment } from './segment/segment.js';
export { ascii, binary, iso88595, iso88598, latin1 } from './single-octet.js';
export {
  decodeSmppText,
  type SmppFields,
  type SmppMessage,
  type SmppText,
  smppFields,
  smppPart,
} from './smpp-fields.js';
export type { Tolerance, UserDataWarning } from './tolerance.js';
export { ucs2 } from './ucs2.js';
export { decodeUdh } from './udh/decode.js';
export type {
  Concatenation,
  ElementValues,
  LanguageShift,
  MessageIndication,
  Ports,
  UdhElement,
} from './udh/elements.js';
export { encodeUdh, type UdhElementInput } from './udh/encode.js';
export { type Header, readHeader } from './udh/header.js';
export { type SplitUserData, splitUserData } from './udh/split.js';
export type { Unencodable } from './unencodable.js';
