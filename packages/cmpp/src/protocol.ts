import type { Codec } from './codec.js';
import type { CmppInput, CmppPdu } from './commands.js';
import { type Refusal, refusalOf, rejectionOf } from './refusal.js';
import { type CmppVersion, versionOf } from './version.js';

/** Any message, to send or received. */
type Any = CmppInput | CmppPdu;

interface Exchange<V extends CmppVersion> {
  question(): CmppInput<V>;
  isQuestion(pdu: CmppPdu<V>): boolean;
  answer(question: CmppPdu<V>): CmppInput<V>;
}

/** What CMPP tells a session: it fits the session's `Protocol` by its shape. */
export interface Link<V extends CmppVersion> {
  readonly name: 'cmpp';
  /** What the standard asks of a link: CMPP 3.0 §7. */
  readonly defaults: {
    readonly window: number;
    readonly responseTimeoutMs: number;
    readonly keepaliveMs: number;
    readonly keepaliveTimeoutMs: number;
    readonly keepaliveAttempts: number;
  };
  kind(pdu: Any): 'request' | 'response';
  numberOf(pdu: CmppPdu<V>): number;
  readonly firstNumber: number;
  /** 1 to 0x7FFFFFFF, going round. */
  nextNumber(number: number): number;
  answers(response: CmppPdu<V>, request: Any): 'yes' | 'mismatch';
  /** ACTIVE_TEST. */
  readonly keepalive: Exchange<V>;
  /** TERMINATE. */
  readonly goodbye: Exchange<V>;
  /** A CONNECT_RESP of Status 0 opens the link, in the version that the two agreed on. */
  opened(request: Any, response: Any, askedByUs: boolean): { state: 'open'; protocol?: Speaker } | undefined;
  /** Before the link is open CONNECT alone, and never again; then all, from either side. */
  permits(pdu: Any, state: string | undefined): boolean;
  /** The response that refuses a request; undefined where there is none. */
  refuse(request: CmppPdu<V>, why: Refusal): CmppInput<V> | undefined;
  /** The response to a frame that could not be decoded. */
  reject(
    bytes: Uint8Array,
    start: number,
    end: number,
    error: unknown,
  ): { number: number; pdu?: CmppInput<V> } | undefined;
  /** In what to write the answer to a request where it is another version: a CONNECT is answered in its own. */
  answering(request: Any): Speaker | undefined;
}

/** A codec and its plug, of some version. */
export type Speaker = Codec<CmppVersion>['verbs'] & Link<CmppVersion> & { readonly version: CmppVersion };

const idOf = (command: string): number => Number(command);
const isResponse = (command: string): boolean =>
  command.startsWith('0x') ? idOf(command) >= 0x80000000 : command.endsWith('_RESP');

/** @param speak the same protocol in another version */
export function link<V extends CmppVersion>(
  version: V,
  isStranger: Codec<V>['isStranger'],
  speak: (version: CmppVersion) => Speaker,
): Link<V> {
  const inVersion = (other: CmppVersion | undefined): Speaker | undefined =>
    other === undefined || other === version ? undefined : speak(other);

  return {
    name: 'cmpp',
    defaults: {
      window: 16,
      responseTimeoutMs: 60_000,
      keepaliveMs: 180_000,
      keepaliveTimeoutMs: 60_000,
      keepaliveAttempts: 3,
    },
    kind: ({ command }) => (isResponse(command) ? 'response' : 'request'),
    numberOf: ({ sequenceId }) => sequenceId,
    firstNumber: 1,
    nextNumber: (number) => (number >= 0x7fffffff ? 1 : number + 1),
    answers: (response, request) => (isResponseTo(response.command, request.command) ? 'yes' : 'mismatch'),
    keepalive: {
      question: () => ({ command: 'CMPP_ACTIVE_TEST' }) as CmppInput<V>,
      isQuestion: ({ command }) => command === 'CMPP_ACTIVE_TEST',
      answer: () => ({ command: 'CMPP_ACTIVE_TEST_RESP' }) as CmppInput<V>,
    },
    goodbye: {
      question: () => ({ command: 'CMPP_TERMINATE' }) as CmppInput<V>,
      isQuestion: ({ command }) => command === 'CMPP_TERMINATE',
      answer: () => ({ command: 'CMPP_TERMINATE_RESP' }) as CmppInput<V>,
    },
    opened(request, response, askedByUs) {
      if (request.command !== 'CMPP_CONNECT' || response.command !== 'CMPP_CONNECT_RESP') return undefined;
      if ((response.status ?? 0) !== 0) return undefined;
      const asked = request.version === undefined ? version : (versionOf(request.version) ?? version);
      const isWide = (version === '3.0') !== isStranger(response);
      const agreed = askedByUs ? agreedVersion(asked, isWide, response.version) : asked;
      const protocol = inVersion(agreed);
      return { state: 'open', ...(protocol && { protocol }) };
    },
    permits: ({ command }, state) => (command === 'CMPP_CONNECT') === (state === undefined),
    refuse: (request, why) => refusalOf(request as CmppPdu, why) as CmppInput<V> | undefined,
    reject: (bytes, start, end, error) =>
      rejectionOf(version, bytes, start, end, error) as { number: number; pdu?: CmppInput<V> } | undefined,
    answering: (request) =>
      request.command === 'CMPP_CONNECT' ? inVersion(versionOf(request.version as number)) : undefined,
  };
}

function isResponseTo(response: string, request: string): boolean {
  if (!request.startsWith('0x')) return response === `${request}_RESP`;
  return response.startsWith('0x') && idOf(response) === (idOf(request) | 0x80000000) >>> 0;
}

/**
 * The version asked for, unless the answer's layout is of another: nobody agreed to what the server cannot read. The
 * decoder has warned of that layout by then.
 */
function agreedVersion(asked: CmppVersion, isWide: boolean, highest: number | undefined): CmppVersion {
  if (isWide) return '3.0';
  if (asked !== '3.0') return asked;
  return highest !== undefined && versionOf(highest) === '2.1' ? '2.1' : '2.0';
}
