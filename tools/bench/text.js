import { gsm7, ucs2 } from '@smswire/user-data';
import nodeSmpp from 'smpp';
import { ratio, rounds, shown } from './rounds.js';

const { ASCII, UCS2 } = nodeSmpp.encodings;

const texts = {
  'GSM, 20 characters': [gsm7, ASCII, 'Your code is 4711-42'],
  'GSM, 140 characters': [gsm7, ASCII, 'The quick brown fox jumps over the lazy dog. '.repeat(4).slice(0, 140)],
  'GSM, 140 with escapes and accents': [gsm7, ASCII, '{Prix: 12€ à payer} éèùìòÇ '.repeat(6).slice(0, 140)],
  'UCS-2, 70 characters': [ucs2, UCS2, '您尾号为八八四二的账户完成一笔转账交易。'.repeat(4).slice(0, 70)],
};

/** Text to octets and back beside node-smpp, whose "ASCII" is the GSM default alphabet. */
export function text(minutes) {
  const rows = Object.entries(texts).map(([name, [ours, theirs, value]]) => {
    const bytes = ours.encode(value);
    const buffer = theirs.encode(value);
    if (!Buffer.from(bytes).equals(buffer)) throw new Error(`${name}: the two disagree`);
    const count = Math.max(11, Math.round((minutes * 60_000) / (4 * 2 * 4)));
    const times = rounds(
      {
        encode: () => ours.encode(value),
        'their encode': () => theirs.encode(value),
        decode: () => ours.decode(bytes),
        'their decode': () => theirs.decode(buffer),
      },
      count,
    );
    return [
      name,
      { encode: shown(ratio(times, 'their encode', 'encode')), decode: shown(ratio(times, 'their decode', 'decode')) },
    ];
  });
  console.log('How many times slower than ours node-smpp is with text:');
  console.table(Object.fromEntries(rows));
}
