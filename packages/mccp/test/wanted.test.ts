import { describe, expect, it } from 'vitest';
import { mccp } from '../src/index.js';

type Loose = (...given: unknown[]) => unknown;
type Verb = 'decode' | 'decodeAll' | 'split' | 'dissect' | 'encode' | 'encodeInto' | 'encodeAll';
const codec = mccp() as unknown as Record<Verb, Loose>;

function failure(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const refused = (path: string) => ({
  name: 'MccpError',
  code: 'type',
  path,
  degree: undefined,
  message: expect.stringContaining(' is wanted, not '),
});

describe('a verb that is given what it does not work on', () => {
  it.each<Verb>(['decode', 'decodeAll', 'split', 'dissect'])('%s wants a Uint8Array', (verb) => {
    for (const value of [null, undefined, 5, 'RLO 1\r\n', {}, [0x52]]) {
      expect(
        failure(() => codec[verb](value)),
        typeof value,
      ).toMatchObject(refused('bytes'));
    }
  });

  it.each([null, undefined, 5, 'RLO', []])('encode wants a PDU, not %j', (value) => {
    expect(failure(() => codec.encode(value))).toMatchObject(refused('pdu'));
    expect(failure(() => codec.encode(value, 7))).toMatchObject(refused('pdu'));
    expect(failure(() => codec.encodeAll([value]))).toMatchObject(refused('pdu'));
  });

  it.each([null, undefined, 5, 'RLO', {}])('encodeAll wants an array, not %j', (value) => {
    expect(failure(() => codec.encodeAll(value))).toMatchObject(refused('pdus'));
  });

  it('encodeInto wants a target of octets, and mccp options', () => {
    expect(failure(() => codec.encodeInto({ command: 'RLO' }, null, 0))).toMatchObject(refused('target'));
    expect(failure(() => (mccp as unknown as Loose)(null))).toMatchObject(refused('options'));
  });
});
