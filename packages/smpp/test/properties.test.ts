import {
  dissectionPartitions,
  enginesReadAlike,
  enginesWriteAlike,
  everyCutAgrees,
  hostileBytes,
  messageArbitrary,
  mistaken,
  mutated,
  roundTrips,
  writesBack,
} from '@smswire/testing';
import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands, commandsOf, type SmppInput, type SmppPdu, type SmppVersion, smpp } from '../src/index.js';

type Name = (typeof commands)[number]['name'];

const interpreted = smpp({ compile: false });
const compiled = smpp();
const few = { numRuns: 40, seed: 1 };
const many = { numRuns: 300, seed: 2 };

const anyPdu: Arbitrary<SmppPdu> = messageArbitrary(compiled);
const anyFrame = anyPdu.map((pdu) => compiled.encode(pdu));
const octets = fc.oneof({ arbitrary: mutated(anyFrame), weight: 3 }, anyFrame, fc.uint8Array({ maxLength: 100 }));

describe.each(commands.map(({ name }) => name))('%s', (name) => {
  const pdus = messageArbitrary(compiled, name as Name);

  it('comes back as it was sent, interpreted and compiled', () => {
    roundTrips(interpreted, pdus, few);
    roundTrips(compiled, pdus, few);
  });

  it('is written and read alike by both engines', () => {
    enginesWriteAlike<SmppInput>(interpreted, compiled, mistaken(pdus), few);
    enginesReadAlike(interpreted, compiled, mutated(pdus.map((pdu) => compiled.encode(pdu))), few);
  });
});

describe.each(['3.3', '3.4', '5.0'] as const)('version %s', (version: SmppVersion) => {
  it.each([false, true])('gets back every PDU it may send (compiled: %s)', (compile) => {
    const codec = smpp({ version, compile });
    const names = commandsOf[version].map(({ name }) => name as Name);
    const pdus = messageArbitrary(codec, ...names).map((pdu) => {
      if (version === '3.3') delete pdu.tlvs;
      return pdu;
    });
    roundTrips(codec, pdus, many);
  });
});

describe('any octets', () => {
  it('are read alike by both engines: values, warnings and errors', () => {
    enginesReadAlike(interpreted, compiled, octets, many);
  });

  it('are refused alike by both engines under strict', () => {
    enginesReadAlike(smpp({ compile: false, strict: true }), smpp({ strict: true }), octets, many);
  });

  it('are written back as they came where they are read without a warning', () => {
    writesBack(interpreted, octets, many);
    writesBack(compiled, octets, many);
  });

  it('have dissections that cover each of them once', () => {
    dissectionPartitions(compiled, octets, many);
  });

  it('meet only the typed error, of the right degree', () => {
    hostileBytes(compiled, octets, many);
  });

  it('give the same however they are cut', () => {
    everyCutAgrees(compiled, octets, { numRuns: 60, seed: 3 });
  });
});

describe('encoding', () => {
  it('leaves what it is given as it was', () => {
    fc.assert(
      fc.property(anyPdu, (pdu) => {
        const before = structuredClone(pdu);
        compiled.encode(pdu);
        expect(pdu).toStrictEqual(before);
      }),
      few,
    );
  });
});
