import { styleText } from 'node:util';
import { smpp } from '@smswire/smpp';
import { explain } from '../explain.js';
import { fromHex, toHex } from '../hex.js';
import { octetsOf } from '../octets.js';
import { smppExplained } from '../smpp/explained.js';
import { exchange } from './exchange.js';

const codec = smpp();

/** Shows each PDU dissected, encodes it again, and compares octet by octet. */
export function captured(): boolean {
  let octets = 0;
  for (const { from, does, hex } of exchange) {
    const bytes = fromHex(hex);
    const pdu = codec.decode(bytes);
    const title = `${from} ${does}: ${smppExplained.title(pdu)}, ${octetsOf(bytes.length)}`;
    process.stdout.write(`${explain(smppExplained, bytes, pdu, title)}\n\n`);
    const again = codec.encode(pdu);
    const differs = bytes.findIndex((octet, index) => octet !== again[index]);
    if (differs >= 0 || again.length !== bytes.length) {
      process.stdout.write(styleText('red', `encoded again it differs at octet ${differs}: ${toHex(again)}\n`));
      return false;
    }
    octets += bytes.length;
  }
  const said = `${exchange.length} PDUs decoded and encoded again: all ${octets} octets are the same`;
  process.stdout.write(`${styleText('green', said)}\n`);
  return true;
}
