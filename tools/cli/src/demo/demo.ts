import { styleText } from 'node:util';
import { captured } from './captured.js';
import { live } from './live.js';
import { liveCmpp } from './live-cmpp.js';
import { timed } from './timed.js';

/** `smswire demo`: what the library does, in a few seconds. Gives the exit code. */
export async function demo(): Promise<number> {
  const parts: readonly [string, () => Promise<boolean> | boolean][] = [
    ['A captured exchange, every octet explained, and encoded again', captured],
    ['An ESME and a message centre over TCP, every receipt awaited', live],
    ['An SP and a gateway of CMPP 3.0 over TCP: a long message, its reports, and a message back', liveCmpp],
    ['A million round trips', timed],
  ];
  let good = true;
  for (const [title, part] of parts) {
    process.stdout.write(`\n${styleText('bold', `— ${title} —`)}\n\n`);
    good = (await part()) && good;
  }
  return good ? 0 : 1;
}
