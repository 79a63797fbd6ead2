import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type Cmpp, type CmppInput, type CmppPdu, type CmppVersion, cmpp, type Warning } from '../src/index.js';
import { messageArbitrary } from './message-arbitrary.js';

const octets = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Published messages and what they hold. */
const vectors: [string, CmppVersion, string, CmppPdu][] = [
  [
    'CONNECT',
    '2.1',
    '00000027000000010000001739303030303190d00c1d517abd0b4f65f6bcf8535d16213cdc73be',
    {
      command: 'CMPP_CONNECT',
      sequenceId: 0x17,
      sourceAddr: '900001',
      authenticatorSource: octets('90d00c1d517abd0b4f65f6bcf8535d16'),
      version: 0x21,
      timestamp: 1021080510,
    },
  ],
  [
    'CONNECT_RESP',
    '2.1',
    '0000001e8000000100000017006c0b846e25bab6daa4ed1c466e0f4bd821',
    {
      command: 'CMPP_CONNECT_RESP',
      sequenceId: 0x17,
      status: 0,
      authenticatorIsmg: octets('6c0b846e25bab6daa4ed1c466e0f4bd8'),
      version: 0x21,
    },
  ],
  [
    'SUBMIT_RESP of 2.0',
    '2.0',
    '000000158000000400000017b2b9da800001000000',
    { command: 'CMPP_SUBMIT_RESP', sequenceId: 0x17, msgId: 12878564852733378560n, result: 0 },
  ],
  [
    'SUBMIT_RESP of 3.0',
    '3.0',
    '000000188000000400000017b2b9da800001000000000000',
    { command: 'CMPP_SUBMIT_RESP', sequenceId: 0x17, msgId: 12878564852733378560n, result: 0 },
  ],
  ['ACTIVE_TEST', '3.0', '0000000c0000000800000017', { command: 'CMPP_ACTIVE_TEST', sequenceId: 0x17 }],
  [
    'ACTIVE_TEST_RESP',
    '3.0',
    '0000000d800000080000001700',
    { command: 'CMPP_ACTIVE_TEST_RESP', sequenceId: 0x17, reserved: 0 },
  ],
  ['TERMINATE', '2.0', '0000000c0000000200000017', { command: 'CMPP_TERMINATE', sequenceId: 0x17 }],
  ['TERMINATE_RESP', '2.0', '0000000c8000000200000017', { command: 'CMPP_TERMINATE_RESP', sequenceId: 0x17 }],
];

