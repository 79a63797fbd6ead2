import { describe, expect, it } from 'vitest';
import { mccp, type UdpRequest, type UdpServer, type UdpServerOptions, udpServer } from '../src/index.js';
import { bytesOf, textOf } from './lines.js';

const server = (options: UdpServerOptions = {}): UdpServer => udpServer(mccp(), { rememberMs: 100, ...options });

/** The one request that a datagram is. */
function requestOf(one: UdpServer, line: string, now = 0, peer = 'p'): UdpRequest {
  const [output, ...rest] = one.receive(peer, bytesOf(line), now);
  if (output?.type !== 'request' || rest.length > 0) throw new Error(`no request but ${output?.type}`);
  return output;
}
const answered = (one: UdpServer, line: string, now = 0, peer = 'p') =>
  one.answer(requestOf(one, line, now, peer), { parameters: [`at ${now}`] }, now);

describe('a server over UDP', () => {
  it('answers under the name and the trid of the request', () => {
    const one = server();
    const request = requestOf(one, 'RSM 7 hello\r\n');
    expect(textOf(one.answer(request, { status: '3', parameters: ['x'] }, 0) as Uint8Array)).toBe('ASM 7 3 x\r\n');
  });

  it('gives a repeated request its first answer again until it is forgotten', () => {
    const one = server();
    const bytes = answered(one, 'RSM 7 hello\r\n');
    for (const now of [0, 50, 99]) {
      expect(one.receive('p', bytesOf('RSM 7 hello\r\n'), now)).toEqual([{ type: 'write', peer: 'p', bytes }]);
    }
    expect(textOf(answered(one, 'RSM 7 hello\r\n', 100) as Uint8Array)).toContain('at%20100');
  });

  it('takes the same trid from another peer or with another content for another request', () => {
    const one = server();
    answered(one, 'RSM 7 hello\r\n');
    expect(requestOf(one, 'RSM 7 hello\r\n', 0, 'q').peer).toBe('q');
    expect(requestOf(one, 'RSM 7 other\r\n').request.parameters).toEqual(['other']);
    expect(requestOf(one, 'RLO 7 hello\r\n').request.command).toBe('RLO');
  });

  it('hands out a request once while it is being answered', () => {
    const one = server();
    const request = requestOf(one, 'RSM 1\r\n');
    expect(one.receive('p', bytesOf('RSM 1\r\nRSM 1\r\n'), 1000)).toEqual([]);
    one.answer(request, {}, 1000);
    expect(one.receive('p', bytesOf('RSM 1\r\nRSM 1\r\n'), 1000).map(({ type }) => type)).toEqual(['write', 'write']);
  });

  it('says nothing to a request without an answer, and does not hand it out again', () => {
    const one = server();
    expect(one.answer(requestOf(one, 'RRN 1\r\n'), undefined, 0)).toBeUndefined();
    expect(one.receive('p', bytesOf('RRN 1\r\n'), 0)).toEqual([]);
  });

  it('takes an abandoned request for a new one', () => {
    const one = server();
    one.abandon(requestOf(one, 'RSM 1\r\n'));
    expect(requestOf(one, 'RSM 1\r\n').request.trid).toBe(1);
  });

  it('keeps a request pending whose answer cannot be written', () => {
    const one = server();
    const request = requestOf(one, 'RSM 1\r\n');
    expect(() => one.answer(request, { status: '' }, 0)).toThrow(expect.objectContaining({ code: 'status' }));
    const large = { parameters: ['x'.repeat(65500)] };
    expect(() => one.answer(request, large, 0)).toThrow(expect.objectContaining({ code: 'line_length' }));
    expect(one.counts(0)).toEqual({ pending: 1, remembered: 0 });
  });

  it('takes each line of a datagram by itself', () => {
    const outputs = server().receive('p', bytesOf('RSM 1\r\nbad\r\nASM 1 0\r\nRSM 2\r\n'), 0);
    expect(outputs.map(({ type }) => type)).toEqual(['request', 'unparsed', 'unexpected', 'request']);
  });

  it('remembers and awaits no more than it may', () => {
    const one = server({ maxRemembered: 2, maxPending: 3 });
    for (let trid = 0; trid < 5; trid++) answered(one, `RSM ${trid}\r\n`);
    expect(one.counts(0)).toEqual({ pending: 0, remembered: 2 });
    const types = Array.from({ length: 6 }, (_, trid) => one.receive('p', bytesOf(`RSM ${trid}\r\n`), 0)[0]?.type);
    expect(types).toEqual(['request', 'request', 'request', 'write', 'write', 'dropped']);
  });

  it('counts the octets that it remembers', () => {
    const one = server({ maxRememberedBytes: 5000 });
    for (let trid = 0; trid < 50; trid++) answered(one, `RSM ${trid} ${'x'.repeat(800)}\r\n`);
    expect(one.counts(0).remembered).toBeGreaterThan(0);
    expect(one.counts(0).remembered).toBeLessThan(4);
  });

  it('forgets all when the time has come', () => {
    const one = server();
    answered(one, 'RSM 1\r\n', 0);
    answered(one, 'RSM 2\r\n', 60);
    expect(one.counts(99).remembered).toBe(2);
    expect(one.counts(100).remembered).toBe(1);
    expect(one.counts(160).remembered).toBe(0);
  });
});
