import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const page = new URL('../../docs/interop.md', import.meta.url);

const head = `# Interoperability

Values are generated, exchanged with a peer, and compared with what it made of them. This page is written by \`pnpm interop\`,
which fails for a difference that is not listed here. Counts are those of one run; \`--seed\` makes another.

| Peer | Version | Exchanged | How many | Differences |
| --- | --- | --- | --- | --- |
`;

const middle = `
## Differences and their reasons

"Read otherwise" is compared with what the peer is known to make of it. "Not sent" would take more than itself with it.

| Peer | In | Difference | What is done | Reason |
| --- | --- | --- | --- | --- |
`;

/** Writes the rows of one peer; those of the others stay. */
export function writeRows({ name, exchanges }, version) {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const [exchanged, differences] = text.split('\n## ').map((part) => rowsOfOthers(part, name));
  const made = exchanges.map(({ what, more, count, each, faults }) => {
    const known = faults.length === 0 ? 'none' : `${faults.length}, explained below`;
    return row(name, version, `${what}: ${more}`, `${count.toLocaleString('en')} ${each}`, known);
  });
  const explained = exchanges.flatMap(({ what, faults }) =>
    faults.map((fault) => row(name, what, fault.name, fault.avoided ? 'not sent' : 'read otherwise', fault.reason)),
  );
  const lines = (...groups) => `${groups.flat().sort(byPeer).join('\n')}\n`;
  writeFileSync(page, head + lines(exchanged ?? [], made) + middle + lines(differences ?? [], explained));
}

/** Whichever peer was met last, the page is the same. The order of a peer's own rows stays. */
const byPeer = (a, b) => a.split(' | ')[0].localeCompare(b.split(' | ')[0]);

const rowsOfOthers = (part, name) =>
  part.split('\n').filter((line) => /^\| (?!Peer |---)/.test(line) && !line.startsWith(`| ${name} |`));

const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
