import type { AnswerOf, Handlers, Link, Protocol, ReceiveOf } from '@smswire/session';
import { describe, expectTypeOf, it } from 'vitest';
import { type Cmpp, type CmppInput, type CmppPdu, type CmppVersion, cmpp, login } from '../../src/index.js';

type V20 = Cmpp<'2.0'>;
type V30 = Cmpp<'3.0'>;

describe('types', () => {
  it('the codec is what a session asks for, in each version', () => {
    const all = () => [
      cmpp() satisfies Protocol<CmppInput<'3.0'>, CmppPdu<'3.0'>, unknown, number>,
      cmpp({ version: '2.1' }) satisfies Protocol<CmppInput<'2.1'>, CmppPdu<'2.1'>, unknown, number>,
      cmpp({ version: '2.0' }) satisfies Protocol<CmppInput<'2.0'>, CmppPdu<'2.0'>, unknown, number>,
      cmpp<CmppVersion>({}) satisfies Protocol<CmppInput, CmppPdu, unknown, number>,
    ];
    expectTypeOf(all).returns.items.toExtend<Protocol>();
  });

  it('a request gives the response of its command, as the version has it', () => {
    const ask = (v20: Link<V20>, v30: Link<V30>) => ({
      submit: () => v30.request({ command: 'CMPP_SUBMIT', destTerminalIds: ['13800138000'] }),
      query: () => v20.request({ command: 'CMPP_QUERY' }),
      route: () => v20.request({ command: 'CMPP_GET_ROUTE' }),
      // @ts-expect-error: a message of 2.0 alone
      gone: () => v30.request({ command: 'CMPP_GET_ROUTE' }),
      // @ts-expect-error: a field of 3.0
      early: () => v20.request({ command: 'CMPP_SUBMIT', linkId: '1' }),
      // @ts-expect-error: no such command
      unknown: () => v30.request({ command: 'CMPP_SEND' }),
    });
    type Asked = ReturnType<typeof ask>;
    type Named<P extends Protocol, C> = Promise<Extract<ReceiveOf<P>, { command: C }>>;
    expectTypeOf<ReturnType<Asked['submit']>>().toEqualTypeOf<Named<V30, 'CMPP_SUBMIT_RESP'>>();
    expectTypeOf<ReturnType<Asked['query']>>().toEqualTypeOf<Named<V20, 'CMPP_QUERY_RESP'>>();
    expectTypeOf<ReturnType<Asked['route']>>().toEqualTypeOf<Named<V20, 'CMPP_GET_ROUTE_RESP'>>();
  });

  it('login takes a link as it is, and gives its CONNECT_RESP', () => {
    const account = { sourceAddr: '900001', secret: '888888', version: '3.0' } as const;
    const opened = (v20: Link<V20>, v30: Link<V30>) => ({ v20: login(v20, account), v30: login(v30, account) });
    type Opened = ReturnType<typeof opened>;
    expectTypeOf<Opened['v20']>().toEqualTypeOf<Promise<AnswerOf<V20, 'CMPP_CONNECT'>>>();
    expectTypeOf<Awaited<Opened['v30']>['command']>().toEqualTypeOf<'CMPP_CONNECT_RESP'>();
  });

  it('handlers see every message of the version and narrow it by its command', () => {
    const handlers: Handlers<V30> = {
      onRequest: (pdu) => {
        expectTypeOf(pdu).toEqualTypeOf<CmppPdu<'3.0'>>();
        if (pdu.command !== 'CMPP_DELIVER') return undefined;
        expectTypeOf(pdu.msgContent).toEqualTypeOf<Uint8Array>();
        return { command: 'CMPP_DELIVER_RESP', msgId: pdu.msgId };
      },
    };
    // @ts-expect-error: no such command
    const wrong: Handlers<V30> = { onRequest: () => ({ command: 'CMPP_DELIVER_RESPONSE' }) };
    expectTypeOf(handlers).toEqualTypeOf(wrong);
  });
});
