// Compiles and runs every example, and the code of every README, as a user would: against the built packages.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const failures = [];

function run(name, args) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 120_000 });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) failures.push(`${name}:\n${stdout}${stderr}`);
}

/** `call(); // throws X: …` in a README is a claim like any other. */
const claims = (code) =>
  code.replaceAll(
    /^(?!const|let)(\S.*?);? \/\/ throws (\w+).*$/gm,
    (_line, call, name) =>
      `{ let thrown: unknown; try { ${call}; } catch (error) { thrown = error; } ` +
      `if ((thrown as Error)?.name !== '${name}') throw new Error('${name} was not thrown'); }`,
  );

// In the examples' folder, which depends on every package, so that the code finds them by name.
const folder = 'examples/readme';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const folders = ['.', ...['packages', 'tools'].flatMap((group) => readdirSync(group).map((name) => join(group, name)))];
const blocks = new Map();
for (const readme of folders.map((dir) => join(dir, 'README.md')).filter((path) => existsSync(path))) {
  const found = [...readFileSync(readme, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)];
  found.forEach(([, code], index) => {
    const name = `${readme.replaceAll(/[^a-z]+/gi, '-')}-${index + 1}`;
    blocks.set(name, `${readme}, block ${index + 1}`);
    writeFileSync(join(folder, `${name}.ts`), claims(code));
  });
}

run('examples and README code compile', ['node_modules/typescript/bin/tsc', '-p', 'examples/tsconfig.json']);
for (const file of readdirSync('examples')
  .filter((name) => name.endsWith('.ts'))
  .sort()) {
  run(`examples/${file}`, [`examples/dist/${basename(file, '.ts')}.js`]);
}
for (const [name, title] of blocks) run(title, [`examples/dist/readme/${name}.js`]);
rmSync(folder, { recursive: true, force: true });

for (const failure of failures) console.error(`\n${failure}`);
process.exit(failures.length === 0 ? 0 : 1);
