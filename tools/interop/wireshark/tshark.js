import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdmlReader } from './pdml.js';

/** Wireshark's reading of a capture file: packets as `pdmlReader` gives them. `options` are of tshark. */
export async function dissect(capture, options) {
  const directory = await mkdtemp(join(tmpdir(), 'smswire-interop-'));
  try {
    const file = join(directory, 'capture.pcap');
    await writeFile(file, capture);
    return await read(['-n', '-r', file, '-T', 'pdml', ...options]);
  } finally {
    await rm(directory, { recursive: true });
  }
}

function read(arguments_) {
  // Times are shown in the zone of the machine otherwise.
  const tshark = spawn('tshark', arguments_, { env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' } });
  const packets = [];
  const parser = pdmlReader((packet) => packets.push(packet));
  let complaints = '';
  tshark.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text;
  });
  return new Promise((resolve, reject) => {
    tshark.on('error', reject);
    tshark.stdout.setEncoding('utf8').on('data', (text) => {
      try {
        parser.write(text);
      } catch (error) {
        tshark.kill();
        reject(error);
      }
    });
    tshark.on('close', (code) => {
      if (code === 0) resolve(packets);
      else reject(new Error(`tshark ended with ${code}: ${complaints}`));
    });
  });
}
