import { command, cstring, u8 } from '@smswire/pdu';
import { expectTypeOf, it } from 'vitest';
import { type Pdu, smpp, type submitSm } from '../src/index.js';

it('types', () => {
  const v = smpp();
  const pdu = v.decode(
    v.encode({
      command: 'submit_sm',
      sequenceNumber: 1,
      destinationAddr: '447700900123',
      shortMessage: Uint8Array.of(1),
    }),
  );
  if (pdu.command === 'submit_sm') {
    expectTypeOf(pdu.shortMessage).toEqualTypeOf<Uint8Array>();
    expectTypeOf(pdu.tlvs?.sarMsgRefNum).toEqualTypeOf<number | undefined>();
    expectTypeOf(pdu.tlvs?.callbackNum).toEqualTypeOf<Uint8Array[] | undefined>();
    expectTypeOf(pdu).toEqualTypeOf<Pdu<typeof submitSm>>();
  }
  const w = smpp({
    tlvs: { dltEntityId: { tag: 0x1400, value: cstring(20) } },
    commands: [command('vendor_x', 0x10200, { a: u8 })],
  });
  const q = w.decode(w.encode({ command: 'vendor_x', a: 1, tlvs: { dltEntityId: 'x' } }));
  if (q.command === 'vendor_x') {
    expectTypeOf(q.a).toEqualTypeOf<number>();
    expectTypeOf(q.tlvs?.dltEntityId).toEqualTypeOf<string | undefined>();
  }
  // @ts-expect-error no such field
  v.encode({ command: 'submit_sm', shortMesage: Uint8Array.of(1) });
});
