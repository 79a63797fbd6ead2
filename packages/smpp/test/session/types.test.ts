import type { AnswerOf, Handlers, Link, Protocol, ReceiveOf } from '@smswire/session';
import { describe, expectTypeOf, it } from 'vitest';
import {
  type bindTransceiverResp,
  type Pdu,
  type SmppInput,
  type SmppPdu,
  type SmppVersion,
  smpp,
  type submitSmResp,
} from '../../src/index.js';

type Smpp = ReturnType<typeof v34>;
const v34 = () => smpp();

describe('types', () => {
  it('the codec is what a session asks for', () => {
    expectTypeOf<Smpp>().toExtend<Protocol>();
    expectTypeOf<Smpp>().toExtend<Protocol<SmppInput, SmppPdu, unknown, number>>();
    const fitting = (version: SmppVersion) => smpp({ version }) satisfies Protocol<SmppInput, SmppPdu, unknown, number>;
    expectTypeOf(fitting).returns.toExtend<Protocol>();
  });

  it('a request gives the response of its command', () => {
    const ask = (link: Link<Smpp>) => ({
      bind: () => link.request({ command: 'bind_transceiver', systemId: 'esme', password: 'secret' }),
      submit: () => link.request({ command: 'submit_sm', destinationAddr: '447700900123' }),
      enquire: async () => (await link.request({ command: 'enquire_link' })).command,
      // @ts-expect-error: no such field
      misspelt: () => link.request({ command: 'submit_sm', destinationAdr: '447700900123' }),
      // @ts-expect-error: no such command
      unknown: () => link.request({ command: 'submit' }),
    });
    type Asked = ReturnType<typeof ask>;
    expectTypeOf<ReturnType<Asked['bind']>>().toEqualTypeOf<Promise<Pdu<typeof bindTransceiverResp>>>();
    expectTypeOf<ReturnType<Asked['submit']>>().toEqualTypeOf<Promise<Pdu<typeof submitSmResp>>>();
    expectTypeOf<ReturnType<Asked['enquire']>>().toEqualTypeOf<Promise<'enquire_link_resp'>>();
    expectTypeOf<AnswerOf<Smpp, 'query_sm'>['command']>().toEqualTypeOf<'query_sm_resp'>();
  });

  it('handlers see every PDU and narrow it by its command', () => {
    const handlers: Handlers<Smpp> = {
      onRequest: (pdu) => {
        expectTypeOf(pdu).toEqualTypeOf<ReceiveOf<Smpp>>();
        if (pdu.command === 'deliver_sm') expectTypeOf(pdu.shortMessage).toEqualTypeOf<Uint8Array>();
        return pdu.command === 'deliver_sm' ? { command: 'deliver_sm_resp' } : undefined;
      },
      onNotice: (pdu) => {
        if (pdu.command === 'outbind') expectTypeOf(pdu.password).toEqualTypeOf<string>();
      },
    };
    // @ts-expect-error: no such command
    const wrong: Handlers<Smpp> = { onRequest: () => ({ command: 'deliver_sm_response' }) };
    expectTypeOf(handlers).toEqualTypeOf(wrong);
  });
});
