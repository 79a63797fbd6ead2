import { command, octets as counted, cstring, u8, u32 } from '@smswire/pdu';
import { hostileBytes, messageArbitrary, mutated, roundTrips } from '@smswire/testing';
import { describe, expect, it } from 'vitest';
import { commands, commandsOf, smpp } from '../src/index.js';
import { failureOf, warned } from './attempt.js';
import { octets, vectors } from './vectors.js';

const header = { commandStatus: 0, sequenceNumber: 1 };

describe('vendor TLVs', () => {
  const dlt = {
    dltEntityId: { tag: 0x1401, value: cstring(20) },
    costCentre: { tag: 0x1402, value: u32, repeat: true },
  } as const;
  const codec = smpp({ tlvs: dlt });

  it('are typed values under their names, in one codec and not in another', () => {
    const bytes = codec.encode({ command: 'enquire_link', tlvs: { dltEntityId: '1101', costCentre: [1, 2] } });
    expect(codec.decode(bytes)).toMatchObject({ tlvs: { dltEntityId: '1101', costCentre: [1, 2] } });
    expect(smpp().decode(bytes)).toMatchObject({
      tlvs: {
        '0x1401': octets('31 31 30 31 00'),
        '0x1402': [octets('00 00 00 01'), octets('00 00 00 02')],
      },
    });
    expect(failureOf(() => smpp().encode({ command: 'unbind', tlvs: { dltEntityId: '1' } as never })).code).toBe(
      'unknown_tlv',
    );
  });

  it('leave the TLVs of the standard as they are', () => {
    for (const { hex } of vectors) expect(codec.encode(codec.decode(octets(hex)))).toEqual(octets(hex));
  });

  it('take the place of a TLV of the standard that has their tag', () => {
    const wide = smpp({ tlvs: { sourceTelematicsId: { tag: 0x0010, value: counted(2) } } });
    const bytes = wide.encode({ command: 'unbind', tlvs: { sourceTelematicsId: octets('00 05') } });
    expect(wide.decode(bytes)).toEqual({
      command: 'unbind',
      commandStatus: 0,
      sequenceNumber: 0,
      tlvs: { sourceTelematicsId: octets('00 05') },
    });
    const renamed = smpp({ tlvs: { destPort: { tag: 0x020b, value: u8 } } });
    expect(failureOf(() => renamed.encode({ command: 'unbind', tlvs: { destinationPort: 5 } as never })).code).toBe(
      'unknown_tlv',
    );
  });

  it('come back as they were sent', () => {
    roundTrips(codec, messageArbitrary(codec, 'submit_sm', 'data_sm_resp'));
  });
});

describe('vendor commands', () => {
  const ping = command('vendor_ping', 0x00010200, { text: cstring(10), level: u8 });
  const pingResp = command('vendor_ping_resp', 0x80010200, { text: cstring(10) }, { bodiless: true });
  const codec = smpp({ commands: [ping, pingResp] });

  it('are read and written like those of the standard', () => {
    const bytes = octets('00 00 00 14 00 01 02 00 00 00 00 00 00 00 00 01 68 69 00 05');
    expect(codec.decode(bytes)).toStrictEqual({ command: 'vendor_ping', ...header, text: 'hi', level: 5 });
    expect(codec.encode({ command: 'vendor_ping', ...header, text: 'hi', level: 5 })).toEqual(bytes);
    expect(codec.decode(codec.encode({ command: 'vendor_ping_resp', commandStatus: 8 }))).toEqual({
      command: 'vendor_ping_resp',
      commandStatus: 8,
      sequenceNumber: 0,
    });
    roundTrips(codec, messageArbitrary(codec, 'vendor_ping', 'vendor_ping_resp'));
  });

  it('are proved in a few lines, as the README of @smswire/testing has them', () => {
    const vendorPing = command('vendor_ping', 0x00010200, { text: cstring(10), level: u8 });
    const own = smpp({ commands: [vendorPing] });
    const pings = messageArbitrary(own, 'vendor_ping');
    const frames = pings.map((each) => own.encode(each));
    roundTrips(own, pings);
    hostileBytes(own, mutated(frames));
  });

  it('take the place of a command of the standard that has their id', () => {
    const own = command('submit_sm', 0x00000004, { text: cstring(10) });
    const bytes = octets('00 00 00 12 00 00 00 04 00 00 00 00 00 00 00 01 61 00');
    expect(smpp({ commands: [own] }).decode(bytes)).toMatchObject({ command: 'submit_sm', text: 'a' });
  });

  it('are kept octet for octet where the codec does not have them', () => {
    const bytes = octets('00 00 00 14 00 01 02 00 00 00 00 00 00 00 00 01 68 69 00 05');
    const { value, warnings } = warned((onWarning) => smpp().decode(bytes, { onWarning }));
    expect(value).toStrictEqual({ command: '0x00010200', ...header, body: octets('68 69 00 05') });
    expect(warnings).toMatchObject([{ code: 'unknown_command', command: '0x00010200', path: '', offset: 4 }]);
    expect(smpp().encode(value)).toEqual(bytes);
  });
});

