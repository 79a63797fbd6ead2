import { readFileSync } from 'node:fs';
import { Failure } from './failure.js';

/** What is in the file that an option names. */
export function fileOf(option: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure(`${option}: ${(error as Error).message}`);
  }
}
