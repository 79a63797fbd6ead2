import type { Field } from '@smswire/pdu';
import fc, { type Arbitrary } from 'fast-check';
import nodeSmpp from 'smpp';
import { describe, expect, it } from 'vitest';
import { commands, smpp, tlvTable } from '../src/index.js';
import { failureOf, warned } from './attempt.js';

/**
 * Where node-smpp writes something else than the standard has. It is read with a warning, and where our octets must
 * differ, this says how.
 */
const faults: Readonly<Record<string, { readonly why: string; readonly code: string; readonly sameOctets: boolean }>> =
  {
    source_telematics_id: {
      why: 'is written in two octets, where the standard has one',
      code: 'tlv_value',
      sameOctets: true,
    },
    broadcast_end_time: {
      why: 'is written without the NUL of its C-octet string',
      code: 'no_nul',
      sameOctets: false,
    },
  };

const { types, tlvs } = nodeSmpp;
const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const names: Readonly<Record<string, string>> = { destAddress: 'destAddresses', unsuccessSme: 'unsuccessSmes' };

const text = (maxLength: number): Arbitrary<string> =>
  fc.string({ unit: fc.integer({ min: 1, max: 0x7f }).map((code) => String.fromCharCode(code)), maxLength });
const octets = (minLength: number, maxLength: number): Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength, maxLength }).map((bytes) => Buffer.from(bytes));
const time = fc.constantFrom('', '240101120000000+', '991231235959948-', '000007000000000R');

const address = { dest_addr_ton: fc.nat(255), dest_addr_npi: fc.nat(255), destination_addr: text(20) };

/** What node-smpp takes for a value of its type, within the bounds of our field. */
function valuesOf(type: object, field: Field): Arbitrary<unknown> {
  if (field.kind === 'cstring' && field.full) return time;
  switch (type) {
    case types['int8']:
      return fc.nat(0xff);
    case types['int16']:
      return fc.nat(0xffff);
    case types['int32']:
      return fc.nat(0xffffffff);
    case types['cstring']:
      return text(field.kind === 'cstring' ? field.max - 1 : 0);
    case types['buffer']:
      return octets(0, 254);
    case types['dest_address_array']:
      return fc.array(fc.oneof(fc.record(address), fc.record({ dl_name: text(20) })), { maxLength: 5 });
    case types['unsuccess_sme_array']:
      return fc.array(fc.record({ ...address, error_status_code: fc.nat(0xffffffff) }), { maxLength: 5 });
    default: {
      const [min, max] =
        field.kind === 'octets' ? [field.size, field.size] : field.kind === 'rest' ? [field.min, field.max] : [0, 0];
      const bytes = octets(min, Math.min(max, 300));
      return type === types.tlv['string']
        ? bytes.map((each) => Buffer.from(each.map((octet) => octet & 0x7f)).toString('latin1'))
        : bytes;
    }
  }
}

const fieldOfTag = new Map<number, Field>(Object.values(tlvTable).map(({ tag, value }) => [tag, value]));
const fieldsOf = new Map<string, Readonly<Record<string, Field>>>(commands.map(({ name, fields }) => [name, fields]));

const tlvValues = Object.entries(tlvs).map(([name, { id, type, multiple }]) => {
  const value = valuesOf(type, fieldOfTag.get(id) as Field);
  return fc.tuple(fc.constant(name), multiple === true ? fc.array(value, { minLength: 1, maxLength: 3 }) : value);
});

/** Options for `new PDU(command, options)`, with up to six TLVs that are not among `without`. */
function optionsFor(command: string, without: readonly string[]): Arbitrary<Record<string, unknown>> {
  const params = Object.entries(nodeSmpp.commands[command]?.params ?? {});
  const fields = fieldsOf.get(command) ?? {};
  const values = params.map(([name, { type }]): [string, Arbitrary<unknown>] => {
    const ours = names[camel(name)] ?? camel(name);
    return [name, valuesOf(type, fields[ours] as Field)];
  });
  const taken = new Set([...without, ...params.map(([name]) => name)]);
  const some = fc.uniqueArray(fc.oneof(...tlvValues), { selector: ([name]) => tlvs[name]?.id, maxLength: 6 });
  return fc
    .tuple(
      fc.record(Object.fromEntries(values), { noNullPrototype: true }),
      some,
      fc.integer({ min: 1, max: 0x7fffffff }),
    )
    .map(([given, extra, sequence_number]) => ({
      ...given,
      ...Object.fromEntries(extra.filter(([name]) => !taken.has(name))),
      sequence_number,
    }));
}

const written = (command: string, options: object): Uint8Array =>
  Uint8Array.from(new nodeSmpp.PDU(command, options).toBuffer());

/** A field of theirs under our name: octets plain, destinations with their flag. */
function ours(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (!Array.isArray(value)) return value;
  return value.map((each: object) => {
    const entries = Object.entries(each).map(([name, inner]) => [camel(name), inner as unknown]);
    const flag = 'dl_name' in each ? { destFlag: 2 } : 'error_status_code' in each ? {} : { destFlag: 1 };
    return { ...flag, ...(Object.fromEntries(entries) as object) };
  });
}

