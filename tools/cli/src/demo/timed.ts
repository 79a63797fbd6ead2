import { smpp } from '@smswire/smpp';
import { fromHex } from '../hex.js';
import { progress } from '../progress.js';
import { exchange } from './exchange.js';

const ROUNDS = 20;
const OURS = 50_000;
// The peer takes so much longer that as many would make a long wait of it.
const THEIRS = 500;

/** Times encoding and decoding of a part with TLVs, in turns with node-smpp so that both meet the same machine. */
export async function timed(): Promise<boolean> {
  const ours = ourRoundTrip();
  const theirs = await theirRoundTrip();
  ours(OURS);
  theirs?.(THEIRS);
  const ratios: number[] = [];
  const own: number[] = [];
  const show = progress('round trips');
  for (let round = 0; round < ROUNDS; round++) {
    const mine = perTrip(ours, OURS);
    own.push(mine);
    if (theirs) ratios.push(perTrip(theirs, THEIRS) / mine);
    show((round + 1) * OURS, ROUNDS * OURS);
  }
  const microseconds = (median(own) / 1000).toFixed(2);
  process.stdout.write(
    `${(ROUNDS * OURS).toLocaleString('en')} round trips of a submit_sm with TLVs, ${microseconds} µs each\n`,
  );
  process.stdout.write(
    theirs
      ? `node-smpp in the same rounds (${(ROUNDS * THEIRS).toLocaleString('en')} of the same PDU): ${median(ratios).toFixed(0)} times slower\n`
      : 'node-smpp is not installed here: npm install smpp, to see it in the same rounds\n',
  );
  return true;
}

const part = (): Uint8Array => {
  const bytes = fromHex((exchange[2] as { hex: string }).hex);
  // As octets: node-smpp would make text of it in decoding, which is work that the codec here leaves to another package.
  const octets = smpp();
  return octets.encode({ ...octets.decode(bytes), dataCoding: 4 } as Parameters<typeof octets.encode>[0]);
};

function ourRoundTrip(): (times: number) => void {
  const codec = smpp();
  const bytes = part();
  return (times) => {
    for (let i = 0; i < times; i++) codec.encode(codec.decode(bytes));
  };
}

interface NodeSmpp {
  PDU: { new (command: string, fields: object): { toBuffer(): Buffer }; fromBuffer(bytes: Buffer): NodeSmppPdu };
}

type NodeSmppPdu = Record<string, unknown> & { command: string };

async function theirRoundTrip(): Promise<((times: number) => void) | undefined> {
  // A name in a variable: the package is no dependency of the command.
  const name = 'smpp';
  const peer = (await import(name).catch(() => undefined)) as { default: NodeSmpp } | undefined;
  if (peer === undefined) return undefined;
  const { PDU } = peer.default;
  const bytes = Buffer.from(part());
  return (times) => {
    for (let i = 0; i < times; i++) {
      const { command, ...fields } = PDU.fromBuffer(bytes);
      new PDU(command, {
        ...fields,
        short_message: (fields['short_message'] as { message: Buffer }).message,
      }).toBuffer();
    }
  };
}

function perTrip(run: (times: number) => void, times: number): number {
  const start = process.hrtime.bigint();
  run(times);
  return Number(process.hrtime.bigint() - start) / times;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] as number;
