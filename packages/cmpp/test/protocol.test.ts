import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cmpp, type CmppInput, type CmppPdu, type CmppVersion, cmpp, commandsOf } from '../src/index.js';

const versions = ['2.0', '2.1', '3.0'] as const;
const speak = (version: CmppVersion, strict = false): Cmpp => cmpp<CmppVersion>({ version, strict }) as Cmpp;
const octet = { '2.0': 0x20, '2.1': 0x21, '3.0': 0x30 };
const decoded = (by: Cmpp, pdu: CmppInput): CmppPdu => by.decode(by.encode(pdu));

describe('what CMPP tells a session', () => {
  const v30 = cmpp();

  it('tells requests and responses apart, unknown ones by the highest bit of their ids', () => {
    for (const version of versions) {
      for (const { name, id } of commandsOf(version)) {
        const kind = speak(version).kind({ command: name } as CmppInput);
        expect([name, kind]).toEqual([name, id >= 0x80000000 ? 'response' : 'request']);
      }
    }
    expect(v30.kind({ command: '0x00000099' })).toBe('request');
    expect(v30.kind({ command: '0x80000099' })).toBe('response');
  });

  it('numbers from 1 to 0x7FFFFFFF and around', () => {
    expect(v30.firstNumber).toBe(1);
    expect([1, 0x7ffffffe, 0x7fffffff, 0, 0xffffffff].map((number) => v30.nextNumber(number))).toEqual([
      2, 0x7fffffff, 1, 1, 1,
    ]);
    expect(v30.numberOf(v30.decode(v30.encode({ command: 'CMPP_ACTIVE_TEST' }, 7)))).toBe(7);
  });

  it('matches each response to its own request', () => {
    for (const version of versions) {
      const by = speak(version);
      const names = commandsOf(version).map(({ name }) => name);
      for (const request of names.filter((name) => !name.endsWith('_RESP'))) {
        const yes = names.filter(
          (command) => by.answers({ command } as CmppPdu, { command: request } as CmppInput) === 'yes',
        );
        expect(yes).toEqual([`${request}_RESP`]);
      }
    }
    const unknown = (response: string, request: string): string =>
      v30.answers({ command: response } as CmppPdu<'3.0'>, { command: request } as CmppInput);
    expect(unknown('0x80000099', '0x00000099')).toBe('yes');
    expect(unknown('0x80000098', '0x00000099')).toBe('mismatch');
    expect(unknown('CMPP_SUBMIT_RESP', '0x00000004')).toBe('mismatch');
  });

  it('keeps a link alive with ACTIVE_TEST and ends it with TERMINATE, in messages that its own codec takes', () => {
    for (const version of versions) {
      const by = speak(version, true);
      for (const exchange of [by.keepalive, by.goodbye]) {
        const asked = decoded(by, exchange.question());
        const answered = decoded(by, exchange.answer(asked));
        expect([exchange.isQuestion(asked), exchange.isQuestion(answered)]).toEqual([true, false]);
        expect(by.answers(answered, asked)).toBe('yes');
      }
    }
    const { keepaliveMs, keepaliveTimeoutMs, keepaliveAttempts, window } = v30.defaults;
    expect([keepaliveMs, keepaliveTimeoutMs, keepaliveAttempts, window]).toEqual([180_000, 60_000, 3, 16]);
  });

  it('permits CONNECT alone before the link is open, and everything but CONNECT then', () => {
    for (const { name } of commandsOf('3.0')) {
      const pdu = { command: name } as CmppInput;
      expect(v30.permits(pdu, undefined)).toBe(name === 'CMPP_CONNECT');
      expect(v30.permits(pdu, 'open')).toBe(name !== 'CMPP_CONNECT');
    }
  });
});

describe('the version of a link', () => {
  const connect = (version: CmppVersion) => ({ command: 'CMPP_CONNECT', version: octet[version] }) as const;

  it('is not agreed before CONNECT is answered with 0', () => {
    const v30 = speak('3.0');
    const resp = { command: 'CMPP_CONNECT_RESP', status: 0 } as const;
    expect(v30.opened(connect('3.0'), { ...resp, status: 4 }, true)).toBeUndefined();
    expect(v30.opened({ command: 'CMPP_SUBMIT' }, { command: 'CMPP_SUBMIT_RESP' }, true)).toBeUndefined();
    expect(v30.opened(connect('3.0'), resp, true)).toEqual({ state: 'open' });
  });

  it.each(versions.flatMap((client) => versions.map((server) => [client, server] as const)))(
    'is that which the client asked for, on both sides: a client of %s, a server of %s',
    (asked, served) => {
      const client = speak(asked);
      const server = speak(served, true);
      const request = client.decode(client.encode(connect(asked)));
      const response = { command: 'CMPP_CONNECT_RESP', status: 0, version: 0x30 } as const;
      const bytes = (server.answering(request) ?? server).encode(response);
      expect(bytes.length).toBe(asked === '3.0' ? 33 : 30);

      const strictly = speak(asked, true).decode(bytes);
      const agreed = [
        client.opened(request, client.decode(bytes), true)?.protocol ?? client,
        client.opened(request, strictly, true)?.protocol ?? client,
        server.opened(request, response, false)?.protocol ?? server,
      ];
      expect(agreed.map(({ version }) => version)).toEqual([asked, asked, asked]);
    },
  );

  it.each([
    ['3.0', '2.0', 0x20, '2.0'],
    ['3.0', '2.0', 0x21, '2.1'],
    ['3.0', '2.0', 0x30, '2.0'],
    ['2.0', '3.0', 0x30, '3.0'],
    ['2.1', '2.0', 0x20, '2.1'],
  ] as const)(
    'is that of the layout where a client of %s is answered as in %s, Version %i: %s',
    (asked, layout, version, agreed) => {
      const client = speak(asked);
      const response = client.decode(speak(layout).encode({ command: 'CMPP_CONNECT_RESP', version }));
      expect((client.opened(connect(asked), response, true)?.protocol ?? client).version).toBe(agreed);
    },
  );

  it('is that of the CONNECT even where the codec is of another', () => {
    const client = speak('3.0');
    const response = client.decode(speak('2.0').encode({ command: 'CMPP_CONNECT_RESP' }));
    expect(client.opened(connect('2.0'), response, true)?.protocol?.version).toBe('2.0');
    expect(client.opened({ command: 'CMPP_CONNECT' }, { command: 'CMPP_CONNECT_RESP' }, true)).toEqual({
      state: 'open',
    });
  });

  it('shares its tables among all links', () => {
    const client = speak('3.0');
    const open = () => client.opened(connect('2.0'), { command: 'CMPP_CONNECT_RESP' }, false)?.protocol;
    expect(open()).toBe(open());
    expect(open()?.answering(connect('3.0'))).toBe(client);
  });

  it('is that of the codec in a CONNECT that names none', () => {
    for (const version of versions) {
      for (const command of ['CMPP_CONNECT', 'CMPP_CONNECT_RESP'] as const) {
        expect(decoded(speak(version), { command })).toMatchObject({ version: octet[version] });
        expect(decoded(speak(version), { command, version: 0 })).toMatchObject({ version: 0 });
      }
    }
  });
});