const codec = smpp();

describe('node-smpp', () => {
  it('has the commands that this test tries: all but those of 3.3', () => {
    const theirs = Object.keys(nodeSmpp.commands);
    const missing = commands.map(({ name }) => name).filter((name) => !theirs.includes(name));
    expect(missing).toEqual([
      'param_retrieve',
      'param_retrieve_resp',
      'query_last_msgs',
      'query_last_msgs_resp',
      'query_msg_details',
      'query_msg_details_resp',
    ]);
    expect(theirs.filter((name) => !fieldsOf.has(name))).toEqual([]);
  });

  it('has the TLVs of the standard and no other', () => {
    expect(new Set(Object.values(tlvs).map(({ id }) => id))).toEqual(new Set(fieldOfTag.keys()));
  });

  it.each(Object.keys(nodeSmpp.commands))('is read and written back octet for octet: %s', (command) => {
    fc.assert(
      fc.property(optionsFor(command, Object.keys(faults)), (options) => {
        const bytes = written(command, options);
        const { value, warnings } = warned((onWarning) => codec.decode(bytes, { onWarning }));
        // What it means by both payloads is for the reader to say.
        expect(warnings.filter(({ code }) => code !== 'both_payloads' && code !== 'udh_and_tlv')).toEqual([]);
        expect(codec.encode(value)).toEqual(bytes);
        for (const name of Object.keys(nodeSmpp.commands[command]?.params ?? {})) {
          const key = names[camel(name)] ?? camel(name);
          expect([key, (value as Record<string, unknown>)[key]]).toEqual([key, ours(options[name])]);
        }
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it.each(Object.keys(tlvs).filter((name) => faults[name] === undefined))('is read and written back: %s', (name) => {
    const { type, multiple, id } = tlvs[name] as (typeof tlvs)[string];
    fc.assert(
      fc.property(valuesOf(type, fieldOfTag.get(id) as Field), (value) => {
        const bytes = written('data_sm', { sequence_number: 1, [name]: multiple === true ? [value, value] : value });
        expect(codec.encode(codec.decode(bytes))).toEqual(bytes);
        expect(warned((onWarning) => codec.decode(bytes, { onWarning })).warnings).toEqual([]);
      }),
      { numRuns: 15, seed: 5 },
    );
  });

  it.each(Object.entries(faults))('deviates, and is read with a warning: %s $why', (name, { code, sameOctets }) => {
    const value = name === 'broadcast_end_time' ? '240101120000000+' : 5;
    const bytes = written('data_sm', { sequence_number: 1, [name]: value });
    const { value: pdu, warnings } = warned((onWarning) => codec.decode(bytes, { onWarning }));
    expect(warnings).toMatchObject([{ code, path: `tlvs.${camel(name)}` }]);
    expect(failureOf(() => smpp({ strict: true }).decode(bytes))).toMatchObject({ code });
    expect(codec.encode(pdu)).toHaveLength(bytes.length + (sameOctets ? 0 : 1));
    if (sameOctets) expect(codec.encode(pdu)).toEqual(bytes);
  });

  it('is read and written back where it makes octets of text, dates and headers', () => {
    for (const options of [
      { short_message: 'Hello' },
      { short_message: 'Привет', data_coding: 8 },
      { short_message: { udh: Buffer.from([5, 0, 3, 7, 2, 1]), message: 'part' } },
      { message_payload: 'Hello' },
      { schedule_delivery_time: new Date(0), validity_period: '000100' },
      {
        callback_num: [{ digit_mode: 1, ton: 1, npi: 1, number: '4477' }],
        callback_num_atag: [{ encoding: 0, display: 'me' }],
      },
      { alert_on_message_delivery: 1, dest_addr_np_country: 44, ms_validity: Buffer.from([4, 2, 0, 9]) },
    ]) {
      for (const command of ['submit_sm', 'deliver_sm']) {
        const bytes = written(command, { sequence_number: 1, ...options });
        const { value, warnings } = warned((onWarning) => codec.decode(bytes, { onWarning }));
        expect(warnings).toEqual([]);
        expect(codec.encode(value)).toEqual(bytes);
      }
    }
  });

  it('is read and written back where it answers with an error: the header alone', () => {
    for (const command of Object.keys(nodeSmpp.commands).filter((name) => name.endsWith('_resp'))) {
      const bytes = written(command, { sequence_number: 1, command_status: 8, message_id: 'lost' });
      const { value, warnings } = warned((onWarning) => codec.decode(bytes, { onWarning }));
      expect(value).toStrictEqual({ command, commandStatus: 8, sequenceNumber: 1 });
      expect(warnings).toEqual([]);
      expect(codec.encode(value)).toEqual(bytes);
    }
  });
});
