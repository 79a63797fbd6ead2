import { type Command, Link } from '@smswire/session';
import { manualClock, memoryWires } from '@smswire/session/memory';
import { describe, expect, it } from 'vitest';
import { Peer, settle, World } from '../../../session/test/cases/world.js';
import { type SmppInput, type SmppPdu, commandStatus as s, smpp } from '../../src/index.js';
import { frame, octets, protocol, smppDialect } from './dialect.js';

/** What a bound MC of this codec answers to a frame, and to a submit_sm behind it. */
async function answersOf(bytes: Uint8Array, codec = protocol): Promise<{ answers: SmppPdu[]; unparsed: unknown[] }> {
  const clock = manualClock();
  const [ours, theirs] = memoryWires({ clock });
  const peer = new Peer(smppDialect, theirs);
  const unparsed: unknown[] = [];
  const onRequest = (pdu: SmppPdu): SmppInput => ({ command: `${pdu.command}_resp` }) as SmppInput;
  new Link(ours, codec, { onRequest, onUnparsed: (_, error) => unparsed.push(error) }, { clock });
  peer.send(smppDialect.bind(), 1);
  await settle(clock);
  peer.got.length = 0;
  theirs.write(bytes);
  peer.send(smppDialect.submit('next'), 78);
  await settle(clock);
  return { answers: peer.got as SmppPdu[], unparsed };
}

/** The PDU, under number 77, whole or cut short in front of a field. */
function upTo(pdu: SmppInput, field?: string): Uint8Array {
  const whole = protocol.encode(pdu, 77);
  const row = protocol.dissect(whole).find(({ path }) => [field, `${field}.length`, `${field}.count`].includes(path));
  const bytes = whole.slice(0, row?.start);
  new DataView(bytes.buffer).setUint32(0, bytes.length);
  return bytes;
}

const withHeader = (command: string, commandStatus: number): object => ({ command, commandStatus, sequenceNumber: 77 });

const bind = {
  systemId: s.ESME_RINVSYSID,
  password: s.ESME_RINVPASWD,
  systemType: s.ESME_RINVSYSTYP,
  interfaceVersion: s.ESME_RBINDFAIL,
  addrTon: s.ESME_RINVSRCTON,
  addrNpi: s.ESME_RINVSRCNPI,
};
const sourceNumbering = { sourceAddrTon: s.ESME_RINVSRCTON, sourceAddrNpi: s.ESME_RINVSRCNPI };
const source = { ...sourceNumbering, sourceAddr: s.ESME_RINVSRCADR };
const destinationNumbering = { destAddrTon: s.ESME_RINVDSTTON, destAddrNpi: s.ESME_RINVDSTNPI };
const destination = { ...destinationNumbering, destinationAddr: s.ESME_RINVDSTADR };
const rest = {
  esmClass: s.ESME_RINVESMCLASS,
  priorityFlag: s.ESME_RINVPRTFLG,
  scheduleDeliveryTime: s.ESME_RINVSCHED,
  validityPeriod: s.ESME_RINVEXPIRY,
  registeredDelivery: s.ESME_RINVREGDLVFLG,
  replaceIfPresentFlag: s.ESME_RINVREPFLAG,
  smDefaultMsgId: s.ESME_RINVDFTMSGID,
  shortMessage: s.ESME_RINVMSGLEN,
};
const message = { serviceType: s.ESME_RINVSERTYP, ...source, ...destination, ...rest };

/**
 * What answers a PDU that ends where this field should begin, to a peer of 3.4. A string that is the last field of all
 * is not among them: without it, as without its NUL, the PDU is tolerated.
 */
