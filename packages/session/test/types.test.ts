import { describe, expectTypeOf, it } from 'vitest';
import type { AnswerOf, Handlers, Link, Protocol, Session } from '../src/index.js';

interface Bind {
  command: 'bind_transceiver';
  systemId: string;
}
interface BindResp {
  command: 'bind_transceiver_resp';
  systemId?: string;
}
interface Submit {
  command: 'submit_sm';
  shortMessage?: Uint8Array;
}
interface SubmitResp {
  command: 'submit_sm_resp';
  messageId: string;
}
interface Connect {
  command: 'CMPP_CONNECT';
}
interface ConnectResp {
  command: 'CMPP_CONNECT_RESP';
  status: number;
}
type Pdu = Bind | BindResp | Submit | SubmitResp | Connect | ConnectResp;

/** A codec as its own package declares it: it names nothing of the session. */
interface Codec {
  readonly name: string;
  frameLength(bytes: Uint8Array, start: number, end: number): number | undefined;
  decodeFrame(
    bytes: Uint8Array,
    start: number,
    end: number,
    onWarning?: (w: { code: string; message: string }) => void,
  ): Pdu;
  encodeInto(pdu: Pdu, target: Uint8Array, offset: number, number?: number): number;
  encode(pdu: Pdu, number?: number): Uint8Array;
  kind(pdu: Pdu): 'request' | 'response' | 'notice';
  numberOf(pdu: Pdu): number;
  readonly firstNumber: number;
  nextNumber(number: number): number;
  answers(response: Pdu, request: Pdu): 'yes' | 'nack' | 'mismatch';
  readonly keepalive: { question(): Submit; isQuestion(pdu: Pdu): boolean; answer(pdu: Pdu): Pdu };
  opened(request: Pdu, response: Pdu, askedByUs: boolean): { state: string; protocol?: Codec } | undefined;
  permits(pdu: Pdu, state: string | undefined, byOpener: boolean | undefined): boolean;
  refuse(request: Pdu, why: 'state' | 'bound' | 'unknown' | 'failed' | 'busy'): Pdu | undefined;
  reject(bytes: Uint8Array, start: number, end: number, error: unknown): { number: number; pdu?: Pdu } | undefined;
}

/** A text protocol whose response has the name of its request cannot go by names. */
interface Declaring extends Codec {
  readonly types?: { answers: { bind_transceiver: ConnectResp; submit_sm: undefined } };
}

describe('types', () => {
  it('a codec fits by its shape', () => {
    expectTypeOf<Codec>().toExtend<Protocol>();
    expectTypeOf<Codec>().toExtend<Protocol<Pdu, Pdu, unknown, number>>();
  });

  it('a request gives the response type of its command', () => {
    const ask = (link: Link<Codec>) => ({
      bind: () => link.request({ command: 'bind_transceiver', systemId: 'x' }),
      submit: () => link.request({ command: 'submit_sm' }),
      connect: () => link.request({ command: 'CMPP_CONNECT' }),
      // @ts-expect-error: a bind without its system_id
      wrong: () => link.request({ command: 'bind_transceiver' }),
      // @ts-expect-error: no such command
      unknown: () => link.request({ command: 'submit' }),
    });
    type Asked = ReturnType<typeof ask>;
    expectTypeOf<ReturnType<Asked['bind']>>().toEqualTypeOf<Promise<BindResp>>();
    expectTypeOf<ReturnType<Asked['submit']>>().toEqualTypeOf<Promise<SubmitResp>>();
    expectTypeOf<ReturnType<Asked['connect']>>().toEqualTypeOf<Promise<ConnectResp>>();
  });

  it('a codec may declare its answers instead', () => {
    expectTypeOf<AnswerOf<Declaring, 'bind_transceiver'>>().toEqualTypeOf<ConnectResp>();
    expectTypeOf<AnswerOf<Declaring, 'submit_sm'>>().toEqualTypeOf<undefined>();
    expectTypeOf<AnswerOf<Declaring, 'CMPP_CONNECT'>>().toEqualTypeOf<ConnectResp>();
  });

  it('handlers get the union of what may come, and may be sync or async', () => {
    const handlers: Handlers<Codec> = {
      onRequest: (pdu) => (pdu.command === 'submit_sm' ? { command: 'submit_sm_resp', messageId: '1' } : undefined),
    };
    const later: Handlers<Codec> = {
      async onRequest(pdu, link) {
        expectTypeOf(link).toEqualTypeOf<Link<Codec>>();
        expectTypeOf(pdu).toEqualTypeOf<Pdu>();
        return { command: 'submit_sm_resp', messageId: '1' };
      },
    };
    expectTypeOf(handlers).toEqualTypeOf(later);
    expectTypeOf<ReturnType<Session<Codec>['next']>>().not.toBeAny();
  });
});
