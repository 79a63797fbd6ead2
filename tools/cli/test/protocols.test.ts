import { describe, expect, it } from 'vitest';
import { smswire } from './run.js';

const connectResp20 = '0000001e8000000100000017006c0b846e25bab6daa4ed1c466e0f4bd821';
const lines = Buffer.from('RAT 1 a%20b \r\nAAT 1 0 x\r\n').toString('hex');

describe.each([
  ['cmpp 2.0', ['--protocol', 'cmpp', '--cmpp-version', '2.0'], connectResp20, 'CMPP_CONNECT_RESP 23, 30 octets'],
  ['mccp', ['--protocol', 'mccp'], lines, 'RAT 1, 14 octets'],
])('smswire with %s', (_name, protocol, hex, title) => {
  it('explains the octets', () => {
    const { code, out, err } = smswire(['decode', ...protocol, hex]);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(title);
  });

  it('turns them into JSON and back', () => {
    const { out } = smswire(['decode', ...protocol, '--json', hex]);
    const { code, out: again } = smswire(['encode', ...protocol], out);
    expect(code).toBe(0);
    expect(again.replaceAll('\n', '')).toBe(hex);
  });

  it('says what is missing at the end', () => {
    const { code, err } = smswire(['decode', ...protocol, hex.slice(0, -4)]);
    expect(code).toBe(2);
    expect(err).toMatch(/^smswire: the last PDU is cut short after \d+ octets: .*\n$/);
  });
});

it('takes octets in several words', () => {
  const { code, out } = smswire(['decode', '--protocol', 'smpp', '00000010', '80000015', '00000000 00000007']);
  expect(code).toBe(0);
  expect(out).toContain('enquire_link_resp 7');
});
