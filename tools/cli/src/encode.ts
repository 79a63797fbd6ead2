import { Failure } from './failure.js';
import { toHex } from './hex.js';
import { textOf } from './input.js';
import type { Explained } from './protocol.js';

/** `smswire encode`: JSON as `decode --json` prints it, or the PDU alone, or an array of either; a line of hex for each. */
export async function encode(protocol: Explained, json: string | undefined): Promise<number> {
  const text = await textOf(json);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new Failure(`the input is not JSON: ${(error as Error).message}`);
  }
  for (const each of Array.isArray(document) ? document : [document]) {
    const plain = typeof each === 'object' && each !== null && 'pdu' in each ? each.pdu : each;
    process.stdout.write(`${toHex(protocol.encode(plain))}\n`);
  }
  return 0;
}
