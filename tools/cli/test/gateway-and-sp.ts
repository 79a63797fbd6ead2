import { type CmppInput, type CmppPdu, type CmppVersion, connectRequest } from '@smswire/cmpp';
import { Link } from '@smswire/session';
import { manualClock, memoryWires } from '@smswire/session/memory';
import { type Codec, codecOf, type Received } from '../src/cmpp/codec.js';
import { type GatewayOptions, gateway } from '../src/serve/cmpp/gateway.js';

/** An SP on a link to a gateway, over memory, and a clock that goes by hand. */
export function world(options: GatewayOptions = {}) {
  const clock = manualClock();
  const server = gateway(codecOf('3.0'), { clock, ...options });

  async function advance(ms: number): Promise<void> {
    clock.advance(ms);
    for (let i = 0; i < 30; i++) {
      clock.settle();
      await Promise.resolve();
    }
  }

  /** Connects under the address. `got` are the DELIVERs that came; `result` answers them. */
  async function sp(sourceAddr = '900001', version: CmppVersion = '3.0', result = 0) {
    const [near, far] = memoryWires({ clock });
    const got: Received<'CMPP_DELIVER'>[] = [];
    new Link<Codec>(far, server.codec, (link) => server.accept(link), { clock, keepaliveMs: 0, concurrency: 1000 });
    const onRequest = (pdu: CmppPdu<'3.0'>): CmppInput<'3.0'> | undefined => {
      if (pdu.command !== 'CMPP_DELIVER') return undefined;
      got.push(pdu);
      return { command: 'CMPP_DELIVER_RESP', msgId: pdu.msgId, result };
    };
    const link = new Link<Codec>(near, codecOf(version), { onRequest }, { clock, keepaliveMs: 0 });
    /** Gives the answer that comes without any time going by. */
    async function ask<C extends CmppPdu<'3.0'>['command']>(pdu: CmppInput<'3.0'>): Promise<Received<C>> {
      let response: unknown;
      link.request(pdu).then(
        (came) => {
          response = came;
        },
        (error: unknown) => {
          response = error;
        },
      );
      await advance(0);
      return response as Received<C>;
    }
    await ask(connectRequest({ sourceAddr, secret: '', version, now: new Date() }));
    return { link, got, ask };
  }

  return { server, clock, advance, sp };
}
