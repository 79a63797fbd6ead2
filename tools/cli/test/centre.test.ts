import { commandStatus, formatTime, messageState, parseReceipt, type SmppInput, type SmppPdu } from '@smswire/smpp';
import { describe, expect, it } from 'vitest';
import { credentials } from '../src/serve/credentials.js';
import { type Esme, esmeOf, world } from './centre-and-esme.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const ofText = (octets: Uint8Array): string => new TextDecoder().decode(octets);
const { DELIVERED, ENROUTE, DELETED, EXPIRED, UNDELIVERABLE } = messageState.values;

const submit = (more: object = {}): SmppInput => ({
  command: 'submit_sm',
  sourceAddrTon: 5,
  sourceAddr: 'DEMO',
  destAddrTon: 1,
  destAddrNpi: 1,
  destinationAddr: '447700900123',
  registeredDelivery: 1,
  shortMessage: text('Your code is 4711, keep it to yourself'),
  ...more,
});

/** The deliver_sm that came. */
const delivered = ({ got }: Esme) =>
  got.filter((pdu): pdu is Extract<SmppPdu, { command: 'deliver_sm' }> => pdu.command === 'deliver_sm');

const stateOf = async (esme: Esme, messageId: string): Promise<number | undefined> =>
  (await esme.ask<'query_sm_resp'>({ command: 'query_sm', messageId, sourceAddr: 'DEMO' }))?.messageState;

