import { styleText } from 'node:util';
import type { Protocol, SendOf } from '@smswire/session';
import { connect, listen } from '@smswire/session/node';
import type { Sender } from '../send/sender.js';
import { submitAll } from '../send/submit.js';
import { Tally } from '../send/tally.js';
import type { Server } from '../serve/server.js';
import { traffic } from '../traffic.js';

/** Sends the PDUs to the server over TCP, in one process, awaits their receipts, and says what came of it. */
export async function overTcp<P extends Protocol>(
  centre: Server<P>,
  sender: Sender<P>,
  pdus: readonly SendOf<P>[],
): Promise<boolean> {
  const server = await listen<P>({ host: '127.0.0.1' }, centre.codec, ((link: never) => centre.accept(link)) as never);
  try {
    const { text, good } = await exchange(server.port, sender, pdus);
    process.stdout.write(`${styleText(good ? 'green' : 'red', `${pdus.length} PDUs: ${text}`)}\n`);
    return good;
  } finally {
    centre.stop();
    await server.close();
  }
}

async function exchange<P extends Protocol>(
  port: number,
  sender: Sender<P>,
  pdus: readonly SendOf<P>[],
): Promise<ReturnType<Tally['report']>> {
  const shown = traffic('lines', sender.talked);
  const { signal } = new AbortController();
  const watch = shown.watch();
  const handlers = { ...watch, onRequest: sender.incoming(shown.say) };
  const link = await connect<P>({ host: '127.0.0.1', port }, shown.talked.codec, handlers as never);
  await sender.open(link, (warning) => watch.onWarning?.(warning, link), signal);
  const tally = new Tally(pdus.length);
  await submitAll(sender, link, pdus, { window: 10, signal, tally, awaits: true });
  await sender.receipts.whole(5000, signal);
  await link.close();
  return tally.report(sender.receipts);
}
