import { answerOf, commands, type Sender } from './commands.js';
import { decodeLine } from './decode.js';
import type { MccpWarning, Tolerance } from './errors.js';
import { lineLength } from './framing.js';
import { type Limits, tridOf } from './line.js';
import {
  isResponse,
  type MccpInput,
  type MccpPdu,
  type MccpRequestInput,
  type MccpResponse,
  type MccpResponseInput,
} from './pdu.js';

/** MCCP over TCP as a session sees it: fits `Protocol` of `@smswire/session` by its shape. */
export interface MccpProtocol {
  readonly name: 'mccp';
  /** For types only, never read: any request R… is answered by a response A…. */
  readonly types?: { readonly answers: Record<`R${string}`, MccpResponse> };
  readonly defaults: { readonly sessionInitTimeoutMs: number };
  /** The length of the line at `start`, or undefined while its end has not come. Octets before `seen` hold none. */
  frameLength(bytes: Uint8Array, start: number, end: number, seen?: number): number | undefined;
  decodeFrame(bytes: Uint8Array, start: number, end: number, onWarning?: (warning: MccpWarning) => void): MccpPdu;
  /** A request whose command is one of `notices` is a notice; nobody answers it. */
  kind(pdu: MccpInput): 'request' | 'response' | 'notice';
  numberOf(pdu: MccpPdu): number;
  readonly firstNumber: number;
  /** Behind 4294967295 comes 0. MCCP §5.3. */
  nextNumber(trid: number): number;
  /** The trid has matched; a response that bears another name than its request is a `mismatch`. */
  answers(response: MccpPdu, request: MccpInput): 'yes' | 'mismatch';
  /** RLO, and its answer ALO. */
  readonly goodbye: {
    question(): MccpRequestInput;
    isQuestion(pdu: MccpPdu): boolean;
    answer(question: MccpPdu): MccpResponseInput;
  };
  /** A successful AAT opens the session. */
  opened(request: MccpInput, response: MccpInput, askedByUs: boolean): { readonly state: 'online' } | undefined;
  /**
   * Before AAT, of the commands of the table only registration, RAT and RLO; then what the table lets that side send.
   * Commands that are not in the table are always permitted.
   */
  permits(pdu: MccpInput, state: string | undefined, byOpener: boolean | undefined): boolean;
  /** The answer to a request that is not served: its response with `refusalStatus`. */
  refuse(request: MccpPdu): MccpResponseInput | undefined;
  /** The answer to a line that does not decode, where its command word and trid can be read. */
  reject(bytes: Uint8Array, start: number, end: number): { number: number; pdu?: MccpResponseInput } | undefined;
}

export interface MccpProtocolOptions {
  /**
   * Requests that nobody answers. The description says there are some, and not which.
   * @default []
   */
  readonly notices?: readonly `R${string}`[];
  /**
   * The status of an answer that refuses a request. The description's list of codes is not public; any but `'0'` is
   * a failure.
   * @default '1'
   */
  readonly refusalStatus?: string;
}

/** What may be sent before AAT: registration may share the connection (MCCP §1.2.2). */
const early: ReadonlySet<string> = new Set(['RAP', 'RBIN', 'REG', 'RAT', 'RLO']);
const senders: ReadonlyMap<string, Sender> = new Map(commands.map(({ request, sender }) => [request, sender]));

/** The command word and trid of a line, each with the octet behind it, so that neither is cut short. */
const head = /^([RA][!-$&-~]+) ([0-9]+)[ \r\n]/;
const headOctets = 256;

export function sessionProtocol(limits: Limits, tolerance: Tolerance, options: MccpProtocolOptions): MccpProtocol {
  const { notices = [], refusalStatus = '1' } = options;
  const silent: ReadonlySet<string> = new Set(notices);

  const refusal = (command: string, trid: number): MccpResponseInput | undefined =>
    silent.has(command) ? undefined : { command: answerOf(command as `R${string}`), trid, status: refusalStatus };

  return {
    name: 'mccp',
    // A person reads a picture and types between RAP and RAT.
    defaults: { sessionInitTimeoutMs: 300_000 },
    frameLength: (bytes, start, end, seen) => lineLength(bytes, start, end, limits.maxLineLength, seen),
    decodeFrame: (bytes, start, end, onWarning = tolerance.onWarning) =>
      decodeLine(bytes, start, end, limits, { strict: tolerance.strict, onWarning }),
    kind: (pdu) => (isResponse(pdu) ? 'response' : silent.has(pdu.command) ? 'notice' : 'request'),
    numberOf: (pdu) => pdu.trid,
    firstNumber: 1,
    nextNumber: (trid) => (trid + 1) % 2 ** 32,
    answers: (response, request) => (response.command.slice(1) === request.command.slice(1) ? 'yes' : 'mismatch'),
    goodbye: {
      question: () => ({ command: 'RLO' }),
      isQuestion: (pdu) => pdu.command === 'RLO',
      answer: ({ trid }) => ({ command: 'ALO', trid }),
    },
    opened(_, response) {
      const success = response.command === 'AAT' && (response.status ?? '0') === '0';
      return success ? { state: 'online' } : undefined;
    },
    permits({ command }, state, byOpener) {
      const sender = senders.get(command);
      if (sender === undefined) return true;
      if (state === undefined) return early.has(command);
      return sender === 'unstated' || byOpener === undefined || byOpener === (sender === 'client');
    },
    refuse: ({ command, trid }) => refusal(command, trid),
    reject(bytes, start, end) {
      const octets = bytes.subarray(start, Math.min(end, start + headOctets));
      const [, command, digits] = head.exec(String.fromCharCode(...octets)) ?? [];
      const trid = digits === undefined ? undefined : tridOf(digits);
      if (command === undefined || trid === undefined) return undefined;
      const pdu = command.startsWith('A') ? undefined : refusal(command, trid);
      return pdu === undefined ? { number: trid } : { number: trid, pdu };
    },
  };
}
