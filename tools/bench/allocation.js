import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const flags = [
  '--single-threaded-gc',
  '--max-semi-space-size=512',
  '--min-semi-space-size=512',
  '--expose-gc',
  '--allow-natives-syntax',
];

/** Heap octets for each operation, in a process of its own with a young generation that is never collected. */
export function allocation() {
  const file = fileURLToPath(new URL('./allocation-child.js', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  console.log('Heap octets an operation, and whether decoded objects have fast properties:');
  console.table(JSON.parse(stdout));
}
