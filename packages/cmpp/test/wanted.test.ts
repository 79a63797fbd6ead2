import { describe, expect, it } from 'vitest';
import * as api from '../src/index.js';

type Loose = (...given: unknown[]) => unknown;
const { decodeReport, decodeMoReport, authenticatorSource, authenticatorIsmg, connectRequest, login } =
  api as unknown as Record<string, Loose>;

function failure(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const refused = (command: string, path: string) => ({
  name: 'PduError',
  code: 'type',
  command,
  path,
  message: expect.stringContaining(' is wanted, not '),
});

describe('a verb that is given what it does not work on', () => {
  it.each([null, undefined, 60, 'report', {}, []])('a report is octets, not %j', (value) => {
    expect(failure(() => decodeReport?.(value))).toMatchObject(refused('report', ''));
    expect(failure(() => decodeMoReport?.(value))).toMatchObject(refused('moReport', ''));
  });

  it.each([null, undefined, 5, {}, [1]])('a secret is text or octets, not %j', (secret) => {
    const connect = { sourceAddr: '900001', secret, timestamp: 1, version: '3.0', now: new Date(0) };
    const at = refused('CMPP_CONNECT', 'secret');
    expect(failure(() => authenticatorSource?.(connect))).toMatchObject(at);
    expect(failure(() => connectRequest?.(connect))).toMatchObject(at);
    const proof = { status: 0, authenticatorSource: new Uint8Array(16), secret, version: '3.0' };
    expect(failure(() => authenticatorIsmg?.(proof))).toMatchObject(refused('CMPP_CONNECT_RESP', 'secret'));
  });

  it('the other inputs of a CONNECT are named too', () => {
    const connect = { sourceAddr: '900001', secret: 's', version: '3.0', now: new Date(0) };
    expect(failure(() => connectRequest?.(null))).toMatchObject(refused('CMPP_CONNECT', ''));
    expect(failure(() => authenticatorSource?.(undefined))).toMatchObject(refused('CMPP_CONNECT', ''));
    expect(failure(() => connectRequest?.({ ...connect, now: 5 }))).toMatchObject(refused('date', ''));
    const numbered = { ...connect, sourceAddr: 900001 };
    expect(failure(() => connectRequest?.(numbered))).toMatchObject(refused('CMPP_CONNECT', 'sourceAddr'));
    const proof = { status: 0, authenticatorSource: null, secret: 's', version: '3.0' };
    const at = refused('CMPP_CONNECT', 'authenticatorSource');
    expect(failure(() => authenticatorIsmg?.(proof))).toMatchObject(at);
  });

  it('a login without options is a rejection that says so', async () => {
    await expect(login?.({}, null)).rejects.toMatchObject(refused('CMPP_CONNECT', ''));
  });
});
