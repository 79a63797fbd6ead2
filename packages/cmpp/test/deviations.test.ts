import { describe, expect, it } from 'vitest';
import {
  type CmppInput,
  type CmppPdu,
  type CmppVersion,
  cmpp,
  decodeReport,
  describeMsgFmt,
  describeResult,
  describeStat,
  encodeReport,
  hasUserDataHeader,
  stripCountryCode,
  type Warning,
} from '../src/index.js';

const octets = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** What is decoded and what is warned of; under `strict` the first warning must be the error. */
const tolerated = (version: CmppVersion, bytes: Uint8Array): [CmppPdu, string[]] => {
  const warnings: Warning[] = [];
  const pdu = cmpp({ version }).decode(bytes, { onWarning: (warning) => warnings.push(warning) });
  const strictly = (): unknown => cmpp({ version, strict: true }).decode(bytes);
  if (warnings.length === 0) expect(strictly).not.toThrow();
  else {
    const { code, command, path, offset } = warnings[0] as Warning;
    expect(strictly).toThrow(expect.objectContaining({ name: 'PduError', code, command, path, offset, degree: 'pdu' }));
  }
  return [pdu, warnings.map(({ code, path, offset }) => `${code} ${path} ${offset}`)];
};

/** The same message of `edited` octets, its length made right. */
const resized = (bytes: Uint8Array, edited: Uint8Array): Uint8Array => {
  const result = Uint8Array.from([...bytes.subarray(0, 4), ...edited.subarray(4)]);
  new DataView(result.buffer).setUint32(0, result.length);
  return result;
};

describe('tolerated with a warning, refused under strict', () => {
  it.each(['2.0', '2.1', '3.0'] as const)('a CONNECT_RESP in the layout of another version, on %s', (version) => {
    const other = version === '3.0' ? '2.0' : '3.0';
    const resp = { command: 'CMPP_CONNECT_RESP', sequenceId: 1, status: 3, version: 0x30 } as const;
    const bytes = cmpp({ version: other as CmppVersion }).encode(resp);
    const [pdu, warnings] = tolerated(version, bytes);
    expect(pdu).toEqual({ ...resp, authenticatorIsmg: new Uint8Array(16) });
    expect(warnings).toEqual(['bad_length  0']);
    const rows = cmpp({ version: version as CmppVersion }).dissect(bytes);
    expect(rows.map(({ path }) => path)).not.toContain('undecoded');
    expect(rows.at(-1)).toMatchObject({ path: 'version', end: bytes.length });
    const embedded = Uint8Array.from([9, ...bytes, 9]);
    expect(cmpp({ version: version as CmppVersion }).decodeFrame(embedded, 1, bytes.length + 1)).toEqual(pdu);
  });

  it('an ACTIVE_TEST_RESP without its octet', () => {
    const [pdu, warnings] = tolerated('3.0', octets('0000000c8000000800000017'));
    expect(pdu).toEqual({ command: 'CMPP_ACTIVE_TEST_RESP', sequenceId: 0x17 });
    expect(warnings).toEqual(['no_body  12']);
  });

  it('a tpUdhi of 0x40, which means what 1 does', () => {
    const bytes = cmpp().encode({ command: 'CMPP_DELIVER', tpUdhi: 0x40 });
    const [pdu, warnings] = tolerated('3.0', bytes);
    expect(warnings).toEqual(['range tpUdhi 52']);
    expect(pdu.command === 'CMPP_DELIVER' && hasUserDataHeader(pdu.tpUdhi)).toBe(true);
    expect([0, 1, 0x41, 0x80].map(hasUserDataHeader)).toEqual([false, true, true, false]);
  });

  it.each([
    ['2.0', 'CMPP_SUBMIT', 'reserve', 8],
    ['2.0', 'CMPP_DELIVER', 'reserved', 8],
    ['3.0', 'CMPP_SUBMIT', 'linkId', 20],
    ['3.0', 'CMPP_DELIVER', 'linkId', 20],
  ] as const)('in %s a %s whose %s is cut short or absent', (version, command, field, size) => {
    const whole = cmpp({ version: version as CmppVersion }).encode({ command, sequenceId: 1, [field]: 'AB' });
    for (const missing of [size - 2, size]) {
      const [pdu, warnings] = tolerated(version, resized(whole, whole.subarray(0, whole.length - missing)));
      expect(pdu).toMatchObject({ command, [field]: missing === size ? '' : 'AB' });
      expect(warnings).toEqual([`bad_length ${field} ${whole.length - size}`]);
    }
  });

  it('octets behind the last field, which are kept', () => {
    const whole = cmpp().encode({ command: 'CMPP_DELIVER', sequenceId: 1, linkId: 'AB' });
    const bytes = resized(whole, Uint8Array.from([...whole, 1, 2, 3]));
    const [pdu, warnings] = tolerated('3.0', bytes);
    expect(pdu).toMatchObject({ linkId: 'AB', trailing: Uint8Array.of(1, 2, 3) });
    expect(warnings).toEqual([`trailing  ${whole.length}`]);
    expect(cmpp().encode(pdu as CmppPdu<'3.0'>)).toEqual(bytes);
  });

  it.each([0, 1, 0x7f])('a Version octet of %i', (version) => {
    const [pdu, warnings] = tolerated('2.0', cmpp({ version: '2.0' }).encode({ command: 'CMPP_CONNECT', version }));
    expect(pdu).toMatchObject({ version });
    expect(warnings).toEqual(['range version 34']);
  });

  it('a hundred recipients and more', () => {
    const two = cmpp().encode({ command: 'CMPP_SUBMIT', destTerminalIds: ['1', '2'] });
    const at = [...two].findIndex((octet, i) => i > 100 && octet === 2);
    const numbers = new Uint8Array(32 * 200).fill(0x31);
    const bytes = resized(two, Uint8Array.from([...two.subarray(0, at), 200, ...numbers, ...two.subarray(at + 65)]));
    const [pdu, warnings] = tolerated('3.0', bytes);
    expect(pdu.command === 'CMPP_SUBMIT' && pdu.destTerminalIds.length).toBe(200);
    expect(warnings).toEqual([`too_long destTerminalIds ${at}`]);
  });

  it.each([
    [8, 140, 141],
    [0, 159, 160],
  ])('a content of msgFmt %i of more than %i octets', (msgFmt, fits, over) => {
    for (const command of ['CMPP_SUBMIT', 'CMPP_DELIVER', 'CMPP_FWD'] as const) {
      const send = (length: number, longContent: boolean): Uint8Array =>
        cmpp({ longContent }).encode({ command, msgFmt, msgContent: new Uint8Array(length).fill(0x41) });
      const bytes = send(over, true);
      const offset = bytes.indexOf(0x41);
      expect(tolerated('3.0', bytes)[1]).toEqual([`too_long msgContent ${offset}`]);
      expect(tolerated('3.0', send(fits, false))[1]).toEqual([]);
      expect(() => send(over, false)).toThrow(
        expect.objectContaining({ code: 'length', command, path: 'msgContent', offset }),
      );
      expect(() => cmpp().encodeInto(cmpp().decode(bytes) as CmppPdu<'3.0'>, new Uint8Array(1000), 7)).toThrow(
        expect.objectContaining({ code: 'length', offset }),
      );
    }
  });

  it('octets behind the NUL of a text', () => {
    const bytes = cmpp().encode({ command: 'CMPP_DELIVER', destId: '10690000' });
    bytes[12 + 8 + 20] = 0x58;
    const [pdu, warnings] = tolerated('3.0', bytes);
    expect(pdu).toMatchObject({ destId: '10690000' });
    expect(warnings).toEqual(['padding destId 40']);
  });

  it('a report of the width of the other version', () => {
    for (const [link, other] of [['3.0', '2.0'] as const, ['2.0', '3.0'] as const]) {
      const report = { msgId: 1n, stat: 'DELIVRD', destTerminalId: '10690000', smscSequence: 7 };
      const msgContent = encodeReport(report, other);
      const deliver = { command: 'CMPP_DELIVER', registeredDelivery: 1, msgContent } as const;
      const [pdu] = tolerated(link, cmpp({ version: link as CmppVersion }).encode(deliver));
      const content = pdu.command === 'CMPP_DELIVER' ? pdu.msgContent : new Uint8Array();
      const codes: string[] = [];
      const onWarning = ({ code }: Warning): unknown => codes.push(code);
      expect(decodeReport(content, { version: link, onWarning })).toMatchObject(report);
      expect(codes).toEqual(['bad_length']);
      expect(() => decodeReport(content, { version: link, strict: true })).toThrow('report at 0');
    }
  });
});

