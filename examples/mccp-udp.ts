// MCCP over a network that loses, doubles and reorders datagrams, without a socket and without waiting: the client and
// the server are told what comes and what time it is, so a seed decides everything and every run is the same.
import { mccp, type UdpClientOutput, udpClient, udpServer } from '@smswire/mccp';

const seed = Number(process.argv[2] ?? 2026);
const requests = 200;
const codec = mccp();
const client = udpClient(codec, { responseTimeoutMs: 2000, maxResends: 4 });
const server = udpServer(codec, { rememberMs: 60_000 });
const random = generator(seed);

type Side = 'client' | 'server';
const flying: { at: number; to: Side; bytes: Uint8Array }[] = [];
const fates = new Map<number, string[]>();
const count = { sent: 0, lost: 0, doubled: 0, sentAgain: 0, handled: 0, late: 0 };
let now = 0;

for (let i = 0; i < requests; i++) follow([client.send({ command: 'RSM', parameters: [`call ${i}`, 'hello'] }, now)]);
for (;;) {
  const times = [client.nextTime(), ...flying.map(({ at }) => at)].filter((time) => time !== undefined);
  if (times.length === 0) break;
  now = Math.min(...times);
  flying.sort((a, b) => a.at - b.at);
  const later = flying.findIndex(({ at }) => at > now);
  for (const { to, bytes } of flying.splice(0, later < 0 ? flying.length : later)) {
    if (to === 'client') follow(client.receive(bytes));
    else serve(bytes);
  }
  follow(client.tick(now));
}

const once = [...fates.values()].filter((fate) => fate.length === 1).length;
const answered = [...fates.values()].filter(([fate]) => fate === 'response').length;
console.log(`seed ${seed}: ${count.sent} datagrams, ${count.lost} lost, ${count.doubled} doubled, in any order`);
console.log(
  `${requests} requests: ${answered} answered, ${requests - answered} given up, ${once} settled exactly once`,
);
console.log(
  `${count.sentAgain} sent again, ${count.handled} handled, ${count.late} late or repeated responses ignored`,
);
console.log(`${(now / 1000).toFixed(1)} s of the network's time`);
if (once !== requests) throw new Error('a request was settled never or twice');

function follow(outputs: readonly UdpClientOutput[]): void {
  for (const output of outputs) {
    if (output.type === 'write') {
      if (output.attempt > 1) count.sentAgain++;
      send('server', output.bytes);
    } else if (output.type === 'response' || output.type === 'failed') {
      fates.set(output.request.trid, [...(fates.get(output.request.trid) ?? []), output.type]);
    } else if (output.type === 'unexpected') count.late++;
  }
}

function serve(datagram: Uint8Array): void {
  for (const output of server.receive('client', datagram, now)) {
    if (output.type === 'write') send('client', output.bytes);
    if (output.type !== 'request') continue;
    count.handled++;
    const bytes = server.answer(output, { parameters: output.request.parameters }, now);
    if (bytes !== undefined) send('client', bytes);
  }
}

function send(to: Side, bytes: Uint8Array): void {
  count.sent++;
  const lost = random() < 0.3;
  const doubled = !lost && random() < 0.2;
  if (lost) count.lost++;
  if (doubled) count.doubled++;
  for (let copy = lost ? 1 : 0; copy < (doubled ? 2 : 1); copy++) flying.push({ at: now + random() * 3000, to, bytes });
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruence modulo 2^32, the high bits of it. */
function generator(state: number): () => number {
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
