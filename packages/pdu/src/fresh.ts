import type { Engine } from './engine.js';
import { PduError } from './errors.js';

/** Encodes into one array, made at first use, and hands out a copy of exactly the record each time. */
export function fresh(maxLength: number): (engine: Engine, value: unknown, number?: unknown) => Uint8Array {
  let scratch: Uint8Array | undefined;
  return (engine, value, number) => {
    scratch ??= new Uint8Array(maxLength);
    try {
      return scratch.slice(0, engine.write(value, scratch, 0, number));
    } catch (error) {
      if (!(error instanceof PduError && error.code === 'no_room')) throw error;
      const { command, path, offset } = error;
      const message = `at most ${maxLength} octets are allowed, and this passes them`;
      throw new PduError({ code: 'too_long', command, path, offset, message });
    }
  };
}
