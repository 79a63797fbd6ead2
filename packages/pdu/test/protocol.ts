import {
  command,
  cstring,
  type Messages,
  messages,
  octets,
  optional,
  rest,
  tlvs,
  u8,
  u16,
  u32,
  usually,
} from '../src/index.js';

/** A protocol in the small: its header is two fields of four octets, and TLVs follow every body. */
const ping = command('ping', 0x01, {});
const send = command('send', 0x02, { to: cstring(6), text: octets(u8) });
const sendResp = command('send_resp', 0x80000002, { id: cstring(9) }, { bodiless: true });
const stop = command('stop', 0x03, { number: u32 });

const table = {
  port: { tag: 0x0001, value: u16 },
  note: { tag: 0x0002, value: cstring(5) },
  number: { tag: 0x0003, value: u8, repeat: true },
  flag: { tag: 0x0004, value: optional(u8) },
  data: { tag: 0x0005, value: rest(2, 4) },
  level: { tag: 0x0006, value: usually(u8, 0, 3) },
} as const;

export function protocol(
  options: { strict?: boolean; compile?: boolean; maxLength?: number } = {},
): Messages<Held, Held> {
  return messages<Held, Held>({
    header: { status: u32, number: usually(u32, 1, 0x7fffffff) },
    number: 'number',
    status: 'status',
    commands: [ping, send, sendResp, stop],
    tail: { tlvs: tlvs(table) },
    check: (pdu) =>
      (pdu['tlvs'] as Held)['port'] === 0
        ? { code: 'port_zero', path: 'tlvs.port', message: 'no service listens there' }
        : undefined,
    maxLength: 1000,
    ...options,
  });
}

export type Held = Record<string, unknown>;