const rows: Record<string, Record<string, number>> = {
  bind_receiver: bind,
  bind_transmitter: bind,
  bind_transceiver: bind,
  submit_sm: { ...message, protocolId: s.ESME_RSUBMITFAIL, dataCoding: s.ESME_RSUBMITFAIL },
  deliver_sm: { ...message, protocolId: s.ESME_RX_P_APPN, dataCoding: s.ESME_RX_P_APPN },
  submit_multi: { serviceType: s.ESME_RINVSERTYP, ...source, destAddresses: s.ESME_RINVNUMDESTS, ...rest },
  data_sm: {
    serviceType: s.ESME_RINVSERTYP,
    ...source,
    ...destination,
    esmClass: s.ESME_RINVESMCLASS,
    registeredDelivery: s.ESME_RINVREGDLVFLG,
    dataCoding: s.ESME_RSUBMITFAIL,
  },
  query_sm: { messageId: s.ESME_RINVMSGID, ...sourceNumbering },
  cancel_sm: {
    serviceType: s.ESME_RINVSERTYP,
    messageId: s.ESME_RINVMSGID,
    ...source,
    ...destinationNumbering,
  },
  replace_sm: {
    messageId: s.ESME_RINVMSGID,
    ...source,
    scheduleDeliveryTime: s.ESME_RINVSCHED,
    validityPeriod: s.ESME_RINVEXPIRY,
    registeredDelivery: s.ESME_RINVREGDLVFLG,
    smDefaultMsgId: s.ESME_RINVDFTMSGID,
    shortMessage: s.ESME_RINVMSGLEN,
  },
};
const cut = Object.entries(rows).flatMap(([command, fields]) =>
  Object.entries(fields).map(([field, status]) => [command, field, status] as const),
);

describe('a malformed body', () => {
  it.each(cut)('%s that ends before %s is answered by its own response under 0x%s', async (command, field, status) => {
    const { answers, unparsed } = await answersOf(upTo({ command } as SmppInput, field));
    expect(answers).toMatchObject([
      withHeader(`${command}_resp`, status),
      { command: 'submit_sm_resp', sequenceNumber: 78 },
    ]);
    expect(unparsed).toMatchObject([{ code: expect.any(String), path: field }]);
  });

  it('a destination of submit_multi goes by what is wrong with it', async () => {
    const good: SmppInput = {
      command: 'submit_multi',
      destAddresses: [{ destFlag: 1, destinationAddr: '4477' }],
    } as never;
    const flag = upTo(good);
    const at = protocol.dissect(flag).find(({ path }) => path === 'destAddresses[0].destFlag')?.start ?? 0;
    flag[at] = 9;
    const statusOf = async (bytes: Uint8Array) => (await answersOf(bytes)).answers[0]?.commandStatus;
    expect(await statusOf(flag)).toBe(s.ESME_RINVDESTFLAG);
    expect(await statusOf(upTo(good, 'destAddresses[0].destinationAddr'))).toBe(s.ESME_RINVDSTADR);
    expect(await statusOf(upTo(good, 'destAddresses[0].destAddrTon'))).toBe(s.ESME_RINVDSTTON);
  });

  it('a peer of 5.0 is told in the words of 5.0', async () => {
    const statusOf = async (bytes: Uint8Array, codec = smpp({ version: '5.0' })) =>
      (await answersOf(bytes, codec)).answers[0]?.commandStatus;
    expect(await statusOf(upTo({ command: 'submit_sm' }, 'dataCoding'))).toBe(s.ESME_RINVDCS);
    expect(await statusOf(upTo({ command: 'broadcast_sm' }, 'dataCoding'))).toBe(s.ESME_RINVDCS);
    expect(await statusOf(upTo({ command: 'query_broadcast_sm' }, 'messageId'))).toBe(s.ESME_RINVMSGID);
  });

  const text: SmppInput = { command: 'submit_sm', shortMessage: octets('hi') };
  const tlv = (tag: number, ...value: number[]): number[] => [tag >> 8, tag & 255, 0, value.length, ...value];
  const strictly: [string, SmppInput, number][] = [
    ['an address too long', { command: 'submit_sm', sourceAddr: '1'.repeat(30) }, s.ESME_RINVSRCADR],
    ['a password too long', { command: 'bind_transceiver', password: 'x'.repeat(20) }, s.ESME_RINVPASWD],
    ['a time of another length', { command: 'submit_sm', validityPeriod: '99' }, s.ESME_RINVEXPIRY],
    ['octets behind it', { ...text, trailing: Uint8Array.of(0) }, s.ESME_RINVOPTPARSTREAM],
    ['a TLV cut short', { ...text, trailing: Uint8Array.of(2, 4, 0, 9) }, s.ESME_RINVOPTPARSTREAM],
    ['a TLV of another size', { ...text, trailing: Uint8Array.from(tlv(0x0204, 1)) }, s.ESME_RINVPARLEN],
    [
      'a TLV twice',
      { ...text, trailing: Uint8Array.from([...tlv(0x0204, 0, 1), ...tlv(0x0204, 0, 1)]) },
      s.ESME_ROPTPARNOTALLWD,
    ],
    ['two texts', { ...text, trailing: Uint8Array.from(tlv(0x0424, 1)) }, s.ESME_RINVOPTPARAMVAL],
    [
      'a UDH and sar TLVs',
      { ...text, esmClass: 0x40, trailing: Uint8Array.from(tlv(0x020c, 0, 1)) },
      s.ESME_RINVOPTPARAMVAL,
    ],
  ];
  const lax = smpp({ widths: { sourceAddr: 99, password: 99, validityPeriod: 3 } });
  it.each(strictly)('%s is tolerated, and refused under `strict`', async (_, pdu, status) => {
    const bytes = lax.encode(pdu, 77);
    const command = `${pdu.command}_resp`;
    const bound = pdu.command.startsWith('bind_') ? s.ESME_RALYBND : 0;
    expect((await answersOf(bytes)).answers[0]).toMatchObject(withHeader(command, bound));
    expect((await answersOf(bytes, smpp({ strict: true }))).answers[0]).toMatchObject(withHeader(command, status));
  });

  it('the answer is a header alone', async () => {
    const world = await World.bound(smppDialect, 'server');
    const written: Uint8Array[] = [];
    world.wire.write = (bytes) => written.push(bytes) > 0;
    world.peer.wire.write(smppDialect.malformed(77));
    await world.settle();
    expect(written).toEqual([frame(0x80000004, 77, [], s.ESME_RINVSERTYP)]);
  });

  it('notices and responses get no answer; nor does a header of 16 octets that is a response', async () => {
    for (const [id, body] of [
      [0x0b, [0x41]],
      [0x102, []],
      [0x80000003, [0x37, 0]],
      [0x80010200, [1]],
    ] as const) {
      const { answers } = await answersOf(frame(id, 77, body));
      expect(answers, `0x${id.toString(16)}`).toMatchObject([{ command: 'submit_sm_resp', sequenceNumber: 78 }]);
    }
  });

  it('a poison PDU that comes again and again is answered each time, and what is between is served', async () => {
    const world = await World.bound(smppDialect, 'client', { onRequest: (pdu: Command) => smppDialect.ok(pdu) });
    for (let number = 1; number <= 100; number += 2) {
      world.peer.wire.write(upTo({ command: 'deliver_sm', sequenceNumber: number }, 'shortMessage'));
      world.peer.send(smppDialect.deliver('good'), number + 1);
      await world.settle();
    }
    expect(world.peer.got.map((pdu) => (pdu as SmppPdu).commandStatus)).toEqual(
      Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? s.ESME_RINVMSGLEN : 0)),
    );
    expect(world.link.closed).toBe(false);
  });
});

