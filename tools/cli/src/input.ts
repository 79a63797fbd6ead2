import { Failure } from './failure.js';

// More than any PDU needs; a stream that never ends must not fill the memory.
const MOST = 64 * 1024 * 1024;

/** The argument, or else all of standard input. */
export async function textOf(argument: string | undefined): Promise<string> {
  if (argument !== undefined && argument !== '-') return argument;
  if (process.stdin.isTTY) throw new Failure('nothing was given: put it behind the command or pipe it in');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST) throw new Failure(`standard input passes ${MOST} octets`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
