import { describe, expect, it } from 'vitest';
import { exchange } from '../src/demo/exchange.js';
import { smswire } from './run.js';

const smpp = ['--protocol', 'smpp'];

describe('smswire encode', () => {
  it('turns what decode printed back into the same octets', () => {
    const { out } = smswire(['decode', ...smpp, '--json'], exchange.map(({ hex }) => hex).join(''));
    const { code, out: lines, err } = smswire(['encode', ...smpp], out);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(lines.trim().split('\n')).toEqual(exchange.map(({ hex }) => hex));
  });

  it('takes a PDU alone, lists and choices and unknown commands too', () => {
    const multi = { command: 'submit_multi', destAddresses: [{ destFlag: 2, dlName: 'all' }], shortMessage: '00ff' };
    const again = smswire(['decode', ...smpp, '--json', smswire(['encode', ...smpp, JSON.stringify(multi)]).out]).out;
    expect(JSON.parse(again).pdu).toMatchObject(multi);
    const vendor = { command: '0x00010200', commandStatus: 0, sequenceNumber: 5, body: 'cafe' };
    expect(smswire(['encode', ...smpp, JSON.stringify(vendor)]).out).toBe('00000012000102000000000000000005cafe\n');
  });

  it('tells which document has only an error', () => {
    const [good, unread] = ['00000010800000040000005800000007', '000000150000000400000000000000010061626364'];
    const { out } = smswire(['decode', ...smpp, '--json', good + unread]);
    const { code, err } = smswire(['encode', ...smpp], out);
    expect(code).toBe(2);
    expect(err).toBe('smswire: the PDU of document 2 could not be decoded: only its error is there\n');
  });

  it.each([
    ['wap-push', /^smswire: wap-push is only decoded.*smswire send --wap-push URL/],
    ['wbxml', /^smswire: wbxml is only decoded.*smswire send --wap-push URL/],
  ])('refuses %s, and says what there is', (protocol, line) => {
    const { code, err } = smswire(['encode', '--protocol', protocol, '{}']);
    expect(code).toBe(2);
    expect(err).toMatch(line);
  });

  it.each([
    ['what is not JSON', '{', /not JSON/],
    ['a number', '1', /a PDU is a JSON object/],
    ['an unknown command', '{"command":"submit"}', /no SMPP command "submit"/],
    ['an unknown field', '{"command":"submit_sm","shortMesage":"00"}', /submit_sm has no field shortMesage/],
    [
      'text where octets belong',
      '{"command":"submit_sm","shortMessage":"hi"}',
      /submit_sm\.shortMessage: 'h' at character 0/,
    ],
    [
      'a value out of range',
      '{"command":"submit_sm","esmClass":256}',
      /submit_sm\.esmClass at \d+: an integer from 0 to 255/,
    ],
    ['an unknown TLV', '{"command":"submit_sm","tlvs":{"nope":"00"}}', /submit_sm\.tlvs\.nope .*'0x14ab'/],
    [
      'an impossible choice',
      '{"command":"submit_multi","destAddresses":[{"destFlag":3}]}',
      /destFlag must be one of 1, 2/,
    ],
  ])('answers %s with one clear line and exit code 2', (_name, json, line) => {
    const { code, out, err } = smswire(['encode', ...smpp, json]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(line);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
