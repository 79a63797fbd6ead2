import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** The built command, as a user runs it in a pipe. */
export function smswire(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8', env });
  return { code: status, out: stdout, err: stderr };
}
