/**
 * What a line may be refused for, or under `strict` not tolerated for:
 *
 * - `incomplete`: the bytes end before the line does
 * - `line_length`: no line end within `maxLineLength` octets
 * - `trailing`: octets follow the one line that was asked for
 * - `utf8`: octets that are not UTF-8, or a lone surrogate to write
 * - `carriage_return`: a CR that is not part of the line end
 * - `command`: no command word
 * - `trid`: no unsigned 32-bit decimal number
 * - `status`: a response without a status, or a request with one
 * - `escape`: `%` without two hexadecimal digits, or escapes whose octets are not UTF-8
 * - `parameter_count`: more than `maxParameters`
 * - `value`: a value to write is not of its type
 * - `no_room`: the target ends before the line does
 *
 * and the deviations that are tolerated:
 *
 * - `line_feed`: the line ends in LF alone
 * - `leading_zero`: a trid such as `007`
 * - `needless_escape`: an escape of anything but `%`, space, CR and LF
 */
export type MccpErrorCode =
  | 'incomplete'
  | 'line_length'
  | 'trailing'
  | 'utf8'
  | 'carriage_return'
  | 'command'
  | 'trid'
  | 'status'
  | 'escape'
  | 'parameter_count'
  | 'value'
  | 'no_room'
  | 'line_feed'
  | 'leading_zero'
  | 'needless_escape';

/**
 * - `incomplete`: more bytes are needed
 * - `pdu`: this line is bad; the next one is found all the same
 * - `framing`: where the next line begins is no longer known; a stream must end
 */
export type MccpErrorDegree = 'incomplete' | 'pdu' | 'framing';

const degrees: Partial<Record<MccpErrorCode, MccpErrorDegree>> = { incomplete: 'incomplete', line_length: 'framing' };

/** The error of this package's lines. Recognise it by `code`, so that two copies on disk do no harm. */
export class MccpError extends Error {
  override readonly name = 'MccpError';
  readonly code: MccpErrorCode;
  readonly degree: MccpErrorDegree;
  /** The command word, where it was read. */
  readonly command: string | undefined;
  /** What is at fault: `line`, `command`, `trid`, `status` or `parameters[2]`. */
  readonly path: string;
  /** Octets from the start of what is read, or of the line that would be written. */
  readonly offset: number;

  constructor(code: MccpErrorCode, path: string, offset: number, message: string, command?: string) {
    super(`${command === undefined ? '' : `${command}.`}${path} at ${offset}: ${message}`);
    this.code = code;
    this.degree = degrees[code] ?? 'pdu';
    this.command = command;
    this.path = path;
    this.offset = offset;
  }
}

/** A deviation that was tolerated. */
export interface MccpWarning {
  readonly code: MccpErrorCode;
  readonly path: string;
  /** Octets from the start of what is read. */
  readonly offset: number;
  readonly message: string;
}

export interface Tolerance {
  /** Told of each deviation that is tolerated. */
  readonly onWarning?: ((warning: MccpWarning) => void) | undefined;
  /**
   * Whether a deviation is an error.
   * @default false
   */
  readonly strict?: boolean | undefined;
}

/** Reports a deviation, or throws it under `strict`. */
export function tolerate({ onWarning, strict }: Tolerance, warning: MccpWarning): void {
  if (strict) throw new MccpError(warning.code, warning.path, warning.offset, warning.message);
  onWarning?.(warning);
}