describe('no deviation at all', () => {
  it('a number that fills its field without a NUL, or carries the country code', () => {
    const srcTerminalId = '1'.repeat(32);
    const [full, warnings] = tolerated('3.0', cmpp().encode({ command: 'CMPP_DELIVER', srcTerminalId }));
    expect(full).toMatchObject({ srcTerminalId });
    expect(warnings).toEqual([]);
    const [pdu] = tolerated('3.0', cmpp().encode({ command: 'CMPP_DELIVER', srcTerminalId: '8613800138000' }));
    expect(pdu.command === 'CMPP_DELIVER' && stripCountryCode(pdu.srcTerminalId)).toBe('13800138000');
  });

  it('codes, states and formats of the gateway, and a sequence number of 0', () => {
    for (const [command, field, value] of [
      ['CMPP_SUBMIT_RESP', 'result', 202],
      ['CMPP_CONNECT_RESP', 'status', 55],
      ['CMPP_DELIVER', 'msgFmt', 25],
    ] as const) {
      const bytes = cmpp().encode({ command, sequenceId: 0, version: 0x30, [field]: value } as CmppInput<'3.0'>);
      const [pdu, warnings] = tolerated('3.0', bytes);
      expect(pdu).toMatchObject({ sequenceId: 0, [field]: value });
      expect(warnings).toEqual([]);
    }
    expect(describeResult(202, { command: 'CMPP_SUBMIT_RESP', version: '3.0' }).name).toBe('unknown');
    expect(describeMsgFmt(25).name).toBe('ucs2-variant');
    expect(describeStat('MK:0012').name).toBe('unknown');
  });
});
