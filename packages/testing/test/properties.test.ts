import { cstring, layout, messages, octets, rest, u8, u32 } from '@smswire/pdu';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dissectionPartitions,
  enginesReadAlike,
  enginesWriteAlike,
  everyCutAgrees,
  hostileBytes,
  pduArbitrary,
  roundTrips,
  writesBack,
} from '../src/index.js';
import { type Held, protocol } from './protocol.js';

const record = layout('record', { level: u8, text: cstring(9), data: octets(u8) });
const values = pduArbitrary(record);
const anyOctets = fc.uint8Array({ maxLength: 30 });
const frames = fc.constantFrom(
  ...[{ command: 'ping' }, { command: 'send', to: 'a' }].map((pdu) => protocol.encode(pdu, 1)),
);

/** What the property's failure says. */
function complaint(run: () => void): string {
  try {
    run();
  } catch (error) {
    const { message, cause } = error as Error;
    return `${message}\n${(cause as Error | undefined)?.message ?? ''}`;
  }
  return 'nothing';
}

describe('roundTrips', () => {
  it('holds for a layout', () => {
    roundTrips(record, values);
  });

  it('finds a value that comes back changed', () => {
    const forgets = { ...record, decode: (bytes: Uint8Array) => ({ ...record.decode(bytes), level: 0 }) };
    expect(complaint(() => roundTrips(forgets, values))).toContain("differs from value at '.level'");
    const loses = { ...record, decode: (bytes: Uint8Array) => ({ ...record.decode(bytes), text: undefined as never }) };
    expect(complaint(() => roundTrips(loses, values))).toContain("differs from value at '.text'");
  });

  it('finds octets that cannot be read, or only with a warning', () => {
    const cuts = { ...record, encode: (value: Held) => record.encode(value).slice(0, -1) };
    expect(complaint(() => roundTrips(cuts, values))).toContain('cannot be decoded: record.');
    const adds = {
      encode: (value: Held) => Uint8Array.of(...record.encode(value), 0),
      decode: (bytes: Uint8Array, options?: object) => {
        const { level, text, data } = record.decode(bytes, options);
        return { level, text, data };
      },
    };
    expect(complaint(() => roundTrips(adds, values))).toContain('decoded with a warning: 1 octets behind');
  });

  it('finds an encoder that writes the same value in two ways', () => {
    let calls = 0;
    const wavers = {
      ...record,
      encode: (value: Held) => record.encode(calls++ % 2 === 0 ? value : { ...value, level: 1 }),
    };
    expect(
      complaint(() =>
        roundTrips(
          wavers,
          values.filter(({ level }) => level !== 1),
        ),
      ),
    ).toContain('octets differ');
  });

  it('lets an error through that is not the codec’s own', () => {
    const breaks = {
      ...record,
      decode: (): never => {
        throw new RangeError('out of bounds');
      },
    };
    expect(complaint(() => roundTrips(breaks, values))).toContain('out of bounds');
  });
});

describe('writesBack', () => {
  it('holds for a layout, and finds octets that are written in another way', () => {
    const written = values.map((value) => record.encode(value));
    writesBack(record, fc.oneof(written, anyOctets));
    const rounds = { ...record, encode: (value: Held) => record.encode({ ...value, level: 7 }) };
    expect(complaint(() => writesBack(rounds, written))).toContain('encode(decode(octets)) differs');
  });
});

describe('dissectionPartitions', () => {
  it('holds for a layout', () => {
    dissectionPartitions(record, anyOctets);
  });

  it.each([
    ['a gap', [{ path: 'a', start: 1, end: 3, value: 0 }], "'a' stands from 1 to 3, where 0 is next"],
    [
      'an octet told twice',
      [
        { path: 'a', start: 0, end: 2, value: 0 },
        { path: 'b', start: 1, end: 3, value: 0 },
      ],
      "'b' stands from 1 to 3",
    ],
    ['a row of nothing', [{ path: 'a', start: 0, end: 0, value: 0 }], "'a' stands from 0 to 0"],
    ['a row without a name', [{ path: '', start: 0, end: 3, value: 0 }], 'has no path'],
    ['an end left out', [{ path: 'a', start: 0, end: 2, value: 0 }], 'the rows end at 2 of 3 octets'],
  ])('finds %s', (_, rows, words) => {
    const told = complaint(() => dissectionPartitions({ dissect: () => rows }, fc.constant(new Uint8Array(3))));
    expect(told).toContain(words);
  });
});

