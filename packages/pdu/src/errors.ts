/**
 * What a peer did that decoding tolerates, or refuses under `strict`.
 *
 * - `too_long`: a string is longer than its field allows, or a count passes its maximum
 * - `bad_length`: a string that must be empty or full is neither; a fixed field at the end is cut short
 * - `no_nul`: the last string of a PDU lacks its NUL
 * - `non_ascii`: a C-octet string holds octets above 0x7F; they are read as Latin-1
 * - `padding`: octets that are not NUL behind the NUL of a padded string
 * - `range`: a number outside the range that the standard gives it
 * - `no_body`: a response that should have a body has none
 * - `bad_body`: the body of an error response cannot be read; it is kept as `trailing`
 * - `trailing`: octets behind the last field, kept as `trailing`
 * - `tlv_value`: a TLV's value does not fit its type; it is kept under its hexadecimal key
 * - `tlv_duplicate`: a TLV that may not repeat came again; the later one is kept under its hexadecimal key
 * - `tlv_order`: a repeated TLV came interleaved with others; the repeats are grouped
 * - `tlv_truncated`: a TLV runs past the end of the PDU; it is kept as `trailing`
 * - `unknown_command`: the command is not in the table; its body is kept
 *
 * Codecs add codes of their own for what their standard forbids.
 */
export type WarningCode =
  | 'too_long'
  | 'bad_length'
  | 'no_nul'
  | 'non_ascii'
  | 'padding'
  | 'range'
  | 'no_body'
  | 'bad_body'
  | 'trailing'
  | 'tlv_value'
  | 'tlv_duplicate'
  | 'tlv_order'
  | 'tlv_truncated'
  | 'unknown_command'
  | (string & {});

/** A deviation that was tolerated. */
export interface Warning {
  readonly code: WarningCode;
  /** The command's name in the standard, or the layout's. */
  readonly command: string;
  /** The field, as in `destAddresses[2].destinationAddr`; empty when it is the PDU as a whole. */
  readonly path: string;
  /** Octets from the start of the PDU. */
  readonly offset: number;
  readonly message: string;
}

export type OnWarning = (warning: Warning) => void;

/**
 * Every warning code, and what is never tolerated:
 *
 * - in decoding: `incomplete` more octets are needed · `framing` the length field cannot be believed · `excess` octets
 *   behind the one PDU · `end` a field runs past the end · `no_nul` a string has no NUL · `choice` a tag names no case
 * - in encoding: `type` `range` `length` `charset` `nul` `choice` a value cannot be written · `unknown_command`
 *   `unknown_tlv` `unknown_field` a name is not in the table · `version` the chosen version of the standard does not have it ·
 *   `no_room` the PDU does not fit the buffer · `too_long` it passes the longest PDU allowed
 */
export type PduErrorCode =
  | WarningCode
  | 'incomplete'
  | 'framing'
  | 'excess'
  | 'end'
  | 'choice'
  | 'type'
  | 'length'
  | 'charset'
  | 'nul'
  | 'unknown_tlv'
  | 'unknown_field'
  | 'version'
  | 'no_room';

/**
 * How far a decoding error reaches: `incomplete` more octets may mend it; `pdu` this PDU is bad, and the next one can be
 * read; `lost` where the next PDU begins cannot be known any more, so the connection must end.
 */
export type Degree = 'incomplete' | 'pdu' | 'lost';

/** The one error of this package and of the codecs on it. Recognise it by `name` and `code`. */
export class PduError extends Error {
  override readonly name = 'PduError';
  readonly code: PduErrorCode;
  /** The command's name in the standard, or the layout's; empty before it is known. */
  readonly command: string;
  /** The field, as in `destAddresses[2].destinationAddr`; empty when it is the PDU as a whole. */
  readonly path: string;
  /** Octets from the start of the PDU. */
  readonly offset: number;
  /** Of decoding errors only: the caller's own mistakes in encoding have none. */
  readonly degree: Degree | undefined;

  constructor(at: Omit<Warning, 'code'> & { readonly code: PduErrorCode; readonly degree?: Degree }) {
    super(describe(at));
    this.code = at.code;
    this.command = at.command;
    this.path = at.path;
    this.offset = at.offset;
    this.degree = at.degree;
  }
}

/** `submit_sm.sourceAddr at 19: no NUL within 21 octets`: the sentence of an error, and of a warning in a log. */
export function describe(at: Omit<Warning, 'code'>): string {
  const where = [at.command, at.path].filter((name) => name !== '').join('.');
  return `${where === '' ? '' : `${where} `}at ${at.offset}: ${at.message}`;
}
