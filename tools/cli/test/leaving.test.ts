import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smpp } from '@smswire/smpp';
import { afterAll, describe, expect, it } from 'vitest';
import { selfSigned } from './certificate.js';
import { endAll, smswire, startCentre, startSend } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'smswire-'));
afterAll(() => {
  endAll();
  rmSync(folder, { recursive: true });
});

const to = ['--destination-addr', '447700900123'];

/** A peer that says what it is told to and nothing else. */
async function strangerAt(port: string, bytes: Uint8Array): Promise<net.Socket> {
  const socket = net.connect({ host: '127.0.0.1', port: Number(port), allowHalfOpen: true });
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(bytes);
  return socket;
}

const bind = smpp().encode({ command: 'bind_transceiver', sequenceNumber: 1, systemId: 'mute' });

describe('a signal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s has serve unbind its links, close and end with 0', async (name) => {
    const centre = await startCentre();
    const esme = startSend(centre.port, '--wait');
    await esme.until(/bind_transceiver_resp/);
    centre.signal(name);
    const { code, out } = await centre.ended;
    expect(code).toBe(0);
    expect(out).toContain(`${name}: taking leave\n`);
    expect(out).toMatch(/#1 → unbind 1\n#1 ← unbind_resp 1 ok\n#1 closed: this side said goodbye\n/);
    // It was to stay, and could not.
    expect(await esme.ended).toMatchObject({ code: 1, out: expect.stringContaining('← unbind 1\n') });
  });

  it('has send unbind, close and end with 0 once its message is accepted', async () => {
    const centre = await startCentre('--echo', '--quiet');
    const esme = startSend(centre.port, '--wait', '--quiet', ...to, 'Hello '.repeat(40));
    await esme.until(/message from "447700900123" to "": "(Hello ){40}"\n/);
    esme.signal('SIGTERM');
    expect(await esme.ended).toMatchObject({ code: 0, err: '' });
  });

  it('has send leave what it has not sent, and end with 1', async () => {
    const centre = await startCentre('--quiet');
    const esme = startSend(centre.port, ...to, '--count', '1000', '--rate', '1', '--window', '50', 'Hello');
    await esme.until(/submit_sm_resp/);
    esme.signal('SIGINT');
    const { code, out, err } = await esme.ended;
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/\n1 of 1000 accepted\n.*← unbind_resp/s);
  });

  it('that comes again ends serve at once, though a peer answers nothing', async () => {
    const centre = await startCentre();
    const mute = await strangerAt(centre.port, bind);
    await centre.until(/bind_transceiver_resp/);
    centre.signal('SIGINT');
    await centre.until(/→ unbind/);
    centre.signal('SIGTERM');
    expect((await centre.ended).code).toBe(143);
    mute.destroy();
  });
});

describe('smswire serve', () => {
  it('ends the connection of who speaks something else, and serves the others', async () => {
    const centre = await startCentre();
    const http = await strangerAt(centre.port, Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    await centre.until(/#1 closed: what came looks like HTTP, not smpp/);
    expect((await startSend(centre.port, '--ping', '--quiet').ended).code).toBe(0);
    http.destroy();
  });

  it('says what of a PDU it could not read, and refuses just that', async () => {
    const centre = await startCentre();
    const bad = Buffer.from('00000014000000040000000000000002' + '00616263', 'hex');
    const peer = await strangerAt(centre.port, Buffer.concat([bind, bad]));
    await centre.until(/#1 ← unreadable: submit_sm\.\w+ at \d+: .*\n#1 → submit_sm_resp 2 ESME_\w+\n/);
    peer.destroy();
  });

  it('ends with 1 where the port is taken', async () => {
    const centre = await startCentre();
    const second = await startCentre('--port', centre.port).catch((error: Error) => error);
    expect(second).toMatchObject({ message: expect.stringMatching(/smswire: port \d+ cannot be listened at.*in use/) });
  });

  it('speaks TLS, and send verifies whom it speaks to', async () => {
    const { key, cert } = selfSigned('localhost');
    const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    writeFileSync(keyFile, key);
    writeFileSync(certFile, cert);
    const centre = await startCentre('--tls-key', keyFile, '--tls-cert', certFile);
    const ping = (...args: string[]) => startSend(centre.port, '--host', 'localhost', '--ping', ...args).ended;
    const [trusted, careless, careful] = await Promise.all([ping('--ca', certFile), ping('--insecure'), ping('--tls')]);
    expect([trusted.code, careless.code]).toEqual([0, 0]);
    expect(careful).toMatchObject({ code: 3, err: expect.stringContaining('self-signed certificate') });
  });

  it.each([
    ['--tls-key', 'private key', 'serve'],
    ['--tls-cert', 'certificate', 'serve'],
    ['--tls-key', 'private key', 'send'],
    ['--tls-cert', 'certificate', 'send'],
    ['--ca', 'certificate', 'send'],
  ])('names %s and its file where that has no %s in it, in %s', (option, what, command) => {
    const { key, cert } = selfSigned('localhost');
    const contents: Record<string, string> = { '--tls-key': key, '--tls-cert': cert, '--ca': cert };
    const spoilt = { other: 'no PEM at all', broken: `-----BEGIN ${what.toUpperCase()}-----\nAAAA\n` };
    for (const [kind, text] of Object.entries(spoilt)) {
      const names = command === 'serve' ? ['--tls-key', '--tls-cert'] : Object.keys(contents);
      const args = names.flatMap((name) => {
        const file = join(folder, `${kind}${name}.pem`);
        writeFileSync(file, name === option ? text : (contents[name] as string));
        return [name, file];
      });
      const where = command === 'serve' ? ['--port', '0'] : ['--system-id', 'esme', '--ping'];
      const { code, out, err } = smswire([command, '--protocol', 'smpp', ...where, ...args]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(new RegExp(`^smswire: ${option}: .*${what}.*\n$`));
      expect(err).toContain(join(folder, `${kind}${option}.pem`));
    }
  });
});
