import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs `tool` (wbxml2xml or xml2wbxml) once over each document, on all processors. Returns the octets it wrote, document by
 * document; undefined where it refused, of which `complaints` has what it said.
 */
export async function convert(tool, options, documents) {
  const directory = await mkdtemp(join(tmpdir(), 'smswire-interop-'));
  try {
    const names = documents.map((_, index) => join(directory, `${index}`));
    await Promise.all(names.map((name, index) => writeFile(name, documents[index])));
    const complaints = await overEach(names, [tool, ...options, '-o', '{}.out', '{}']);
    const outputs = await Promise.all(names.map((name) => readFile(`${name}.out`).catch(() => undefined)));
    return { outputs, complaints };
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** A process of its own for each name, started by xargs: starting them from here would cost five times the time. */
function overEach(names, command) {
  const xargs = spawn('xargs', ['-P', String(availableParallelism()), '-I', '{}', ...command]);
  let said = '';
  xargs.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  xargs.stdout.resume();
  return new Promise((resolve, reject) => {
    xargs.on('error', reject);
    // 123: some of the processes failed, which their missing output says more exactly.
    xargs.on('close', (code) =>
      code === 0 || code === 123 ? resolve(said) : reject(new Error(`xargs: ${code} ${said}`)),
    );
    xargs.stdin.end(names.join('\n'));
  });
}
