import { describe, expect, it } from 'vitest';
import { exchange } from '../src/demo/exchange.js';
import { smswire } from './run.js';

const throttled = '00000010800000040000005800000007';
const bad = '000000150000000400000000000000010061626364';
const smpp = ['--protocol', 'smpp'];

describe('smswire decode', () => {
  it('explains every octet of a PDU', () => {
    const { code, out, err } = smswire(['decode', ...smpp, '00000010 80000004:00000058\n00000007']);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('submit_sm_resp 7, 16 octets');
    expect(out).toMatch(/0008 {2}00 00 00 58 +commandStatus +88 {2}ESME_RTHROTTLED/);
  });

  it('reads standard input, and shows several PDUs in their order', () => {
    const { code, out } = smswire(['decode', ...smpp], exchange.map(({ hex }) => hex).join('\n'));
    expect(code).toBe(0);
    const titles = out.split('\n').filter((line) => /^\w.* octets$/.test(line));
    expect(titles).toHaveLength(exchange.length);
    expect(titles[0]).toBe('bind_transceiver 1, 37 octets');
  });

  it('says how many octets of the last PDU are missing, after showing the others', () => {
    const { code, out, err } = smswire(['decode', ...smpp, throttled + throttled.slice(0, 26)]);
    expect(code).toBe(2);
    expect(out).toContain('submit_sm_resp 7');
    expect(err).toBe('smswire: the last PDU is cut short after 13 octets: 3 octets are missing\n');
  });

  it('gives one JSON document, with bytes as hexadecimal text', () => {
    const { code, out } = smswire(['decode', ...smpp, '--json', exchange[3]?.hex ?? '']);
    expect(code).toBe(0);
    const { pdu, warnings, rows } = JSON.parse(out);
    expect(pdu.tlvs).toEqual({ userMessageReference: 4660, moreMessagesToSend: 0, '0x1400': '31323031313539313933' });
    expect(pdu.shortMessage.slice(0, 12)).toBe('0500032a0202');
    expect(warnings).toEqual([]);
    expect(rows[0]).toEqual({ path: 'commandLength', start: 0, end: 4, value: 177 });
    expect(rows.at(-1).end).toBe(177);
  });

  it('tells what it tolerated', () => {
    const bare = '00000010800000040000000000000007';
    expect(smswire(['decode', ...smpp, bare]).out).toContain('tolerated no_body at 16: the response has no body');
    const { warnings } = JSON.parse(smswire(['decode', ...smpp, '--json', bare]).out);
    expect(warnings).toMatchObject([{ code: 'no_body', command: 'submit_sm_resp', offset: 16 }]);
  });

  it('shows a bad PDU as far as it goes, and the next one all the same', () => {
    const { code, out, err } = smswire(['decode', ...smpp, bad + throttled]);
    expect(code).toBe(2);
    expect(out).toContain('undecoded');
    expect(out).toContain('submit_sm_resp 7');
    expect(err).toMatch(/^smswire: PDU 1, at octet 0 of the input: submit_sm\.\w+ at \d+: .*\n$/);
  });

  it('says of each bad PDU which it is and where it begins, but not of one alone', () => {
    const { code, err } = smswire(['decode', ...smpp, throttled + bad + throttled + bad]);
    expect(code).toBe(2);
    const [first, second, ...others] = err.split('\n');
    expect(first).toMatch(/^smswire: PDU 2, at octet 16 of the input: submit_sm\.\w+ at \d+: /);
    expect(second).toMatch(/^smswire: PDU 4, at octet 53 of the input: submit_sm\.\w+ at \d+: /);
    expect(others).toEqual(['']);
    expect(smswire(['decode', ...smpp, bad]).err).toMatch(/^smswire: submit_sm\.\w+ at \d+: .*\n$/);
  });

  it('keeps the place of a bad PDU in the array of JSON documents', () => {
    const { code, out, err } = smswire(['decode', ...smpp, '--json', throttled + bad + throttled]);
    expect(code).toBe(2);
    const [before, unread, after, ...others] = JSON.parse(out);
    expect(others).toEqual([]);
    expect([before.pdu.sequenceNumber, after.pdu.sequenceNumber]).toEqual([7, 7]);
    expect(Object.keys(unread)).toEqual(['error', 'warnings', 'rows']);
    expect(Object.keys(unread.error)).toEqual(['code', 'path', 'offset', 'message']);
    expect(err).toBe(`smswire: PDU 2, at octet 16 of the input: ${unread.error.message}\n`);
    expect(unread.rows.at(-1)).toMatchObject({ path: 'undecoded', end: 21 });
  });

  it('gives an array for several PDUs even where one or none of them is good', () => {
    expect(JSON.parse(smswire(['decode', ...smpp, '--json', bad + throttled]).out)).toHaveLength(2);
    const none = JSON.parse(smswire(['decode', ...smpp, '--json', bad + bad]).out);
    expect(none.map((document: object) => 'error' in document)).toEqual([true, true]);
  });

  it('prints no JSON for one bad PDU alone', () => {
    const { code, out, err } = smswire(['decode', ...smpp, '--json', bad]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^smswire: submit_sm\.\w+ at \d+: .*\n$/);
  });

  it('writes the array as it goes, all of it, for an input of many PDUs', () => {
    const { code, out } = smswire(['decode', ...smpp, '--json'], throttled.repeat(1500));
    expect(code).toBe(0);
    const documents = JSON.parse(out);
    expect(documents).toHaveLength(1500);
    expect(out).toBe(`${JSON.stringify(documents, null, 2)}\n`);
  });

  it('counts one octet as one', () => {
    const { err } = smswire(['decode', ...smpp, throttled + throttled.slice(0, 30)]);
    expect(err).toBe('smswire: the last PDU is cut short after 15 octets: 1 octet is missing\n');
    expect(smswire(['decode', ...smpp, `${throttled}00`]).err).toContain('cut short after 1 octet:');
  });

  it.each([
    ['what is not hexadecimal', [...smpp, '00zz'], /'z' at character 2 is not a hexadecimal digit/],
    ['half an octet', [...smpp, '000'], /3 hexadecimal digits are no whole number of octets/],
    ['nothing', [...smpp, ''], /nothing to decode/],
    ['a length that cannot be', [...smpp, 'ffffffff'], /no PDU begins.*4294967295 octets/],
    ['other traffic', [...smpp, Buffer.from('GET / HTTP/1.1\r\n').toString('hex')], /no PDU begins/],
    ['an unknown protocol', ['--protocol', 'sgip', '00'], /sgip/],
    ['no protocol', ['00'], /--protocol/],
    ['an unknown option', [...smpp, '--jsn'], /--jsn/],
  ])('answers %s with a clear line and exit code 2', (_name, args, line) => {
    const { code, out, err } = smswire(['decode', ...args]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(line);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
