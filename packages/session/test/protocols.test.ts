import { describe, expect, it } from 'vitest';
import { Link, type Output, Pending, Session } from '../src/index.js';
import { manualClock, memoryWires } from '../src/memory.js';
import { settle } from './cases/world.js';
import { type ToyPdu, toy } from './toy.js';

describe('what protocols need beside SMPP', () => {
  it('an opening may hand over another protocol: it is spoken from the next PDU on, both ways', async () => {
    const shout = toy();
    const loud = {
      ...shout,
      name: 'loud',
      encodeInto: (pdu: ToyPdu, target: Uint8Array, offset: number, number?: number) =>
        shout.encodeInto({ ...pdu, text: `!${pdu.text ?? ''}` }, target, offset, number),
    };
    const clock = manualClock();
    const [a, b] = memoryWires({ clock });
    const handlers = { onRequest: (pdu: ToyPdu) => ({ command: `${pdu.command}_resp`, text: pdu.text }) as ToyPdu };
    const protocol = toy({ successor: loud });
    const client = new Link(a, protocol, handlers, { clock });
    new Link(b, protocol, handlers, { clock });
    const bound = client.request({ command: 'bind', text: 'quiet' });
    await settle(clock);
    expect(await bound).toMatchObject({ text: 'quiet' });
    const said = client.request({ command: 'submit', text: 'hi' });
    await settle(clock);
    expect(await said).toMatchObject({ text: '!!hi' });
  });

  it('a request may be answered in another protocol, when it is refused too', async () => {
    const plain = toy();
    const marked = {
      ...plain,
      encodeInto: (pdu: ToyPdu, target: Uint8Array, offset: number, number?: number) =>
        plain.encodeInto({ ...pdu, text: 'marked' }, target, offset, number),
    };
    const protocol = { ...plain, answering: (pdu: ToyPdu) => (pdu.command === 'bind' ? marked : undefined) };
    const clock = manualClock();
    const [a, b] = memoryWires({ clock });
    const client = new Link(a, plain, {}, { clock });
    const server = new Link(b, protocol, {}, { clock });
    const refused = client.request({ command: 'bind' });
    await settle(clock);
    expect(await refused).toMatchObject({ text: 'marked' });
    server.use({ onRequest: (pdu) => ({ command: `${pdu.command}_resp` }) as ToyPdu });
    const bound = client.request({ command: 'bind' });
    const said = bound.then(() => client.request({ command: 'submit' }));
    await settle(clock);
    expect([await bound, await said]).toMatchObject([{ text: 'marked' }, { text: '' }]);
  });

  it('defaults of the protocol stand between ours and the options given', () => {
    const protocol = { ...toy(), defaults: { window: 16, keepaliveMs: 180_000, keepaliveAttempts: 3 } };
    const { options } = new Session(protocol, { keepaliveMs: 5_000 }, 0);
    expect(options).toMatchObject({ window: 16, keepaliveMs: 5_000, keepaliveAttempts: 3, responseTimeoutMs: 60_000 });
  });

  it('without keepalive silence is borne, and without goodbye close just closes', async () => {
    const { keepalive: _, goodbye: __, ...bare } = toy();
    const clock = manualClock();
    const [a, b] = memoryWires({ clock });
    const onRequest = (pdu: ToyPdu) => ({ command: `${pdu.command}_resp` }) as ToyPdu;
    const client = new Link(a, bare, {}, { clock });
    const server = new Link(b, bare, { onRequest }, { clock });
    client.send({ command: 'bind' });
    clock.advance(1_000_000);
    await settle(clock);
    expect(client.state).toBe('bound');
    const closed = client.close();
    await settle(clock);
    await closed;
    expect(server.closed).toBe(true);
  });
});

describe('Session, told and asked by hand', () => {
  it('needs no wire, no clock and no link', () => {
    const client = new Session(toy(), {}, 0);
    const server = new Session(toy(), {}, 0);
    const bind = new Pending<ReturnType<typeof toy>>({ command: 'bind' }, 1000);
    client.request(bind, 0);
    expect(client.nextTime()).toBe(1001);
    server.receive(client.take() as Uint8Array, 5);
    const came = server.next() as Extract<Output<ReturnType<typeof toy>>, { type: 'request' }>;
    expect(came).toMatchObject({ type: 'request', pdu: { command: 'bind', number: 1 } });
    server.respond(came.pdu, { command: 'bind_resp' }, 6);
    expect([server.next(), server.next()]).toEqual([{ type: 'opened', state: 'bound' }, undefined]);
    expect(server.nextTime()).toBe(30_007);
    client.receive(server.take() as Uint8Array, 9);
    expect(client.next()).toEqual({ type: 'opened', state: 'bound' });
    expect(client.next()).toMatchObject({ type: 'response', request: bind, pdu: { command: 'bind_resp' } });
    client.tick(30_010);
    expect(client.next()).toEqual({ type: 'idle' });
    expect(client.take()).toEqual(toy().encode({ command: 'enquire' }, 2));
    client.disconnected();
    expect(client.next()).toMatchObject({ type: 'closed', reason: { code: 'wire_closed' }, unanswered: [] });
    expect([client.ended, client.nextTime(), client.next()]).toEqual([true, Number.POSITIVE_INFINITY, undefined]);
  });
});