describe('hostileBytes', () => {
  it('holds for layouts and for messages', () => {
    hostileBytes(record, anyOctets);
    hostileBytes(protocol, fc.oneof(frames, anyOctets));
  });

  it('finds an error that is not typed', () => {
    const decode = (bytes: Uint8Array): number => new DataView(bytes.buffer).getUint32(0);
    expect(complaint(() => hostileBytes({ decode }, anyOctets))).toContain('Offset is outside the bounds');
  });

  it('finds a value that the octets do not account for', () => {
    const decode = (bytes: Uint8Array): number[] => Array.from({ length: bytes[0] === 9 ? 100_000 : 0 }, () => 0);
    const nine = fc.constant(Uint8Array.of(9));
    expect(complaint(() => hostileBytes({ decode }, nine))).toContain('1 octets gave 100001 values');
  });

  it('finds a degree that the framing does not bear out', () => {
    const short = fc.constant(new Uint8Array(3));
    const known = { ...protocol, frameLength: () => 3 };
    expect(complaint(() => hostileBytes(known, short))).toContain('the degree incomplete, where framing says pdu');
    const lost = fc.constant(new Uint8Array(16));
    const patient = { ...protocol, frameLength: () => undefined };
    expect(complaint(() => hostileBytes(patient, lost))).toContain('the degree lost, where framing says incomplete');
  });

  it('finds an offset that is not in the octets', () => {
    const decode = (): never => {
      throw Object.assign(new Error('far off'), { code: 'end', offset: 99, degree: 'pdu' });
    };
    expect(complaint(() => hostileBytes({ decode }, anyOctets))).toContain('the error is at 99 of');
  });
});

describe('everyCutAgrees', () => {
  it('holds for messages, good frames and others', () => {
    everyCutAgrees(protocol, frames);
    everyCutAgrees(protocol, fc.oneof(frames, anyOctets));
  });

  it('finds a framer that takes what has come for the whole', () => {
    const hasty = {
      ...protocol,
      frameLength: (_: Uint8Array, start = 0, end = 0) => (end - start < 4 ? undefined : Math.max(16, end - start)),
    };
    expect(complaint(() => everyCutAgrees(hasty, frames))).toContain('gives something else than whole');
  });

  it('finds a decoder that counts from the start of the stream', () => {
    const lost = { ...protocol, decodeFrame: (bytes: Uint8Array, start: number) => ({ start, first: bytes[0] }) };
    expect(complaint(() => everyCutAgrees(lost as never, frames))).toContain('gives something else than whole');
  });
});

describe('enginesReadAlike and enginesWriteAlike', () => {
  const interpreted = layout('record', record.fields, { compile: false });

  it('hold for the two engines', () => {
    enginesReadAlike(interpreted, record, anyOctets);
    enginesWriteAlike(interpreted, record, values);
  });

  it('find a value, a warning and a word of an error that differ', () => {
    const wider = layout('record', { level: u8, text: cstring(10), data: octets(u8) });
    expect(complaint(() => enginesReadAlike(record, wider, anyOctets))).toContain("the two differ at '.");
    const other = layout('record', { level: u8, text: cstring(9), data: rest() });
    expect(complaint(() => enginesReadAlike(record, other as never, anyOctets))).toContain("the two differ at '.");
    const named = layout('recorded', record.fields);
    expect(complaint(() => enginesReadAlike(record, named, anyOctets))).toContain("the two differ at '.error.");
    expect(complaint(() => enginesWriteAlike(record, other as never, values))).toContain("the two differ at '.value'");
  });

  it('let an error through that is not typed, even where both throw it', () => {
    const breaks = {
      decode: (): never => {
        throw new TypeError('no such thing');
      },
    };
    expect(complaint(() => enginesReadAlike(breaks, breaks, anyOctets))).toContain('no such thing');
  });
});

describe('a protocol of one’s own', () => {
  it('needs nothing but its tables', () => {
    const own = messages<Held & { command: string }, Held>({
      header: { number: u32 },
      number: 'number',
      commands: [],
      maxLength: 99,
    });
    hostileBytes(own, anyOctets);
    everyCutAgrees(own, anyOctets);
  });
});
