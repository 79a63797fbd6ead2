// Real peers and these packages read each other: node main.js [wireshark] [libwbxml] [--seed 1]
import { parseArgs } from 'node:util';
import { install } from './debian.js';
import { libwbxml } from './libwbxml/peer.js';
import { writeRows } from './page.js';
import { wireshark } from './wireshark/peer.js';

const peers = { wireshark, libwbxml };
const SEED = 1;

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string', default: String(SEED) } },
  allowPositionals: true,
});
const seed = Number(values.seed);
for (const name of positionals.length === 0 ? Object.keys(peers) : positionals) await meet(peers[name]);

/** Says in one line what agreed, and of differences that nothing explains the first few of each exchange. */
async function meet(peer) {
  install(peer.command, peer.debianPackage);
  const version = peer.version();
  const said = [];
  const unexplained = [];
  const met = new Set();
  for (const exchange of peer.exchanges) {
    const { count, agreed, known, differences } = await exchange.run(seed, exchange.count);
    const otherwise = known.reduce((total, { times }) => total + times, 0);
    said.push(`${exchange.what} ${count} (${agreed} values agreed, ${otherwise} known to differ)`);
    for (const { name } of known) met.add(name);
    unexplained.push(...differences.slice(0, 5).map((each) => ({ exchange: exchange.what, ...each })));
  }
  const verdict = unexplained.length === 0 ? 'no unexplained difference' : 'UNEXPLAINED DIFFERENCES';
  console.log(`${peer.name} ${version}: ${said.join('; ')}; ${verdict}`);
  for (const each of unexplained) console.error(each);
  if (unexplained.length > 0) process.exitCode = 1;
  else if (seed === SEED) writeRows(peer, version);
  const stale = peer.exchanges
    .flatMap(({ faults }) => faults)
    .filter(({ name, avoided }) => !avoided && !met.has(name));
  for (const { name } of stale) console.error(`${peer.name}: "${name}" is listed and was not met; mended?`);
}
