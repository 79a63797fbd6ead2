import { Link, type LinkOptions } from '@smswire/session';
import { type ManualClock, manualClock, memoryWires } from '@smswire/session/memory';
import { type SmppInput, type SmppPdu, smpp } from '@smswire/smpp';
import { type CentreOptions, messageCentre } from '../src/serve/centre.js';
import type { Server } from '../src/serve/server.js';
import type { Codec } from '../src/smpp/codec.js';

/** A message centre, and a clock that goes by hand. */
export interface World {
  readonly centre: Server<Codec>;
  readonly clock: ManualClock;
  /** What the centre could not hand over, and why. */
  readonly lost: string[];
  /** Lets all happen that needs no time, then time pass, and what that brings. */
  readonly advance: (ms: number) => Promise<void>;
}

export function world(options: CentreOptions = {}): World {
  const clock = manualClock();
  const lost: string[] = [];
  const centre = messageCentre(smpp(), {
    clock,
    onLost: (pdu, why) => lost.push(`${pdu.command}: ${why}`),
    ...options,
  });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) {
      clock.settle();
      await Promise.resolve();
    }
  };
  return {
    centre,
    clock,
    lost,
    async advance(ms) {
      await settle();
      clock.advance(ms);
      await settle();
    },
  };
}

/** An ESME on a link of its own, and what it was sent. */
export interface Esme {
  readonly link: Link<Codec>;
  readonly got: SmppPdu[];
  /** Sends, and gives the answer that comes without any time going by; undefined where none does. */
  ask<C extends SmppPdu['command']>(pdu: SmppInput): Promise<Extract<SmppPdu, { command: C }> | undefined>;
}

export async function esmeOf(
  { centre, clock, advance }: World,
  bind: Partial<SmppInput> & { readonly command?: SmppInput['command'] } = {},
  options: LinkOptions = {},
): Promise<Esme> {
  const [near, far] = memoryWires({ clock });
  const got: SmppPdu[] = [];
  // As many at once as serve lets, so that delayed answers hold up nothing.
  new Link(far, centre.codec, (link) => centre.accept(link), { clock, concurrency: 1000, keepaliveMs: 0 });
  const answer = (pdu: SmppPdu): SmppInput => {
    got.push(pdu);
    return { command: `${pdu.command}_resp` } as SmppInput;
  };
  const link = new Link<Codec>(near, smpp(), { onRequest: answer }, { clock, keepaliveMs: 0, ...options });
  const ask: Esme['ask'] = async (pdu) => {
    let response: SmppPdu | undefined;
    link.request(pdu).then(
      (came) => {
        response = came as SmppPdu;
      },
      () => {},
    );
    await advance(0);
    return response as never;
  };
  await ask({ command: 'bind_transceiver', systemId: 'esme', interfaceVersion: 0x34, ...bind } as SmppInput);
  return { link, got, ask };
}
