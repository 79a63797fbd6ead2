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
  const documents: unknown[] = Array.isArray(document) ? document : [document];
  for (const [index, each] of documents.entries()) {
    if (isUnread(each))
      throw new Failure(`the PDU of document ${index + 1} could not be decoded: only its error is there`);
    const plain = typeof each === 'object' && each !== null && 'pdu' in each ? each.pdu : each;
    process.stdout.write(`${toHex(protocol.encode(plain))}\n`);
  }
  return 0;
}

/** Whether it is what `decode --json` prints in the place of a PDU that it cannot decode. */
const isUnread = (document: unknown): boolean =>
  typeof document === 'object' && document !== null && 'error' in document && 'rows' in document;
