import { readFileSync } from 'node:fs';

/** The version of the package this command came in. */
export const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
