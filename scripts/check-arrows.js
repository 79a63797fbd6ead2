// Packages may only import downwards. Without this, one convenient import turns separate packages into one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each package's src may import of its siblings. A type-only import counts: it reaches the user's compiler. */
const allowed = {
  buffer: [],
  pdu: ['buffer'],
  'user-data': ['buffer'],
  smpp: ['buffer', 'pdu'],
  cmpp: ['buffer', 'pdu'],
  'wap-push': ['buffer'],
  mccp: ['buffer'],
  session: [],
  testing: ['buffer', 'pdu', 'session'],
};
const external = { testing: ['fast-check'], 'wap-push': ['saxes'] };

const faults = [];
const files = (dir) =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
// Documentation shows how packages are used together; that is no arrow.
const code = (text) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const imports = /^\s*(?:import|export)\b[^;']*?\bfrom\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'/gm;
const importsOf = (file) =>
  [...code(readFileSync(file, 'utf8')).matchAll(imports)].map((match) => match[1] ?? match[2] ?? match[3]);

for (const name of readdirSync('packages')) {
  const arrows = allowed[name];
  if (arrows === undefined) {
    faults.push(`packages/${name}: not in the table of ${import.meta.url.split('/').pop()}`);
    continue;
  }
  const may = [...arrows.map((sibling) => `@smswire/${sibling}`), ...(external[name] ?? [])];
  for (const file of files(`packages/${name}/src`)) {
    for (const target of importsOf(file)) {
      if (target.startsWith('.') || target.startsWith('node:')) continue;
      if (!may.some((ok) => target === ok || target.startsWith(`${ok}/`))) faults.push(`${file} imports ${target}`);
    }
  }
  const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
  for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (!may.includes(dependency)) faults.push(`packages/${name}/package.json depends on ${dependency}`);
  }
}

for (const group of ['tools', 'examples'].filter((folder) => existsSync(folder))) {
  for (const file of files(group).filter((path) => !path.includes('node_modules') && !path.includes('/dist/'))) {
    for (const target of importsOf(file)) {
      if (/packages\/|@smswire\/[^/]+\/(src|dist)/.test(target)) faults.push(`${file} reaches into ${target}`);
    }
  }
}

for (const fault of faults) console.error(fault);
console.log(faults.length === 0 ? 'arrows: every import points downwards' : `arrows: ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
