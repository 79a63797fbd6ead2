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

describe('smswire with WAP pushes', () => {
  const push = '790601ae02056a0045c6080c03662e31303038362e636e2f662f736a6678000103e689be000101';

  it('explains a push and the document in it', () => {
    const { code, out } = smswire(['decode', '--protocol', 'wap-push', push]);
    expect(code).toBe(0);
    expect(out).toContain('<indication action="signal-high" href="http://f.10086.cn/f/sjfx">找</indication>');
    expect(out).toMatch(/000c {2}03 66 2e .* body\.si\.indication@href +"f\.10086\.cn\/f\/sjfx"/);
    const { rows } = JSON.parse(smswire(['decode', '--protocol', 'wap-push', '--json', push]).out);
    expect(rows.at(-1).end).toBe(push.length / 2);
  });

  it('explains a document alone, and refuses a broken one in one line', () => {
    expect(smswire(['decode', '--protocol', 'wbxml', push.slice(8)]).out).toContain('wbxml, 35 octets');
    const { code, err } = smswire(['decode', '--protocol', 'wbxml', push.slice(8, 40)]);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