describe('the widths of strings', () => {
  const wide = smpp({ widths: { password: 17, messageId: 129, sourceAddr: 80, destinationAddr: 80 } });

  it('may be another than the standard gives them', () => {
    const bind = { command: 'bind_transmitter', ...header, password: 'a'.repeat(16) } as const;
    expect(failureOf(() => smpp().encode(bind))).toMatchObject({ code: 'length', path: 'password' });
    expect(wide.decode(wide.encode(bind))).toMatchObject({ password: 'a'.repeat(16) });
    expect(failureOf(() => wide.encode({ ...bind, password: 'a'.repeat(17) })).code).toBe('length');
  });

  it('are those of addresses in lists as well', () => {
    const destAddresses = [{ destFlag: 1, destAddrTon: 0, destAddrNpi: 0, destinationAddr: '4'.repeat(79) }] as const;
    const pdu = { command: 'submit_multi', destAddresses } as const;
    expect(failureOf(() => smpp().encode(pdu)).path).toBe('destAddresses[0].destinationAddr');
    expect(wide.decode(wide.encode(pdu))).toMatchObject({ destAddresses });
  });

  it('hold in decoding as well', () => {
    const bytes = wide.encode({ command: 'submit_sm_resp', ...header, messageId: 'm'.repeat(128) });
    expect(warned((onWarning) => wide.decode(bytes, { onWarning })).warnings).toEqual([]);
    expect(warned((onWarning) => smpp().decode(bytes, { onWarning })).warnings).toMatchObject([{ code: 'too_long' }]);
  });

  it('leave every PDU as it was otherwise', () => {
    for (const { hex } of vectors) expect(wide.encode(wide.decode(octets(hex)))).toEqual(octets(hex));
    roundTrips(wide, messageArbitrary(wide, 'submit_sm', 'query_sm', 'bind_receiver'));
  });
});

describe('a version', () => {
  it.each([
    ['3.3', 27],
    ['3.4', 27],
    ['5.0', 33],
  ] as const)('%s has its %i commands, and sends no other', (version, count) => {
    expect(commandsOf[version]).toHaveLength(count);
    const codec = smpp({ version });
    const own = new Set<string>(commandsOf[version].map(({ name }) => name));
    for (const { name } of commands) {
      const pdu = { command: name, ...header } as never;
      if (own.has(name)) expect(codec.encode(pdu).length).toBeGreaterThanOrEqual(16);
      else expect(failureOf(() => codec.encode(pdu))).toMatchObject({ code: 'version', command: name, path: '' });
      expect(smpp().encode(pdu).length).toBeGreaterThanOrEqual(16);
    }
  });

  it('reads what every version sends', () => {
    for (const { hex, value } of vectors) {
      for (const version of ['3.3', '3.4', '5.0'] as const) {
        expect(smpp({ version }).decode(octets(hex))).toStrictEqual(value);
      }
    }
  });

  it('of 3.3 sends no TLVs, known or unknown', () => {
    const codec = smpp({ version: '3.3' });
    const unbind = { command: 'unbind', ...header } as const;
    for (const tlvs of [{ sourcePort: 1 }, { '0x1400': octets('01') }]) {
      expect(failureOf(() => codec.encode({ ...unbind, tlvs }))).toMatchObject({ code: 'version', path: 'tlvs' });
      expect(failureOf(() => codec.encodeInto({ ...unbind, tlvs }, new Uint8Array(99), 0)).code).toBe('version');
    }
    expect(codec.encode({ ...unbind, tlvs: { sourcePort: undefined } }).length).toBe(16);
    expect(failureOf(() => codec.encode({ ...unbind, tlvs: null } as never)).code).toBe('type');
  });

  it.each([
    ['3.3', 8, 254, 254],
    ['3.4', 64, 254, 254],
    ['5.0', 64, 255, 255],
  ] as const)(
    '%s sends ids of %i characters, %i octets of text and %i destinations at most',
    (version, id, text, dests) => {
      const codec = smpp({ version });
      const lengthOf = (pdu: object): number => codec.encode({ ...header, ...pdu } as never).length;
      const query = (length: number) => ({ command: 'query_sm', messageId: 'm'.repeat(length) });
      const submit = (length: number) => ({ command: 'submit_sm', shortMessage: new Uint8Array(length) });
      const multi = (length: number) => ({
        command: 'submit_multi',
        destAddresses: Array.from({ length }, () => ({ destFlag: 2, dlName: 'a' })),
      });
      for (const [make, most] of [
        [query, id],
        [submit, text],
        [multi, dests],
      ] as const) {
        expect(lengthOf(make(most))).toBeGreaterThan(16);
        expect(failureOf(() => lengthOf(make(most + 1))).code).toBe('length');
      }
    },
  );

  it('lets a PDU of an unknown command pass', () => {
    expect(smpp({ version: '3.3' }).encode({ command: '0x00010200', body: octets('01') }).length).toBe(17);
  });

  it('is one that there is', () => {
    for (const version of ['3.5', 5, 'constructor', null]) {
      expect(failureOf(() => smpp({ version: version as never })).message).toMatch(
        /^smpp.version at 0: no such version/,
      );
    }
  });
});
