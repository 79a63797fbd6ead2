import type { Engine } from './engine.js';
import { PduError } from './errors.js';

// Enough for any PDU but those with a payload of kilobytes; what needs more gets it, up to the limit, and keeps it.
const AT_FIRST = 16 * 1024;

/** Writes records into an array of its own, which grows to the longest seen, and hands out exact copies. */
export function fresh(maxLength: number): (engine: Engine, value: unknown, number?: unknown) => Uint8Array {
  let scratch: Uint8Array | undefined;
  return (engine, value, number) => {
    scratch ??= new Uint8Array(Math.min(maxLength, AT_FIRST));
    for (;;) {
      try {
        return scratch.slice(0, engine.write(value, scratch, 0, number));
      } catch (error) {
        if (!(error instanceof PduError && error.code === 'no_room')) throw error;
        if (scratch.length >= maxLength) throw tooLong(error, maxLength);
        scratch = new Uint8Array(Math.min(maxLength, scratch.length * 4));
      }
    }
  };
}

function tooLong({ command, path, offset }: PduError, maxLength: number): PduError {
  const message = `at most ${maxLength} octets are allowed, and this passes them`;
  return new PduError({ code: 'too_long', command, path, offset, message });
}