describe('a message centre', () => {
  it('sends a receipt that is exact, by its text and by its TLVs, from whom the message was for', async () => {
    const w = world();
    const esme = await esmeOf(w);
    expect(await esme.ask(submit())).toMatchObject({ command: 'submit_sm_resp', commandStatus: 0, messageId: '1' });
    await w.advance(999);
    expect(esme.got).toEqual([]);
    await w.advance(1);
    const [receipt] = delivered(esme);
    expect(receipt).toMatchObject({
      sourceAddrTon: 1,
      sourceAddrNpi: 1,
      sourceAddr: '447700900123',
      destAddrTon: 5,
      destinationAddr: 'DEMO',
      esmClass: 4,
      dataCoding: 0,
      tlvs: { receiptedMessageId: '1', messageState: DELIVERED },
    });
    expect(ofText(receipt?.shortMessage as Uint8Array)).toMatch(
      /^id:1 sub:001 dlvrd:001 submit date:\d{10} done date:\d{10} stat:DELIVRD err:000 text:Your code is 4711, k$/,
    );
  });

  it.each([
    ['none', 0, 0, []],
    ['none, of a success, where only failures count', 2, 0, []],
    ['one, of a success, where only successes count', 3, 0, ['DELIVRD']],
    ['one, of a failure', 1, 1, ['UNDELIV']],
    ['one, of a failure, where only failures count', 2, 1, ['UNDELIV']],
    ['none, of a failure, where only successes count', 3, 1, []],
    ['a notification before', 0x11, 0, ['ENROUTE', 'DELIVRD']],
  ])('sends as many receipts as are asked for: %s', async (_name, registeredDelivery, undeliverable, words) => {
    const w = world({ mischief: { undeliverable } });
    const esme = await esmeOf(w);
    await esme.ask(submit({ registeredDelivery }));
    await w.advance(1000);
    expect(delivered(esme).map(({ shortMessage }) => parseReceipt(shortMessage).stat)).toEqual(words);
    expect(delivered(esme).map(({ esmClass }) => esmClass)).toEqual(
      words.length === 2 ? [0x20, 4] : words.map(() => 4),
    );
    expect(await stateOf(esme, '1')).toBe(undeliverable ? UNDELIVERABLE : DELIVERED);
  });

  it('sends an ESME of SMPP 3.3 no TLVs', async () => {
    const w = world();
    const esme = await esmeOf(w, { interfaceVersion: 0x33 });
    await esme.ask(submit());
    await w.advance(1000);
    expect(delivered(esme)[0]?.tlvs).toBeUndefined();
    expect(parseReceipt(delivered(esme)[0]?.shortMessage as Uint8Array)).toMatchObject({ id: '1', state: DELIVERED });
  });

  it('keeps receipts of a transmitter until a receiver of the same system id binds', async () => {
    const w = world();
    const transmitter = await esmeOf(w, { command: 'bind_transmitter' });
    await transmitter.ask(submit());
    await w.advance(1000);
    const stranger = await esmeOf(w, { systemId: 'other', command: 'bind_receiver' });
    const receiver = await esmeOf(w, { command: 'bind_receiver' });
    await w.advance(0);
    expect([transmitter.got.length, stranger.got.length, receiver.got.length]).toEqual([0, 0, 1]);
  });

  it('hands a receipt that a link took with it to the next', async () => {
    const w = world();
    const first = await esmeOf(w);
    await first.ask(submit());
    first.link.destroy();
    await w.advance(1000);
    const second = await esmeOf(w);
    await w.advance(0);
    expect(second.got).toHaveLength(1);
  });

  it('echoes a message with all that belongs to its text', async () => {
    const w = world({ echo: true });
    const esme = await esmeOf(w);
    const message = { esmClass: 0x43, dataCoding: 8, shortMessage: Uint8Array.of(5, 0, 3, 1, 2, 1, 0x4f, 0x60) };
    await esme.ask(submit({ ...message, registeredDelivery: 0 }));
    expect(delivered(esme)).toMatchObject([
      { ...message, esmClass: 0x40, sourceAddr: '447700900123', destinationAddr: 'DEMO', destAddrTon: 5 },
    ]);
    await esme.ask({
      ...submit(),
      shortMessage: new Uint8Array(0),
      tlvs: { messagePayload: text('long') },
    } as SmppInput);
    expect(delivered(esme)[1]?.tlvs).toEqual({ messagePayload: text('long') });
  });

  it('takes a message for several, refuses lists it does not have, and reports on each', async () => {
    const w = world();
    const esme = await esmeOf(w);
    const destAddresses = [
      { destFlag: 1, destinationAddr: '1' },
      { destFlag: 2, dlName: 'friends' },
      { destFlag: 1, destinationAddr: '2' },
    ] as const;
    const multi = { command: 'submit_multi', sourceAddr: 'DEMO', registeredDelivery: 1, destAddresses } as const;
    expect(await esme.ask(multi)).toMatchObject({
      commandStatus: 0,
      messageId: '1',
      unsuccessSmes: [{ destinationAddr: 'friends', errorStatusCode: commandStatus.ESME_RINVDLNAME }],
    });
    await w.advance(1000);
    expect(delivered(esme).map(({ sourceAddr }) => sourceAddr)).toEqual(['1', '2']);
    const none = await esme.ask({ ...multi, destAddresses: [destAddresses[1]] });
    expect(none).toMatchObject({ commandStatus: commandStatus.ESME_RSUBMITFAIL });
    expect(await esme.ask({ ...multi, destAddresses: [] })).toMatchObject({
      commandStatus: commandStatus.ESME_RINVNUMDESTS,
    });
  });

  it('takes data_sm, whose text is in message_payload', async () => {
    const w = world();
    const esme = await esmeOf(w);
    const tlvs = { messagePayload: text('A long one') };
    const data = { command: 'data_sm', sourceAddr: 'DEMO', destinationAddr: '1', registeredDelivery: 1, tlvs } as const;
    expect(await esme.ask(data)).toMatchObject({ command: 'data_sm_resp', messageId: '1' });
    await w.advance(1000);
    expect(parseReceipt(delivered(esme)[0]?.shortMessage as Uint8Array).text).toBe('A long one');
  });

  it('tells the state of a message to the ESME that sent it, and to no other', async () => {
    const w = world();
    const esme = await esmeOf(w);
    await esme.ask(submit());
    const query = { command: 'query_sm', messageId: '1', sourceAddr: 'DEMO' } as const;
    expect(await esme.ask(query)).toMatchObject({ messageId: '1', messageState: ENROUTE, finalDate: '' });
    await w.advance(1000);
    expect(await esme.ask(query)).toMatchObject({
      messageState: DELIVERED,
      finalDate: expect.stringMatching(/^\d{13}00\+$/),
    });
    const other = await esmeOf(w, { systemId: 'other' });
    for (const answer of [
      await other.ask(query),
      await esme.ask({ ...query, messageId: '2' }),
      await esme.ask({ ...query, sourceAddr: 'OTHER' }),
    ]) {
      expect(answer).toMatchObject({ commandStatus: commandStatus.ESME_RQUERYFAIL });
    }
  });

  it('cancels one message by its id, or all between two addresses, while they wait', async () => {
    const w = world();
    const esme = await esmeOf(w);
    for (let i = 0; i < 3; i++) await esme.ask(submit());
    const cancel = { command: 'cancel_sm', sourceAddr: 'DEMO', destinationAddr: '447700900123' } as const;
    expect(await esme.ask({ ...cancel, messageId: '2' })).toMatchObject({ commandStatus: 0 });
    expect(delivered(esme).map(({ shortMessage }) => parseReceipt(shortMessage).stat)).toEqual(['DELETED']);
    expect(await esme.ask({ ...cancel, destinationAddr: '1' })).toMatchObject({
      commandStatus: commandStatus.ESME_RCANCELFAIL,
    });
    expect(await esme.ask(cancel)).toMatchObject({ commandStatus: 0 });
    expect(await Promise.all(['1', '2', '3'].map((id) => stateOf(esme, id)))).toEqual([DELETED, DELETED, DELETED]);
    expect(await esme.ask({ ...cancel, messageId: '2' })).toMatchObject({
      commandStatus: commandStatus.ESME_RCANCELFAIL,
    });
    await w.advance(5000);
    expect(delivered(esme)).toHaveLength(3);
  });

  it('replaces a message that waits, and none that has arrived', async () => {
    const w = world();
    const esme = await esmeOf(w);
    await esme.ask(submit());
    const replace = { command: 'replace_sm', messageId: '1', sourceAddr: 'DEMO', shortMessage: text('Other') } as const;
    await w.advance(600);
    expect(await esme.ask({ ...replace, registeredDelivery: 1 })).toMatchObject({ commandStatus: 0 });
    await w.advance(600);
    expect(delivered(esme)).toEqual([]);
    await w.advance(400);
    expect(parseReceipt(delivered(esme)[0]?.shortMessage as Uint8Array).text).toBe('Other');
    expect(await esme.ask(replace)).toMatchObject({ commandStatus: commandStatus.ESME_RREPLACEFAIL });
  });

  it('holds a message until its time, and gives it up when its validity is over', async () => {
    const w = world();
    const esme = await esmeOf(w);
    const inSeconds = (seconds: number): string => formatTime({ kind: 'relative', seconds });
    await esme.ask(submit({ scheduleDeliveryTime: inSeconds(30) }));
    await esme.ask(submit({ scheduleDeliveryTime: inSeconds(30), validityPeriod: inSeconds(20) }));
    await w.advance(20_000);
    expect(await Promise.all(['1', '2'].map((id) => stateOf(esme, id)))).toEqual([ENROUTE, EXPIRED]);
    await w.advance(11_000);
    expect(await stateOf(esme, '1')).toBe(DELIVERED);
    const never = { scheduleDeliveryTime: '991399000000000+' };
    expect(await esme.ask(submit(never))).toMatchObject({ commandStatus: commandStatus.ESME_RINVSCHED });
    expect(await esme.ask(submit({ validityPeriod: never.scheduleDeliveryTime }))).toMatchObject({
      commandStatus: commandStatus.ESME_RINVEXPIRY,
    });
  });

  it('takes broadcasts, tells how far they got, and misses what they must have', async () => {
    const w = world();
    const esme = await esmeOf(w, { interfaceVersion: 0x50 });
    const area = Uint8Array.of(0, 1, 2, 3);
    const tlvs = {
      broadcastAreaIdentifier: [area],
      broadcastContentType: Uint8Array.of(0, 0, 1),
      broadcastRepNum: 1,
      broadcastFrequencyInterval: Uint8Array.of(9, 0, 1),
    };
    const broadcast = { command: 'broadcast_sm', sourceAddr: 'DEMO', tlvs } as const;
    const id = { messageId: '1', sourceAddr: 'DEMO' };
    expect(await esme.ask(broadcast)).toMatchObject({ command: 'broadcast_sm_resp', messageId: '1' });
    const query = { command: 'query_broadcast_sm', ...id } as const;
    expect(await esme.ask(query)).toMatchObject({
      tlvs: { messageState: ENROUTE, broadcastAreaIdentifier: [area], broadcastAreaSuccess: [255] },
    });
    await w.advance(1000);
    expect(await esme.ask(query)).toMatchObject({ tlvs: { messageState: DELIVERED, broadcastAreaSuccess: [100] } });
    expect(await esme.ask({ command: 'cancel_broadcast_sm', ...id })).toMatchObject({
      commandStatus: commandStatus.ESME_RBCASTCANCELFAIL,
    });
    expect(await esme.ask({ ...broadcast, tlvs: { ...tlvs, broadcastRepNum: undefined } })).toMatchObject({
      commandStatus: commandStatus.ESME_RMISSINGOPTPARAM,
    });
    expect(await esme.ask({ ...query, messageId: '7' })).toMatchObject({
      commandStatus: commandStatus.ESME_RBCASTQUERYFAIL,
    });
  });
});

