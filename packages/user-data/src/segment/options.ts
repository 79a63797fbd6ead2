import type { TextAlphabet } from '../alphabet.js';
import type { NationalLanguage } from '../gsm7/languages.js';
import type { Concatenation, Ports } from '../udh/elements.js';
import type { Unencodable } from '../unencodable.js';

/** How a message is written and cut. */
export interface SegmentOptions extends Unencodable {
  /** Whose limits and whose alphabets count. @default 'smpp' */
  protocol?: 'smpp' | 'cmpp' | undefined;
  /**
   * The alphabet to write in, or several to choose the cheapest from: fewest segments, then fewest octets, then the
   * first named. One that would lose characters is passed over; where all would, `unencodable` applies to the last.
   * @default ['gsm7', 'ucs2'] in SMPP and ['ascii', 'ucs2'] in CMPP
   */
  alphabet?: TextAlphabet | readonly TextAlphabet[] | undefined;
  /**
   * National tables that may be used where the default alphabet does not carry the text. Not every network and phone
   * has them: allow those the receivers' market is known to have.
   * @default none
   */
  languages?: 'all' | readonly NationalLanguage[] | undefined;
  /**
   * What joins the segments of a message at the receiver: 0 to 255, or to 65535 with sixteen bits. Nothing counts it for
   * you: with the default, two long messages to one phone at the same time have the same reference and are mixed there.
   * Vary it from message to message.
   * @default 0
   */
  reference?: number | undefined;
  /** Bits of the reference in a header. @default 8 */
  referenceWidth?: 8 | 16 | undefined;
  /** Application ports. They go into every segment's header as 16-bit ports, or beside the segments without one. */
  ports?: Ports | undefined;
  /**
   * What carries the numbers of the segments:
   * - `udh`: a user data header in each
   * - `sar`: SMPP's sar_ TLVs beside each; the limits stay those of the 8-bit header, since a network will write one
   * - `payload`: nothing. SMPP's message_payload takes the message whole, and the message centre cuts it
   * @default 'udh'
   */
  carrier?: 'udh' | 'sar' | 'payload' | undefined;
  /** Pack eight septets into seven octets, with the filling of USSD, since SMPP counts octets. @default false */
  packed?: boolean | undefined;
  /** Keep what a reader sees as one character in one segment, where it fits one. Needs `Intl.Segmenter`. @default false */
  graphemes?: boolean | undefined;
  /**
   * A signature that the gateway adds, as some of CMPP's do: it is not written, but room is left for it and the alphabet
   * must carry it.
   */
  signature?: string | undefined;
  /** Where the gateway adds the signature. @default 'head' */
  signatureAt?: 'head' | 'tail' | undefined;
}

/** One segment. */
export interface Segment {
  /** The header with its UDHL octet; empty where the segment has none. */
  udh: Uint8Array;
  /** The octets behind the header. */
  payload: Uint8Array;
  /** Header and payload in one piece: SMPP's short_message, CMPP's Msg_Content. The other two are views of it. */
  userData: Uint8Array;
  /** Units of text: septets, UTF-16 units, or octets. */
  units: number;
  /** Which segment this is, from 1: CMPP's Pk_number. */
  sequence: number;
  /** How many there are: CMPP's Pk_total. */
  total: number;
  /** What the sar_ TLVs of this segment say, where they carry the numbers of several. */
  sar?: Concatenation;
}

/** A message cut into segments. */
export interface Segmentation {
  alphabet: TextAlphabet;
  /** The single shift table used, where one is. */
  single?: NationalLanguage;
  /** The locking shift table used, where one is. */
  locking?: NationalLanguage;
  carrier: 'udh' | 'sar' | 'payload';
  /** Ports that are not in the headers, because the carrier writes none. */
  ports?: Ports;
  /** SMPP's data_coding where the default alphabet is GSM's. Absent where SMPP has no code for the alphabet. */
  dataCoding?: number;
  /** CMPP's Msg_Fmt. Absent where CMPP has none for the alphabet. */
  msgFmt?: number;
  parts: Segment[];
}