describe('a refusal', () => {
  it.each([
    ['CMPP_CONNECT', 'bound', { status: 5 }],
    ['CMPP_SUBMIT', 'busy', { result: 8 }],
    ['CMPP_SUBMIT', 'unknown', { result: 2 }],
    ['CMPP_SUBMIT', 'failed', { result: 99 }],
    ['CMPP_DELIVER', 'busy', { msgId: 77n, result: 8 }],
    ['CMPP_FWD', 'state', { msgId: 77n, pkTotal: 3, pkNumber: 2, result: 99 }],
    ['CMPP_CANCEL', 'failed', { successId: 1 }],
    ['CMPP_TERMINATE', 'state', {}],
    ['CMPP_MT_ROUTE', 'busy', { result: 9 }],
    ['CMPP_PUSH_MO_ROUTE_UPDATE', 'unknown', { result: 99 }],
  ] as const)('of %s because of %s is its response', (command, why, body) => {
    for (const version of versions) {
      const by = speak(version, true);
      const request = { command, sequenceId: 1, msgId: 77n, pkTotal: 3, pkNumber: 2 } as unknown as CmppPdu;
      const refusal = by.refuse(request, why) as CmppInput;
      expect(decoded(by, refusal)).toMatchObject({ command: `${command}_RESP`, ...body });
    }
  });

  it('cannot be said to a QUERY, whose response has no result, nor to what is not known', () => {
    expect(cmpp().refuse({ command: 'CMPP_QUERY' } as CmppPdu<'3.0'>, 'busy')).toBeUndefined();
    expect(cmpp().refuse({ command: '0x00000099', sequenceId: 1, body: new Uint8Array() }, 'unknown')).toBeUndefined();
  });
});

describe('a frame that cannot be decoded', () => {
  const v30 = speak('3.0');
  const reject = (hex: string): unknown => {
    const bytes = Uint8Array.from(Buffer.from(`ee${hex}ee`, 'hex'));
    try {
      v30.decodeFrame(bytes, 1, bytes.length - 1);
    } catch (error) {
      return v30.reject(bytes, 1, bytes.length - 1, error);
    }
    throw new Error('it was decoded');
  };

  it('is answered by its command and number, as malformed', () => {
    expect(reject('0000000c0000000400000017')).toEqual({
      number: 0x17,
      pdu: { command: 'CMPP_SUBMIT_RESP', result: 1 },
    });
    expect(reject('0000000c0000000100000017')).toEqual({
      number: 0x17,
      pdu: { command: 'CMPP_CONNECT_RESP', status: 1 },
    });
    expect(reject('000000150000000500000017000000000000004d00')).toEqual({
      number: 0x17,
      pdu: { command: 'CMPP_DELIVER_RESP', msgId: 77n, result: 1 },
    });
  });

  it('names the request it fails where it is a response, and has no answer where there is none', () => {
    expect(reject('0000000c8000000400000017')).toEqual({ number: 0x17 });
    expect(reject('0000000c0000000600000017')).toEqual({ number: 0x17 });
    const bytes = new Uint8Array(12);
    expect(v30.reject(bytes, 0, 12, { degree: 'lost' })).toBeUndefined();
    expect(v30.reject(bytes, 0, 11, new Error('short'))).toBeUndefined();
    expect(v30.reject(bytes, 0, 12, undefined)).toEqual({ number: 0 });
  });

  it('is answered with what can be encoded, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...versions),
        fc.uint8Array({ minLength: 12, maxLength: 40 }),
        fc.nat(0x18),
        (version, bytes, id) => {
          bytes.set([0, 0, 0, id], 4);
          const by = speak(version, true);
          const rejection = by.reject(bytes, 0, bytes.length, new Error('bad'));
          if (rejection?.pdu !== undefined) expect(by.kind(decoded(by, rejection.pdu))).toBe('response');
        },
      ),
    );
  });
});
