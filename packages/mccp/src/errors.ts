/**
 * What a line may be refused for, or under `strict` not tolerated for:
 *
 * - `incomplete`: the bytes end before the line does
 * - `line_length`: no line end within `maxLineLength` octets
 * - `excess`: octets follow the one line that was asked for
 * - `utf8`: octets that are not UTF-8, or a lone surrogate to write
 * - `carriage_return`: a CR that is not part of the line end
 * - `command`: no command word
 * - `trid`: no unsigned 32-bit decimal number
 * - `status`: a response without a status, or a request with one
 * - `escape`: `%` without two hexadecimal digits, or escapes whose octets are not UTF-8
 * - `parameter_count`: more than `maxParameters`
 * - `type`: a value to write is not of its type, or what is to be read is no `Uint8Array`
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
  | 'excess'
  | 'utf8'
  | 'carriage_return'
  | 'command'
  | 'trid'
  | 'status'
  | 'escape'
  | 'parameter_count'
  | 'type'
  | 'no_room'
  | 'line_feed'
  | 'leading_zero'
  | 'needless_escape';

/**
 * How far an error in reading reaches.
 * - `incomplete`: more octets may mend it
 * - `pdu`: this line is bad; the next one is found all the same
 * - `lost`: where the next line begins cannot be known any more; a stream must end
 */
export type MccpErrorDegree = 'incomplete' | 'pdu' | 'lost';

/** What is wrong, or tolerated, and where. */
export interface MccpWarning {
  readonly code: MccpErrorCode;
  /** The command word; empty before it is known. */
  readonly command: string;
  /** `command`, `trid`, `status` or `parameters[2]`; empty when it is the line as a whole. */
  readonly path: string;
  /** Octets from the start of what is read; 0 in writing. */
  readonly offset: number;
  readonly message: string;
}

/** The error of this package's lines. Recognise it by `code`, so that two copies on disk do no harm. */
export class MccpError extends Error {
  override readonly name = 'MccpError';
  readonly code: MccpErrorCode;
  readonly command: string;
  readonly path: string;
  readonly offset: number;
  /** Of errors in reading only: the caller's own mistakes in writing have none. */
  readonly degree: MccpErrorDegree | undefined;

  constructor(at: MccpWarning, degree?: MccpErrorDegree) {
    const where = [at.command, at.path].filter((name) => name !== '').join('.');
    super(`${where === '' ? '' : `${where} `}at ${at.offset}: ${at.message}`);
    this.code = at.code;
    this.command = at.command;
    this.path = at.path;
    this.offset = at.offset;
    this.degree = degree;
  }
}

/** An error of the line as a whole in reading. */
export function lineError(code: MccpErrorCode, offset: number, message: string, command = ''): MccpError {
  const degree = code === 'incomplete' ? 'incomplete' : code === 'line_length' ? 'lost' : 'pdu';
  return new MccpError({ code, command, path: '', offset, message }, degree);
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
  if (strict) throw new MccpError(warning, 'pdu');
  onWarning?.(warning);
}
