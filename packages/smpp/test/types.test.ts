import { command, cstring, u8 } from '@smswire/pdu';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Pdu, type SmppPdu, smpp, type submitSm } from '../src/index.js';

describe('types', () => {
  it('of a decoded PDU are narrowed by its command', () => {
    const codec = smpp();
    const pdu = codec.decode(
      codec.encode({
        command: 'submit_sm',
        sequenceNumber: 1,
        destinationAddr: '447700900123',
        shortMessage: Uint8Array.of(1),
      }),
    );
    expectTypeOf(pdu).toEqualTypeOf<SmppPdu>();
    if (pdu.command === 'submit_sm') {
      expectTypeOf(pdu.shortMessage).toEqualTypeOf<Uint8Array>();
      expectTypeOf(pdu.tlvs?.sarMsgRefNum).toEqualTypeOf<number | undefined>();
      expectTypeOf(pdu.tlvs?.callbackNum).toEqualTypeOf<Uint8Array[] | undefined>();
      expectTypeOf(pdu).toEqualTypeOf<Pdu<typeof submitSm>>();
    }
  });

  it('of a response say that its body may be absent', () => {
    expectTypeOf<Extract<SmppPdu, { command: 'submit_sm_resp' }>['messageId']>().toEqualTypeOf<string | undefined>();
  });

  it('of destinations are told apart by their flag', () => {
    type Destination = Extract<SmppPdu, { command: 'submit_multi' }>['destAddresses'][number];
    expectTypeOf<Extract<Destination, { destFlag: 2 }>>().toEqualTypeOf<{ destFlag: 2; dlName: string }>();
  });

  it('of vendor TLVs and commands follow from their tables', () => {
    const codec = smpp({
      tlvs: { dltEntityId: { tag: 0x1400, value: cstring(20) } },
      commands: [command('vendor_x', 0x10200, { a: u8 })],
    });
    const pdu = codec.decode(codec.encode({ command: 'vendor_x', a: 1, tlvs: { dltEntityId: 'x' } }));
    if (pdu.command === 'vendor_x') {
      expectTypeOf(pdu.a).toEqualTypeOf<number>();
      expectTypeOf(pdu.tlvs?.dltEntityId).toEqualTypeOf<string | undefined>();
    }
  });

  it('refuse a field that the command does not have', () => {
    // @ts-expect-error a misspelt field
    smpp().encode({ command: 'submit_sm', shortMesage: Uint8Array.of(1) });
    // @ts-expect-error a field of another command
    smpp().encode({ command: 'enquire_link', messageId: '' });
    // @ts-expect-error a command that is in no table
    expect(() => smpp().encode({ command: 'submit' })).toThrow(/no command 'submit'/);
  });
});
