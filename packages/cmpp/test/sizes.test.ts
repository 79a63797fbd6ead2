import { describe, expect, it } from 'vitest';
import { commandsOf } from '../src/commands.js';
import { type CmppInput, type CmppVersion, cmpp } from '../src/index.js';

/** Octets of every message without recipients and content; a dash where the version does not have it. */
const sizes = `
  CMPP_CONNECT                     39   39   39
  CMPP_CONNECT_RESP                30   30   33
  CMPP_TERMINATE                   12   12   12
  CMPP_TERMINATE_RESP              12   12   12
  CMPP_SUBMIT                     138  138  163
  CMPP_SUBMIT_RESP                 21   21   24
  CMPP_DELIVER                     85   85  109
  CMPP_DELIVER_RESP                21   21   24
  CMPP_QUERY                       39   39   39
  CMPP_QUERY_RESP                  63   63   63
  CMPP_CANCEL                      20   20   20
  CMPP_CANCEL_RESP                 13   13   16
  CMPP_ACTIVE_TEST                 12   12   12
  CMPP_ACTIVE_TEST_RESP            13   13   13
  CMPP_FWD                        152  152  264
  CMPP_FWD_RESP                    23   23   26
  CMPP_MT_ROUTE                    39   39   39
  CMPP_MT_ROUTE_RESP               56   77   77
  CMPP_MO_ROUTE                    53   53   53
  CMPP_MO_ROUTE_RESP               69   90   90
  CMPP_GET_ROUTE                   24    -    -
  CMPP_GET_ROUTE_RESP              83    -    -
  CMPP_GET_MT_ROUTE                 -   26   26
  CMPP_GET_MT_ROUTE_RESP            -   85   85
  CMPP_GET_MO_ROUTE                 -   26   26
  CMPP_GET_MO_ROUTE_RESP            -  108  108
  CMPP_MT_ROUTE_UPDATE             56   63   63
  CMPP_MT_ROUTE_UPDATE_RESP        13   31   31
  CMPP_MO_ROUTE_UPDATE             79   86   86
  CMPP_MO_ROUTE_UPDATE_RESP        13   31   31
  CMPP_PUSH_MT_ROUTE_UPDATE        56   77   77
  CMPP_PUSH_MT_ROUTE_UPDATE_RESP   13   13   13
  CMPP_PUSH_MO_ROUTE_UPDATE        79  100  100
  CMPP_PUSH_MO_ROUTE_UPDATE_RESP   13   13   13
`;

const ids: Record<string, number> = {
  CMPP_CONNECT: 0x01,
  CMPP_TERMINATE: 0x02,
  CMPP_SUBMIT: 0x04,
  CMPP_DELIVER: 0x05,
  CMPP_QUERY: 0x06,
  CMPP_CANCEL: 0x07,
  CMPP_ACTIVE_TEST: 0x08,
  CMPP_FWD: 0x09,
  CMPP_MT_ROUTE: 0x10,
  CMPP_MO_ROUTE: 0x11,
  CMPP_GET_ROUTE: 0x12,
  CMPP_GET_MT_ROUTE: 0x12,
  CMPP_MT_ROUTE_UPDATE: 0x13,
  CMPP_MO_ROUTE_UPDATE: 0x14,
  CMPP_PUSH_MT_ROUTE_UPDATE: 0x15,
  CMPP_PUSH_MO_ROUTE_UPDATE: 0x16,
  CMPP_GET_MO_ROUTE: 0x17,
};

const rows = sizes
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/) as [string, string, string, string]);

describe.each([
  ['2.0', 1],
  ['2.1', 2],
  ['3.0', 3],
] as const)('CMPP %s', (version, column) => {
  const codec = cmpp({ version: version as CmppVersion, strict: true });
  const present = rows.filter((row) => row[column] !== '-');

  it('has these messages and no others', () => {
    const names = commandsOf(version).map(({ name }) => name);
    expect(names.toSorted()).toEqual(present.map(([name]) => name).toSorted());
    expect(new Set(commandsOf(version).map(({ id }) => id)).size).toBe(names.length);
  });

  it.each(present)('gives %s its size and its id, and reads it back', (name, ...columns) => {
    const request = name.replace(/_RESP$/, '');
    const version = { version: 0x30 };
    const bytes = codec.encode({ command: name, sequenceId: 0x17, ...(/CONNECT/.test(name) && version) } as CmppInput);
    const view = new DataView(bytes.buffer);
    expect(bytes.length).toBe(Number(columns[column - 1]));
    expect(view.getUint32(0)).toBe(bytes.length);
    expect(view.getUint32(4)).toBe((ids[request] as number) + (name === request ? 0 : 0x80000000));
    expect(view.getUint32(8)).toBe(0x17);
    const pdu = codec.decode(bytes);
    expect(pdu).toMatchObject({ command: name, sequenceId: 0x17 });
    expect(codec.encode(pdu as CmppInput)).toEqual(bytes);
  });

  it('refuses the messages of the other versions', () => {
    for (const [command] of rows.filter((row) => row[column] === '-')) {
      const encode = (): unknown => codec.encode({ command } as CmppInput);
      expect(encode).toThrow(expect.objectContaining({ code: 'unknown_command' }));
    }
  });
});

describe('what varies in size', () => {
  const text = new Uint8Array(140).fill(0x41);
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(13800138000 + i));

  it.each([
    ['2.0', 138 + 21 * 99 + 140, 85 + 140, 152 + 21 * 99 + 140],
    ['2.1', 138 + 21 * 99 + 140, 85 + 140, 152 + 21 * 99 + 140],
    ['3.0', 163 + 32 * 99 + 140, 109 + 140, 264 + 21 + 140],
  ] as const)('in %s is the recipients and the content', (version, submit, deliver, forward) => {
    const codec = cmpp({ version: version as CmppVersion });
    const destIds = numbers(version === '3.0' ? 1 : 99);
    const size = (pdu: CmppInput): number => codec.encode(pdu).length;
    expect(size({ command: 'CMPP_SUBMIT', destTerminalIds: numbers(99), msgContent: text })).toBe(submit);
    expect(size({ command: 'CMPP_DELIVER', msgContent: text })).toBe(deliver);
    expect(size({ command: 'CMPP_FWD', destIds, msgContent: text })).toBe(forward);
  });

  it.each(['2.0', '3.0'] as const)('carries 99 recipients both ways in %s, and refuses 100', (version) => {
    const codec = cmpp({ version: version as CmppVersion, strict: true });
    const submit = { command: 'CMPP_SUBMIT', sequenceId: 1, destTerminalIds: numbers(99), msgContent: text } as const;
    expect(codec.decode(codec.encode(submit))).toMatchObject({ destTerminalIds: numbers(99), msgContent: text });
    expect(() => codec.encode({ ...submit, destTerminalIds: numbers(100) })).toThrow(
      expect.objectContaining({ code: 'length', path: 'destTerminalIds' }),
    );
  });

  it('takes one recipient in a FWD of 3.0, and no more', () => {
    const codec = cmpp();
    expect(() => codec.encode({ command: 'CMPP_FWD', destIds: numbers(2) })).toThrow(
      expect.objectContaining({ code: 'length', path: 'destIds' }),
    );
  });
});