describe('an unknown command', () => {
  it.each([0x00010200, 0x0000000a, 0x7fffffff, 0x0])(
    '0x%s gets a generic_nack of RINVCMDID under its number, before and after a bind, strict or not',
    async (id) => {
      const nack = { command: 'generic_nack', commandStatus: s.ESME_RINVCMDID, sequenceNumber: 0xfffffffe };
      for (const codec of [protocol, smpp({ strict: true })]) {
        const clock = manualClock();
        const [ours, theirs] = memoryWires({ clock });
        const peer = new Peer(smppDialect, theirs);
        new Link(
          ours,
          codec,
          {
            onRequest: (pdu) => (pdu.command === 'bind_transceiver' ? { command: 'bind_transceiver_resp' } : undefined),
          },
          { clock },
        );
        theirs.write(frame(id, 0xfffffffe, [1, 2, 3]));
        peer.send(smppDialect.bind(), 1);
        theirs.write(frame(id, 0xfffffffe));
        await settle(clock);
        expect(peer.got).toMatchObject([nack, { command: 'bind_transceiver_resp' }, nack]);
      }
    },
  );

  it('of a vendor is answered by its own response once it is handled', async () => {
    const world = await World.bound(smppDialect, 'server', {
      onRequest: () => ({ command: '0x80010200', body: Uint8Array.of(9) }) as SmppInput,
    });
    world.peer.wire.write(smppDialect.unknown(5));
    await world.settle();
    expect(world.peer.got).toEqual([
      { command: '0x80010200', commandStatus: 0, sequenceNumber: 5, body: Uint8Array.of(9) },
    ]);
  });
});