describe('a message centre that is told to misbehave', () => {
  it('throttles each link by itself, and lets through what the rate allows', async () => {
    const w = world({ mischief: { throttleRate: 2 } });
    const [one, other] = [await esmeOf(w), await esmeOf(w)];
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await one.ask<'submit_sm_resp'>(submit()))?.commandStatus);
    expect(statuses).toEqual([0, 0, commandStatus.ESME_RTHROTTLED, commandStatus.ESME_RTHROTTLED]);
    expect(await other.ask(submit())).toMatchObject({ commandStatus: 0 });
    await w.advance(500);
    expect(await one.ask(submit())).toMatchObject({ commandStatus: 0 });
    expect(await one.ask({ command: 'query_sm', messageId: '1' })).toMatchObject({ commandStatus: 0 });
  });

  it('drops the answer and nothing else: the message is there', async () => {
    const w = world({ mischief: { drop: 1 } });
    const esme = await esmeOf(w, {}, { responseTimeoutMs: 100 });
    expect(await esme.ask(submit())).toBeUndefined();
    expect(w.lost).toEqual(['submit_sm_resp: dropped on purpose']);
    await w.advance(1000);
    expect(delivered(esme)).toHaveLength(1);
    expect(esme.link.closed).toBe(false);
  });

  it('holds back the answer to one without holding up another, and gives it when it stops', async () => {
    const w = world({ mischief: { delay: { ms: 300, share: 1 } } });
    const esme = await esmeOf(w);
    const answers: string[] = [];
    for (const name of ['first', 'second']) void esme.link.request(submit()).then(() => answers.push(name));
    await w.advance(299);
    expect(answers).toEqual([]);
    await w.advance(1);
    expect(answers).toEqual(['first', 'second']);
    void esme.link.request(submit()).then(() => answers.push('third'));
    await w.advance(0);
    expect(w.centre.stop()).toBe(3);
    await w.advance(0);
    expect(answers).toEqual(['first', 'second', 'third']);
    await w.advance(5000);
    expect(esme.got).toEqual([]);
  });

  it('takes no more than its limit, and lets receipts go that find no room', async () => {
    const w = world({ limit: 2 });
    const esme = await esmeOf(w, { command: 'bind_transmitter' });
    await esme.ask(submit());
    await esme.ask(submit());
    expect(await esme.ask(submit())).toMatchObject({ commandStatus: commandStatus.ESME_RMSGQFUL });
    await w.advance(1000);
    expect(await esme.ask(submit())).toMatchObject({ commandStatus: 0, messageId: '3' });
    await w.advance(1000);
    expect(w.lost).toEqual(['deliver_sm: 2 wait for receivers already']);
  });

  it('lets in whom it knows', async () => {
    const w = world({ credentials: credentials(['esme', 'open'], ['secret']) });
    const states = [];
    for (const bind of [
      {},
      { password: 'guess' },
      { password: 'secret' },
      { systemId: 'open' },
      { systemId: 'other' },
    ]) {
      states.push((await esmeOf(w, bind)).link.state);
    }
    expect(states).toEqual([undefined, undefined, 'BOUND_TRX', 'BOUND_TRX', undefined]);
  });
});
