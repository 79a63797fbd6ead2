import { smpp } from '@smswire/smpp';
import nodeSmpp from 'smpp';
import { decodeSubmit, encodeSubmit } from './by-hand.js';
import { ratio, rounds, shown } from './rounds.js';
import { mix, sample, samples } from './samples.js';

const ours = smpp();
const interpreted = smpp({ compile: false });
const target = new Uint8Array(65536);

/** Encoding and decoding beside node-smpp, beside code written by hand, and in both engines. */
export function codec(minutes) {
  const table = [];
  const mixed = mix.map(sample);
  for (const [name, each] of [...Object.entries(samples), ['twelve commands mixed', mixed]]) {
    table.push(row(name, Array.isArray(each) ? each : [each], minutes));
  }
  console.log('How many times slower than ours, octets in and out:');
  console.table(Object.fromEntries(table));
}

function row(name, set, minutes) {
  const pick = (run) => (i) => run(set[i % set.length]);
  const byHand = name.startsWith('submit_sm,');
  const encoders = {
    into: pick(({ ours: pdu }) => ours.encodeInto(pdu, target, 0)),
    own: pick(({ ours: pdu }) => ours.encode(pdu)),
    interpreted: pick(({ ours: pdu }) => interpreted.encodeInto(pdu, target, 0)),
    peer: pick(({ theirs }) => new nodeSmpp.PDU(theirs.command, theirs.fields).toBuffer()),
    ...(byHand && { hand: pick(({ ours: pdu }) => encodeSubmit(pdu, target, 0)) }),
  };
  const decoders = {
    into: pick(({ bytes }) => ours.decode(bytes)),
    interpreted: pick(({ bytes }) => interpreted.decode(bytes)),
    peer: pick(({ buffer }) => nodeSmpp.PDU.fromBuffer(buffer)),
    ...(byHand && { hand: pick(({ bytes }) => decodeSubmit(bytes, 0, bytes.length)) }),
  };
  const count = Math.max(11, Math.round((minutes * 60_000) / (7 * 2 * 9)));
  const encode = rounds(encoders, count);
  const decode = rounds(decoders, count);
  const hand = (times) => (byHand ? shown(ratio(times, 'into', 'hand')) : '');
  return [
    name,
    {
      'node-smpp encode': shown(ratio(encode, 'peer', 'into')),
      'node-smpp, own array': shown(ratio(encode, 'peer', 'own')),
      'node-smpp decode': shown(ratio(decode, 'peer', 'into')),
      'ours ÷ by hand, encode': hand(encode),
      'ours ÷ by hand, decode': hand(decode),
      'interpreter encode': shown(ratio(encode, 'interpreted', 'into')),
      'interpreter decode': shown(ratio(decode, 'interpreted', 'into')),
    },
  ];
}
