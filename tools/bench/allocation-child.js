import { smpp } from '@smswire/smpp';
import { samples } from './samples.js';

const codec = smpp();
const target = new Uint8Array(65536);
const OPERATIONS = 20_000;

function octetsEach(run) {
  for (let i = 0; i < OPERATIONS; i++) run();
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < OPERATIONS; i++) run();
  return Math.round((process.memoryUsage().heapUsed - before) / OPERATIONS);
}

// Natives are syntax only under a flag: the text is compiled here, where that flag is set.
// oxlint-disable-next-line typescript/no-implied-eval -- see above
const fast = new Function('object', 'return %HasFastProperties(object)');

const rows = Object.entries(samples).map(([name, { ours, bytes }]) => {
  const pdu = codec.decode(bytes);
  return [
    name,
    {
      encode: octetsEach(() => codec.encodeInto(ours, target, 0)),
      decode: octetsEach(() => codec.decode(bytes)),
      fast: fast(pdu) && (pdu.tlvs === undefined || fast(pdu.tlvs)),
    },
  ];
});
process.stdout.write(JSON.stringify(Object.fromEntries(rows)));