describe.each(['compiled', 'interpreted'])('a %s codec', (engine) => {
  const compile = engine === 'compiled';

  it.each(vectors)('reads and writes the published %s', (_, version, bytes, pdu) => {
    const codec = cmpp({ version, strict: true, compile });
    expect(codec.decode(octets(bytes))).toEqual(pdu);
    expect(hex(codec.encode(pdu as CmppInput))).toBe(bytes);
    const rows = codec.dissect(octets(bytes));
    expect(rows.map(({ start }) => start)).toEqual([0, ...rows.slice(0, -1).map(({ end }) => end)]);
    expect(rows.at(-1)?.end).toBe(bytes.length / 2);
  });

  const version = fc.constantFrom<CmppVersion>('2.0', '2.1', '3.0');
  it.each(['2.0', '2.1', '3.0'] as const)('gives back any message of %s as it went', (version) => {
    const codec: Cmpp<CmppVersion> = cmpp<CmppVersion>({ version, strict: true, compile });
    fc.assert(
      fc.property(messageArbitrary(version), (pdu) => {
        const bytes = codec.encode(pdu);
        expect(codec.decode(bytes)).toEqual(pdu);
        const rows = codec.dissect(bytes);
        expect(rows.map(({ start }) => start)).toEqual([0, ...rows.slice(0, -1).map(({ end }) => end)]);
        expect(rows.at(-1)?.end).toBe(bytes.length);

        const target = new Uint8Array(bytes.length + 7);
        const end = codec.encodeInto(pdu, target, 3, 5);
        expect(end).toBe(bytes.length + 3);
        expect(codec.decodeFrame(target, 3, end)).toEqual({ ...pdu, sequenceId: 5 });
      }),
      { numRuns: 200 },
    );
  });

  it('meets any octets with a message or a PduError, and writes what it read without a warning as it was', () => {
    const id = fc.constantFrom(...Array.from({ length: 0x19 }, (_, i) => [i, i + 0x80000000]).flat(), 0xffffffff);
    const codecs = {
      '2.0': cmpp({ version: '2.0', compile }),
      '2.1': cmpp({ version: '2.1', compile }),
      '3.0': cmpp({ compile }),
    };
    const frame = fc.tuple(id, fc.uint8Array({ size: 'max', maxLength: 300 })).map(([id, body]) => {
      const bytes = new Uint8Array(12 + body.length);
      new DataView(bytes.buffer).setUint32(0, bytes.length);
      new DataView(bytes.buffer).setUint32(4, id);
      bytes.set(body, 12);
      return bytes;
    });
    fc.assert(
      fc.property(version, fc.oneof(frame, fc.uint8Array({ maxLength: 60 })), (version, bytes) => {
        const codec = codecs[version] as Cmpp<CmppVersion>;
        const warnings: Warning[] = [];
        let pdu: CmppPdu;
        try {
          pdu = codec.decode(bytes, { onWarning: (warning) => warnings.push(warning) });
        } catch (error) {
          expect(error).toMatchObject({ name: 'PduError', degree: expect.stringMatching(/^(incomplete|pdu|lost)$/) });
          return;
        }
        if (warnings.length === 0) expect(codec.encode(pdu as CmppInput)).toEqual(bytes);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('cmpp', () => {
  it('speaks 3.0 unless told otherwise', () => {
    expect(cmpp().version).toBe('3.0');
    expect(cmpp({ version: '2.0' }).version).toBe('2.0');
  });

  it('types each version and narrows by command', () => {
    const pdu = cmpp().decode(octets('0000000c0000000800000017'));
    if (pdu.command === 'CMPP_SUBMIT') {
      expectTypeOf(pdu.linkId).toEqualTypeOf<string>();
      expectTypeOf(pdu.msgId).toEqualTypeOf<bigint>();
      expectTypeOf(pdu.destTerminalIds).toEqualTypeOf<string[]>();
      expectTypeOf(pdu).not.toHaveProperty('reserve');
    }
    const old = cmpp({ version: '2.0' }).decode(octets('0000000c0000000800000017'));
    if (old.command === 'CMPP_SUBMIT') {
      expectTypeOf(old.reserve).toEqualTypeOf<string>();
      expectTypeOf(old).not.toHaveProperty('linkId');
    }
    if (old.command === 'CMPP_ACTIVE_TEST_RESP') expectTypeOf(old.reserved).toEqualTypeOf<number | undefined>();
    expectTypeOf<CmppInput<'2.0'>['command']>().not.toExtend<'CMPP_GET_MO_ROUTE'>();
    // @ts-expect-error 2.0 has no such field
    cmpp({ version: '2.0' }).encode({ command: 'CMPP_SUBMIT', linkId: '' });
    expect(pdu.command).toBe('CMPP_ACTIVE_TEST');
  });

  it('encodes what is left out as zero or empty, and leaves the caller his object', () => {
    const pdu = Object.freeze({ command: 'CMPP_SUBMIT', destTerminalIds: Object.freeze(['1']) } as const);
    expect(cmpp().decode(cmpp().encode(pdu))).toMatchObject({ sequenceId: 0, msgId: 0n, feeType: '', linkId: '' });
  });

  it('keeps a message that is not in its table', () => {
    const codec = cmpp({ version: '2.0' });
    const bytes = octets('0000000f000000170000000101ff00');
    const pdu = codec.decode(bytes);
    expect(pdu).toEqual({ command: '0x00000017', sequenceId: 1, body: octets('01ff00') });
    expect(codec.encode(pdu)).toEqual(bytes);
  });

  it('fills the code of a gateway up with the digit 0 on the left', () => {
    const bytes = cmpp().encode({ command: 'CMPP_MT_ROUTE', sourceId: '101' });
    expect(hex(bytes.subarray(12, 18))).toBe('303030313031');
  });

  it('takes a signed number for the last route', () => {
    const bytes = cmpp().encode({ command: 'CMPP_GET_MT_ROUTE', routeType: 'MT', lastRouteId: -1 });
    expect(hex(bytes.subarray(22))).toBe('ffffffff');
    expect(cmpp().decode(bytes)).toMatchObject({ lastRouteId: -1 });
  });

  it('refuses what is no message and no array of octets by name', () => {
    const codec = cmpp();
    for (const wrong of [undefined, null, '00', [0], {}]) {
      for (const verb of ['decode', 'dissect', 'encode'] as const) {
        expect(() => codec[verb](wrong as never)).toThrow(expect.objectContaining({ name: 'PduError' }));
      }
    }
    expect(() => codec.encode({ command: 'CMPP_SUBMIT', msgContent: 'text' as never })).toThrow(
      expect.objectContaining({ code: 'type', path: 'msgContent' }),
    );
  });

  it('keeps an error within one message, or says that the frames are lost', () => {
    const codec = cmpp();
    const short = octets('0000000c0000000400000001');
    expect(() => codec.decode(short)).toThrow(expect.objectContaining({ code: 'end', degree: 'pdu' }));
    for (const length of ['00000000', '0000000b', '00004001', 'ffffffff']) {
      const bytes = octets(`${length}0000000400000001`);
      expect(() => codec.frameLength(bytes)).toThrow(expect.objectContaining({ code: 'framing', degree: 'lost' }));
    }
    expect(codec.frameLength(octets('000000'))).toBeUndefined();
    expect(codec.frameLength(octets('00000182'))).toBe(386);
  });

  it('is the same whether it reads or writes the longest message there can be', () => {
    const destTerminalIds = Array.from({ length: 99 }, () => '1'.repeat(32));
    const codec = cmpp({ longContent: true });
    const bytes = codec.encode({ command: 'CMPP_SUBMIT', destTerminalIds, msgContent: new Uint8Array(255) });
    expect(bytes.length).toBe(163 + 32 * 99 + 255);
    expect(cmpp().decode(bytes)).toMatchObject({ destTerminalIds });
    const brief = cmpp({ maxPduLength: 1000 });
    expect(() => brief.encode({ command: 'CMPP_SUBMIT', destTerminalIds })).toThrow(
      expect.objectContaining({ code: 'too_long' }),
    );
    expect(() => brief.decode(bytes)).toThrow(expect.objectContaining({ code: 'framing' }));
  });
});
