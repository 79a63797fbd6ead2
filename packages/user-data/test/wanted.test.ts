import { describe, expect, it } from 'vitest';
import * as api from '../src/index.js';

const { createReassembler, gsm7, segment } = api;

/** What a caller without types may hand over. */
type Loose = (...given: unknown[]) => unknown;
const loose = (verb: unknown) => verb as Loose;
const alphabets: Record<string, object> = api;
const call = (of: object | undefined, verb: string, ...given: unknown[]) =>
  (of as Record<string, Loose>)[verb]?.(...given);

const wrong = [null, undefined, 5, Number.NaN, true, {}, [], () => 0];
const described = (value: unknown) => (value === undefined ? 'undefined' : (JSON.stringify(value) ?? 'a function'));

function failure(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const refused = { name: 'UserDataError', code: 'option', message: expect.stringContaining(' is wanted, not ') };
const both = ['gsm7', 'ucs2', 'ascii', 'latin1', 'binary', 'iso88595', 'iso88598', 'gb18030', 'gbk'] as const;
const readOnly = ['shiftJis', 'iso2022jp', 'eucKr'] as const;

const readers: [string, Loose][] = [
  ...[...both, ...readOnly].map((name): [string, Loose] => [
    `${name}.decode`,
    (octets) => call(alphabets[name], 'decode', octets),
  ]),
  ['gsm7.pack', (octets) => call(gsm7, 'pack', octets)],
  ['gsm7.unpack', (octets) => call(gsm7, 'unpack', octets)],
  ['decodeUdh', loose(api.decodeUdh)],
  ['splitUserData', (octets) => loose(api.splitUserData)(octets, true)],
];
const writers = both.map((name): [string, Loose] => [
  `${name}.encode`,
  (text) => call(alphabets[name], 'encode', text),
]);
const messages: [string, Loose][] = [
  ['segment', loose(segment)],
  ['countSegments', loose(api.countSegments)],
];

describe('a verb that is given what it does not work on', () => {
  it.each([...readers, ...writers, ...messages])('%s refuses it and says what is wanted', (_, verb) => {
    for (const value of wrong)
      expect(
        failure(() => verb(value)),
        described(value),
      ).toMatchObject(refused);
  });

  it.each(readers)('%s refuses text', (_, verb) => {
    expect(failure(() => verb('text'))).toMatchObject(refused);
  });

  it.each(writers)('%s refuses octets', (_, verb) => {
    expect(failure(() => verb(new Uint8Array(3)))).toMatchObject(refused);
  });

  it('takes octets of another realm, and a Buffer', () => {
    const foreign = Object.setPrototypeOf(Uint8Array.of(0x41), Object.getPrototypeOf(Uint8Array.prototype));
    expect(gsm7.decode(foreign)).toBe('A');
    expect(gsm7.decode(Buffer.from('A'))).toBe('A');
  });

  it.each<[string, () => unknown]>([
    ['encodeUdh', () => loose(api.encodeUdh)(null)],
    ['encodeUdh', () => loose(api.encodeUdh)([null])],
    ['encodeUdh', () => loose(api.encodeUdh)([{ id: 1, data: 'ab' }])],
    ['readHeader', () => loose(api.readHeader)(null)],
    ['readHeader', () => loose(api.readHeader)([5])],
    ['decodeText', () => loose(api.decodeText)(null, 'gsm7')],
    ['decodeText', () => loose(api.decodeText)({ payload: 'text' }, 'gsm7')],
    ['decodeText', () => loose(api.decodeText)({ parts: 5 }, 'ucs2')],
    ['decodeText', () => loose(api.decodeText)({ parts: [null] }, 'ucs2')],
    ['gsm7.pack', () => gsm7.pack(Uint8Array.of(1), { headerLength: Number.NaN })],
    ['gsm7.unpack', () => gsm7.unpack(Uint8Array.of(1), { headerLength: -1 })],
    ['gsm7.encode', () => call(gsm7, 'encode', 'š', { unencodable: 'replace', replacement: 5 })],
    ['dataCoding.encode', () => call(api.dataCoding, 'encode', null)],
    ['dataCoding.decode', () => call(api.dataCoding, 'decode', null)],
    ['tpDcs.encode', () => call(api.tpDcs, 'encode', null)],
    ['tpDcs.decode', () => call(api.tpDcs, 'decode', '8')],
    ['msgFmt.decode', () => call(api.msgFmt, 'decode', undefined)],
    ['msgFmt.encode', () => call(api.msgFmt, 'encode', undefined)],
    ['smppFields', () => loose(api.smppFields)(null)],
    ['smppPart', () => loose(api.smppPart)(null)],
    ['smppPart', () => loose(api.smppPart)({ shortMessage: 'text' })],
    ['decodeSmppText', () => loose(api.decodeSmppText)(null)],
    ['cmppFields', () => loose(api.cmppFields)({ msgFmt: 8 })],
    ['cmppPart', () => loose(api.cmppPart)(undefined)],
    ['decodeCmppText', () => loose(api.decodeCmppText)(5)],
    ['a warning', () => call(gsm7, 'decode', Uint8Array.of(0xff), { onWarning: 5 })],
  ])('%s names it', (_, act) => {
    expect(failure(act)).toMatchObject(refused);
  });

  it.each<[unknown, string]>([
    [null, 'segment.options'],
    [{ alphabet: 5 }, 'segment.alphabet'],
    [{ alphabet: [null] }, 'segment.alphabet'],
    [{ languages: 5 }, 'segment.languages'],
    [{ languages: null }, 'segment.languages'],
    [{ signature: 5 }, 'segment.signature'],
    [{ ports: null }, 'segment.ports'],
  ])('segment names the option of %j', (options, path) => {
    expect(failure(() => loose(segment)('text', options))).toMatchObject({ ...refused, path });
  });
});

describe('a reassembler', () => {
  const part = { from: 'a', to: 'b', payload: Uint8Array.of(0x41) };

  it.each<[unknown, string]>([
    [null, 'reassembler'],
    [5, 'reassembler'],
    [{ ttlMs: -1 }, 'reassembler.ttlMs'],
    [{ ttlMs: Number.NaN }, 'reassembler.ttlMs'],
    [{ ttlMs: '60' }, 'reassembler.ttlMs'],
    [{ maxMessages: -1 }, 'reassembler.maxMessages'],
    [{ maxBytes: null }, 'reassembler.maxBytes'],
    [{ onEvict: 5 }, 'reassembler.onEvict'],
    [{ store: 5 }, 'reassembler.store'],
  ])('is not made with %j', (options, path) => {
    expect(failure(() => loose(createReassembler)(options))).toMatchObject({ ...refused, path });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, null, '5'])('takes no segment at %s', (now) => {
    const reassembler = createReassembler();
    expect(failure(() => call(reassembler, 'add', part, now))).toMatchObject({ ...refused, path: 'reassembler.now' });
    expect(reassembler.pending()).toEqual({ messages: 0, bytes: 0 });
  });

  it('gives up everything at the end of time, and nothing at no time', () => {
    const reassembler = createReassembler();
    reassembler.add({ ...part, udh: Uint8Array.of(5, 0, 3, 1, 2, 1) }, 0);
    expect(failure(() => reassembler.expire(Number.NaN))).toMatchObject(refused);
    expect(reassembler.pending().messages).toBe(1);
    reassembler.expire(Number.POSITIVE_INFINITY);
    expect(reassembler.pending().messages).toBe(0);
  });

  it.each<[unknown, string]>([
    [null, 'part'],
    ['text', 'part'],
    [{ ...part, from: undefined }, 'part.from'],
    [{ ...part, to: 5 }, 'part.to'],
    [{ ...part, payload: 'text' }, 'part.payload'],
    [{ ...part, sar: null }, 'part.sar'],
    [{ ...part, udh: 'text' }, 'udh'],
  ])('takes no segment that is %j', (value, path) => {
    expect(failure(() => call(createReassembler(), 'add', value, 0))).toMatchObject({ ...refused, path });
  });
});

describe('the reference of segments', () => {
  it('is 0 unless it is given, so that two messages in flight to one phone are mixed', () => {
    const add = createReassembler();
    const [one, other] = ['a', 'b'].map((letter) => segment(letter.repeat(200)).parts);
    expect(add.add({ from: 's', to: 'p', ...one?.[0], payload: one?.[0]?.payload as Uint8Array }, 0)).toBeUndefined();
    const mixed = add.add({ from: 's', to: 'p', ...other?.[1], payload: other?.[1]?.payload as Uint8Array }, 0);
    expect(mixed && api.decodeText(mixed, 'gsm7')).toMatch(/^a+b+$/);
  });
});
