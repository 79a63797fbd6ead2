import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' };

/** The built command, as a user runs it in a pipe. */
export function smswire(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8', env });
  return { code: status, out: stdout, err: stderr };
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** The built command while it runs. */
export interface Running {
  readonly ended: Promise<Ended>;
  /** Resolves when standard output has come to match; rejects where the command ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  signal(name: NodeJS.Signals): void;
}

const children = new Set<ChildProcess>();

/** Starts the command; `input` is all of its standard input. */
export function start(args: readonly string[], input = ''): Running {
  const child = spawn(process.execPath, [main, ...args], { env, stdio: 'pipe' });
  children.add(child);
  let out = '';
  let err = '';
  const lookers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    for (const look of lookers) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  child.stdin.on('error', () => {}).end(input);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve({ code, signal, out, err });
    });
  });
  return {
    ended,
    signal: (name) => void child.kill(name),
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(out);
          if (found === null) return;
          lookers.delete(look);
          resolve(found);
        };
        lookers.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended without ${String(pattern)}:\n${out}${err}`)));
      }),
  };
}

/** Ends what a failed test has left behind. */
export function endAll(): void {
  for (const child of children) child.kill('SIGKILL');
}

/** A server on a free port. */
async function startServer(protocol: string, args: readonly string[]): Promise<Running & { readonly port: string }> {
  const server = start(['serve', '--protocol', protocol, '--port', '0', ...args]);
  const [, port = ''] = await server.until(/listening on .*:(\d+)\n/);
  return { ...server, port };
}

/** A message centre on a free port. */
export const startCentre = (...args: string[]) => startServer('smpp', args);

/** A gateway on a free port. */
export const startGateway = (...args: string[]) => startServer('cmpp', args);

/** Sends to the centre. */
export const startSend = (port: string, ...args: string[]): Running =>
  start(['send', '--protocol', 'smpp', '--host', '127.0.0.1', '--port', port, '--system-id', 'esme', ...args]);

/** Sends to the gateway. */
export const startSp = (port: string, ...args: string[]): Running =>
  start(['send', '--protocol', 'cmpp', '--host', '127.0.0.1', '--port', port, ...args]);
