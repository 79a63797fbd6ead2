import type { RequestCommand, ResponseCommand } from './commands.js';

/** `R… trid parameter*`. MCCP §5.2. */
export interface MccpRequest {
  command: `R${string}`;
  /** Transaction id: an unsigned 32-bit number, chosen by who asks. MCCP §5.3. */
  trid: number;
  /** Text by position, unescaped. An empty one keeps its place. */
  parameters: string[];
}

/** `A… trid status parameter*`. MCCP §5.2. */
export interface MccpResponse {
  command: `A${string}`;
  /** The trid of the request that this answers. */
  trid: number;
  /** `'0'` is success. With any other status the parameters may be fewer, or none. */
  status: string;
  /** Text by position, unescaped. An empty one keeps its place. */
  parameters: string[];
}

/** One line. `command` tells requests (R…) from responses (A…). */
export type MccpPdu = MccpRequest | MccpResponse;

/** A request to write: what is left out is trid 0 and no parameters. */
export interface MccpRequestInput {
  readonly command: RequestCommand;
  readonly trid?: number | undefined;
  readonly status?: undefined;
  readonly parameters?: readonly string[] | undefined;
}

/** A response to write: what is left out is trid 0, status `'0'` and no parameters. */
export interface MccpResponseInput {
  readonly command: ResponseCommand;
  readonly trid?: number | undefined;
  readonly status?: string | undefined;
  readonly parameters?: readonly string[] | undefined;
}

export type MccpInput = MccpRequestInput | MccpResponseInput;

export function isResponse(pdu: MccpPdu): pdu is MccpResponse;
export function isResponse(pdu: MccpInput): pdu is MccpResponseInput;
export function isResponse(pdu: MccpInput): boolean {
  return pdu.command.charCodeAt(0) === 0x41;
}
