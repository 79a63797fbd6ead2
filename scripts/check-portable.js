// What runs in a browser, Deno and Bun must not lean on Node, Buffer or the DOM, in code or in a public type.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Source folders that must run anywhere, and files in them that are Node's side on a subpath of their own. */
const portable = ['buffer', 'pdu', 'user-data', 'smpp', 'cmpp', 'wap-push', 'mccp', 'session', 'testing'];
const nodeSide = [
  'packages/session/src/node.ts',
  'packages/session/src/node/',
  'packages/mccp/src/node.ts',
  'packages/mccp/src/node/',
];
/** The one place where Buffer is looked for, and done without where it is not. */
const mayDetectBuffer = 'packages/buffer/src/latin1.ts';

const rules = [
  [/\bfrom\s*'node:|\bimport\s*\(?\s*'node:|\brequire\s*\(/, 'imports Node'],
  [/\bBuffer\b/, 'names Buffer'],
  [/\bprocess\s*[.[]|\b__dirname\b|\b__filename\b/, 'uses Node globals'],
  // Not behind a dot or a slash: a property or a file of that name is no DOM.
  [/(?<![.\w/])(window|navigator|HTMLElement|localStorage)\s*[.[]/, 'uses the DOM'],
  [
    /\bdocument\.(body|cookie|head|location|querySelector|createElement|getElementById|addEventListener)/,
    'uses the DOM',
  ],
];

const faults = [];
const present = readdirSync('packages');
for (const name of portable.filter((name) => present.includes(name))) {
  const entries = readdirSync(`packages/${name}/src`, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if (nodeSide.some((path) => file.startsWith(path))) continue;
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    for (const [pattern, what] of rules) {
      if (what === 'names Buffer' && file === mayDetectBuffer) continue;
      const found = pattern.exec(code);
      if (found) faults.push(`${file}: ${what} (${found[0].trim()})`);
    }
  }
}

for (const fault of faults) console.error(fault);
console.log(
  faults.length === 0 ? 'portable: no Node, Buffer or DOM in the codecs' : `portable: ${faults.length} faults`,
);
process.exit(faults.length === 0 ? 0 : 1);
