import { command, cstring, messages, octets, tlvs, u8, u16, u32, usually } from '@smswire/pdu';

export type Held = Record<string, unknown>;

type Ping = { command: 'ping'; status: number; number: number; tlvs?: Held };
type Send = { command: 'send'; status: number; number: number; to: string; text: Uint8Array; tlvs?: Held };
type SendResp = { command: 'send_resp'; status: number; number: number; id?: string; tlvs?: Held };

/** A protocol in the small: a header of two fields, three commands, TLVs behind them. */
export const protocol = messages<Ping | Send | SendResp, Held>({
  header: { status: u32, number: usually(u32, 1, 0x7fffffff) },
  number: 'number',
  status: 'status',
  commands: [
    command('ping', 1, {}),
    command('send', 2, { to: cstring(6), text: octets(u8) }),
    command('send_resp', 0x80000002, { id: cstring(9) }, { bodiless: true }),
  ],
  tail: {
    tlvs: tlvs({
      port: { tag: 1, value: u16 },
      number: { tag: 2, value: u8, repeat: true },
      note: { tag: 3, value: cstring(5) },
    }),
  },
  check: (pdu) =>
    (pdu['tlvs'] as Held)['port'] === 0
      ? { code: 'port_zero', path: 'tlvs.port', message: 'none listens there' }
      : undefined,
  maxLength: 5000,
});
