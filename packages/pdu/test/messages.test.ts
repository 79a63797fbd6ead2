import { describe, expect, it } from 'vitest';
import { command, messages, u32, usually } from '../src/index.js';
import { failureOf, warned } from './attempt.js';
import { fromHex, toHex } from './hex.js';
import { type Held, protocol } from './protocol.js';

const bytes = (...octets: number[]): Uint8Array => Uint8Array.from(octets);
const sendHex = '00 00 00 17 00 00 00 02 00 00 00 00 00 00 00 07 61 62 00 03 01 02 03';
const sendPdu = { command: 'send', status: 0, number: 7, to: 'ab', text: bytes(1, 2, 3) };

/** A response whose body has a width that two octets do not fill. */
function asking(compile: boolean) {
  return messages<Held, Held>({
    header: { status: u32, number: usually(u32, 1, 0x7fffffff) },
    number: 'number',
    status: 'status',
    commands: [command('ask_resp', 0x80000009, { value: u32 }, { bodiless: true })],
    maxLength: 100,
    compile,
  });
}

describe.each([
  ['compiled', true],
  ['interpreted', false],
])('messages, %s', (_, compile) => {
  const codec = protocol({ compile });
  const strict = protocol({ compile, strict: true });
  const decode = (hex: string) => warned((onWarning) => codec.decode(fromHex(hex), { onWarning }));

  it('write their length and their id before the header', () => {
    expect(toHex(codec.encode(sendPdu))).toBe(sendHex);
    expect(codec.decode(fromHex(sendHex))).toStrictEqual(sendPdu);
  });

  it('write what is left out as zero or empty', () => {
    expect(toHex(codec.encode({ command: 'send' }))).toBe('00 00 00 12 00 00 00 02 00 00 00 00 00 00 00 00 00 00');
  });

  it('write another number where one is given, and leave the PDU as it was', () => {
    const pdu = Object.freeze({ command: 'ping', number: 7 });
    expect(codec.decode(codec.encode(pdu, 9))).toMatchObject({ number: 9 });
    expect(failureOf(() => codec.encode(pdu, 2 ** 32))).toMatchObject({ code: 'range', path: 'number' });
    expect(pdu).toEqual({ command: 'ping', number: 7 });
  });

  it('take the place of a header field with a body field of its name', () => {
    const stop = { command: 'stop', status: 0, number: 0 };
    const { value, warnings } = decode('00 00 00 10 00 00 00 03 00 00 00 00 00 00 00 00');
    expect(value).toStrictEqual(stop);
    expect(warnings).toEqual([]);
    expect(decode('00 00 00 10 00 00 00 01 00 00 00 00 00 00 00 00').warnings).toMatchObject([
      { code: 'range', command: 'ping', path: 'number', offset: 12 },
    ]);
  });

  it('are written into an array of the caller, at its offset', () => {
    const target = new Uint8Array(40).fill(0xee);
    const end = codec.encodeInto(sendPdu, target, 5);
    expect(end).toBe(28);
    expect(toHex(target.subarray(5, end))).toBe(sendHex);
    expect(target[4]).toBe(0xee);
    expect(target[end]).toBe(0xee);
    expect(codec.encodeInto(sendPdu, new Uint8Array(23), 0)).toBe(23);
  });

  it('refuse an array without room, and an offset that is not in it', () => {
    expect(failureOf(() => codec.encodeInto(sendPdu, new Uint8Array(22), 0))).toMatchObject({
      code: 'no_room',
      path: 'text',
      offset: 20,
    });
    for (const offset of [-1, 101, 0.5, Number.NaN]) {
      expect(failureOf(() => codec.encodeInto(sendPdu, new Uint8Array(100), offset)).code).toBe('no_room');
    }
  });

  it('refuse a PDU longer than the longest', () => {
    const small = protocol({ compile, maxLength: 23 });
    expect(small.encode(sendPdu).length).toBe(23);
    expect(failureOf(() => small.encode({ ...sendPdu, to: 'abc' })).code).toBe('too_long');
    expect(failureOf(() => small.encodeInto({ ...sendPdu, to: 'abc' }, new Uint8Array(100), 0)).code).toBe('too_long');
  });

  it('know an unknown command by its id, and keep its body', () => {
    const hex = '00 00 00 13 00 01 02 00 00 00 00 00 00 00 00 07 01 02 03';
    const { value, warnings } = decode(hex);
    expect(value).toStrictEqual({ command: '0x00010200', status: 0, number: 7, body: bytes(1, 2, 3) });
    expect(warnings).toMatchObject([{ code: 'unknown_command', command: '0x00010200', path: '', offset: 4 }]);
    expect(toHex(codec.encode(value))).toBe(hex);
    expect(failureOf(() => strict.decode(fromHex(hex)))).toMatchObject({ code: 'unknown_command', degree: 'pdu' });
    expect(codec.dissect(fromHex(hex)).at(-1)).toEqual({ path: 'body', start: 16, end: 19, value: bytes(1, 2, 3) });
  });

  it('refuse to write a command that no table has', () => {
    for (const name of ['pong', '0x1', '0X00010200', 5, null, undefined]) {
      expect(failureOf(() => codec.encode({ command: name })).code).toBe('unknown_command');
    }
    expect(failureOf(() => codec.encode(undefined as never)).code).toBe('unknown_command');
  });

  it('keep octets that are no TLV as trailing, and write them back', () => {
    const hex = `00 00 00 12 ${'00 00 00 01 00 00 00 00 00 00 00 07'} 00 00`;
    const { value, warnings } = decode(hex);
    expect(value).toStrictEqual({ command: 'ping', status: 0, number: 7, trailing: bytes(0, 0) });
    expect(warnings).toMatchObject([{ code: 'trailing', path: '', offset: 16 }]);
    expect(toHex(codec.encode(value))).toBe(hex);
  });

  it('are each looked at as a whole where TLVs are present', () => {
    const hex = '00 00 00 16 00 00 00 01 00 00 00 00 00 00 00 07 00 01 00 02 00 00';
    const { value, warnings } = decode(hex);
    expect(warnings).toMatchObject([{ code: 'port_zero', path: 'tlvs.port' }]);
    expect(toHex(codec.encode(value))).toBe(hex);
    expect(failureOf(() => strict.decode(fromHex(hex)))).toMatchObject({ code: 'port_zero', degree: 'pdu' });
    expect(failureOf(() => strict.encode(value))).toMatchObject({ code: 'port_zero', path: 'tlvs.port' });
    expect(failureOf(() => strict.encode({ command: 'ping', tlvs: null })).code).toBe('type');
  });

  describe('error responses', () => {
    const header = (length: string, status = 8): string =>
      `00 00 00 ${length} 80 00 00 02 00 00 00 0${status} 00 00 00 07`;

    it('are their header alone where no field of the body is given', () => {
      const bare = { command: 'send_resp', status: 8, number: 7 };
      expect(toHex(codec.encode(bare))).toBe(header('10'));
      expect(decode(header('10'))).toEqual({ value: bare, warnings: [] });
      expect(toHex(codec.encode({ ...bare, id: '' }))).toBe(`${header('11')} 00`);
      expect(decode(`${header('11')} 00`)).toEqual({ value: { ...bare, id: '' }, warnings: [] });
    });

    it('have a body where there is one, with TLVs or without', () => {
      const { value, warnings } = decode(`${header('19')} 61 62 00 00 01 00 02 00 05`);
      expect(value).toEqual({ command: 'send_resp', status: 8, number: 7, id: 'ab', tlvs: { port: 5 } });
      expect(warnings).toEqual([]);
    });

    it('may come with TLVs and without the body before them', () => {
      const hex = `${header('16')} 00 01 00 02 00 05`;
      const { value, warnings } = decode(hex);
      expect(value).toEqual({ command: 'send_resp', status: 8, number: 7, tlvs: { port: 5 } });
      expect(warnings).toMatchObject([{ code: 'no_body', path: '', offset: 16 }]);
      expect(failureOf(() => strict.decode(fromHex(hex)))).toMatchObject({ code: 'no_body', offset: 16 });
    });

    it('keep a body that cannot be read as trailing', () => {
      const response = asking(compile);
      const hex = '00 00 00 12 80 00 00 09 00 00 00 08 00 00 00 07 01 02';
      const { value, warnings } = warned((onWarning) => response.decode(fromHex(hex), { onWarning }));
      expect(value).toEqual({ command: 'ask_resp', status: 8, number: 7, trailing: bytes(1, 2) });
      expect(warnings.map(({ code, offset }) => [code, offset])).toEqual([
        ['bad_body', 16],
        ['trailing', 16],
      ]);
      expect(toHex(response.encode(value))).toBe(hex);
    });

    it('lack a body with a warning where the status is no error', () => {
      const { value, warnings } = decode(header('10', 0));
      expect(value).toStrictEqual({ command: 'send_resp', status: 0, number: 7 });
      expect(warnings).toMatchObject([{ code: 'no_body', command: 'send_resp', path: '', offset: 16 }]);
      expect(failureOf(() => strict.decode(fromHex(header('10', 0)))).code).toBe('no_body');
    });
  });
});
