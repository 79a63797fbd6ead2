import type { PduError } from '@smswire/pdu';
import { commandStatus } from './command-status.js';
import { statusForField } from './field-status.js';
import { mayBeSent, type SessionState, stateAfter } from './states.js';
import type { SmppVersion } from './versions.js';

/** As much of a PDU as a session looks at. */
export interface Message {
  readonly command: string;
  readonly commandStatus?: number | undefined;
  readonly sequenceNumber?: number | undefined;
}

/** Why a peer's request is refused: its state, an open session, nobody to handle it, a failure here, too many at once. */
export type SmppRefusal = 'state' | 'bound' | 'unknown' | 'failed' | 'busy';

/** What a session asks of SMPP, whichever side it is on. `Pdu` is what may come, `Input` what may be sent. */
export interface SmppProtocol<Pdu, Input> {
  readonly name: 'smpp';
  kind(pdu: Input | Pdu): 'request' | 'response' | 'notice';
  numberOf(pdu: Pdu): number;
  readonly firstNumber: number;
  /** 1 follows 0x7FFFFFFF. SMPP 5.0 §2.6.4. */
  nextNumber(number: number): number;
  answers(response: Pdu, request: Input): 'yes' | 'nack' | 'mismatch';
  readonly keepalive: SmppExchange<Pdu, Input>;
  readonly goodbye: SmppExchange<Pdu, Input>;
  opened(request: Input | Pdu, response: Input | Pdu, askedByUs: boolean): { state: string } | undefined;
  permits(pdu: Input | Pdu, state: string | undefined, byOpener: boolean | undefined): boolean;
  refuse(request: Pdu, why: SmppRefusal): Input | undefined;
  reject(bytes: Uint8Array, start: number, end: number, error: unknown): { number: number; pdu?: Input } | undefined;
}

/** A question that either side may ask, and its automatic answer. */
export interface SmppExchange<Pdu, Input> {
  question(): Input;
  isQuestion(pdu: Pdu): boolean;
  answer(question: Pdu): Input;
}

const RESPONSE = 0x80000000;
const LAST_NUMBER = 0x7fffffff;
const withoutResponse: ReadonlySet<string> = new Set(['outbind', 'alert_notification']);

const refusals: Readonly<Record<SmppRefusal, number>> = {
  state: commandStatus.ESME_RINVBNDSTS,
  bound: commandStatus.ESME_RALYBND,
  unknown: commandStatus.ESME_RINVCMDID,
  failed: commandStatus.ESME_RSYSERR,
  busy: commandStatus.ESME_RTHROTTLED,
};

/**
 * SMPP's side of a session.
 * @param ids the id of every command the codec knows
 * @param version of the peer, who is told no status that is newer
 */
export function smppProtocol(ids: ReadonlyMap<string, number>, version?: SmppVersion): SmppProtocol<Message, Message> {
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  const idOf = ({ command }: Message): number => ids.get(command) ?? Number.parseInt(command, 16);
  const isResponse = (pdu: Message): boolean => idOf(pdu) >= RESPONSE;

  /** The response to a command under a status; generic_nack where there is none of its own. */
  function answerTo(id: number, status: number): Message {
    const own = names.get((id | RESPONSE) >>> 0);
    return { command: names.has(id) && own !== undefined ? own : 'generic_nack', commandStatus: status };
  }

  return {
    name: 'smpp',
    kind: (pdu) => (isResponse(pdu) ? 'response' : withoutResponse.has(pdu.command) ? 'notice' : 'request'),
    numberOf: (pdu) => pdu.sequenceNumber as number,
    firstNumber: 1,
    nextNumber: (number) => (number >= LAST_NUMBER ? 1 : number + 1),
    answers(response, request) {
      if (response.command === 'generic_nack') return 'nack';
      return idOf(response) === (idOf(request) | RESPONSE) >>> 0 ? 'yes' : 'mismatch';
    },
    keepalive: exchange('enquire_link'),
    goodbye: exchange('unbind'),
    opened(request, response) {
      if (!request.command.startsWith('bind_')) return undefined;
      const state = stateAfter('OPEN', response.command, response.commandStatus);
      return state === 'OPEN' ? undefined : { state };
    },
    permits(pdu, state = 'OPEN', byOpener) {
      // Under 3.4 data_sm may go against the direction of a bind; all else that it allows, 5.0 does too.
      const may = (by: 'ESME' | 'MC'): boolean =>
        mayBeSent(pdu.command, by, state as SessionState) || mayBeSent(pdu.command, by, state as SessionState, '3.4');
      // Whoever binds is the ESME. Before a bind either side may turn out to be.
      return byOpener === undefined ? may('ESME') || may('MC') : may(byOpener ? 'ESME' : 'MC');
    },
    refuse(request, why) {
      if (withoutResponse.has(request.command)) return undefined;
      const id = idOf(request);
      // In what state it came does not matter where it is unknown in all of them.
      if (!names.has(id) && why === 'state') return answerTo(id, refusals.unknown);
      const busy = why === 'busy' && request.command === 'deliver_sm';
      return answerTo(id, busy ? commandStatus.ESME_RX_T_APPN : refusals[why]);
    },
    reject(bytes, start, end, error) {
      const { code = '', path = '', degree } = (error ?? {}) as Partial<PduError>;
      // Framing lost: what stands where the number should be need not be one. SMPP 5.0 §4.1.4.
      if (degree === 'lost' || end - start < 16) {
        return { number: 0, pdu: { command: 'generic_nack', commandStatus: commandStatus.ESME_RINVCMDLEN } };
      }
      const id = wordAt(bytes, start + 4);
      const number = wordAt(bytes, start + 12);
      if (id >= RESPONSE) return { number };
      const command = names.get(id);
      if (command !== undefined && withoutResponse.has(command)) return undefined;
      const status = command === undefined ? refusals.unknown : statusForField(command, path, code, version);
      return { number, pdu: answerTo(id, status) };
    },
  };
}

const exchange = (command: string): SmppExchange<Message, Message> => ({
  question: () => ({ command }),
  isQuestion: (pdu) => pdu.command === command,
  answer: () => ({ command: `${command}_resp` }),
});

const wordAt = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)) >>>
  0;
