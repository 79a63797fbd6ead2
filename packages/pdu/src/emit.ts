/** Collects the lines of one generated function and gives out names that no other line uses. */
export interface Emitter {
  line(text: string): void;
  name(stem: string): string;
  /** A value from outside that the generated code may use, under a name of its own. */
  constant(stem: string, value: unknown): string;
  /** Makes the function. Its body is what was collected; only layouts reach it, never input. */
  build<F>(...parameters: string[]): F;
}

export function emitter(): Emitter {
  const lines: string[] = [];
  const constants = new Map<string, unknown>();
  let count = 0;
  const name = (stem: string): string => `${stem}${count++}`;
  return {
    name,
    line: (text) => void lines.push(text),
    constant(stem, value) {
      for (const [known, same] of constants) if (same === value) return known;
      const fresh = name(stem);
      constants.set(fresh, value);
      return fresh;
    },
    build<F>(...parameters: string[]): F {
      const source = `'use strict'; return (${parameters.join(', ')}) => {\n${lines.join('\n')}\n};`;
      // oxlint-disable-next-line typescript/no-implied-eval -- making code from layouts is what this file is for
      return new Function(...constants.keys(), source)(...constants.values()) as F;
    },
  };
}

let allowed: boolean | undefined;

/** Whether this platform lets code be made from text: a strict content security policy and some edge runtimes do not. */
export function mayCompile(): boolean {
  if (allowed === undefined) {
    try {
      // oxlint-disable-next-line typescript/no-implied-eval -- the only way to find out is to try
      allowed = new Function('return true')() as boolean;
    } catch {
      allowed = false;
    }
  }
  return allowed;
}

/** A property's name in an object literal or behind a dot: always quoted, so that no name can be code. */
export const quote = (name: string): string => JSON.stringify(name);
