import { describe, expect, it } from 'vitest';
import { mccp, type UdpClientOptions, udpClient } from '../src/index.js';
import { bytesOf, textOf } from './lines.js';

const codec = mccp({ notices: ['RRN'] });
const client = (options: UdpClientOptions = {}) =>
  udpClient(codec, { responseTimeoutMs: 100, maxResends: 2, ...options });
const brief = (outputs: readonly { readonly type: string }[]): string[] => outputs.map(({ type }) => type);

describe('a client over UDP', () => {
  it('numbers requests from 1 and pairs responses that come in another order', () => {
    const one = client();
    const writes = ['a', 'b', 'c'].map((parameter) => one.send({ command: 'RSM', parameters: [parameter] }, 0));
    expect(writes.map(({ bytes }) => textOf(bytes))).toEqual(['RSM 1 a\r\n', 'RSM 2 b\r\n', 'RSM 3 c\r\n']);
    const outputs = one.receive(bytesOf('ASM 3 0\r\nASM 1 0\r\nASM 2 4\r\n'));
    expect(outputs.map((output) => (output.type === 'response' ? output.request.parameters[0] : output.type))).toEqual([
      'c',
      'a',
      'b',
    ]);
    expect(one.nextTime()).toBeUndefined();
  });

  it('sends the same bytes again after each timeout, and then fails', () => {
    const one = client();
    const first = one.send({ command: 'RSM', parameters: [] }, 1000);
    expect(one.nextTime()).toBe(1100);
    expect(one.tick(1099)).toEqual([]);
    expect(one.tick(1100)).toEqual([{ ...first, attempt: 2 }]);
    expect(one.nextTime()).toBe(1200);
    expect(one.tick(1250)).toEqual([{ ...first, attempt: 3 }]);
    expect(one.nextTime()).toBe(1350);
    expect(one.tick(1350)).toEqual([{ type: 'failed', why: 'timeout', request: first.request }]);
    expect(one.nextTime()).toBeUndefined();
    expect(brief(one.receive(bytesOf('ASM 1 0\r\n')))).toEqual(['unexpected']);
  });

  it('does not send again what was answered', () => {
    const one = client();
    one.send({ command: 'RSM' }, 0);
    one.send({ command: 'RSM' }, 50);
    one.receive(bytesOf('ASM 1 0\r\n'));
    expect(one.nextTime()).toBe(150);
    expect(one.tick(200).map((output) => output.type === 'write' && output.request.trid)).toEqual([2]);
  });

  it('keeps to the order of deadlines when what was sent again stands behind what is new', () => {
    const one = client();
    one.send({ command: 'RSM' }, 0);
    one.send({ command: 'RSM' }, 90);
    one.tick(100);
    expect(one.nextTime()).toBe(190);
    one.tick(190);
    expect(one.nextTime()).toBe(200);
  });

  it('calls unexpected what answers nothing, twice, by another name, or asks', () => {
    const one = client();
    one.send({ command: 'RSM' }, 0);
    const outputs = one.receive(bytesOf('ASM 2 0\r\nAAT 1 0\r\nRSM 1\r\nASM 1 0\r\nASM 1 0\r\n'));
    expect(brief(outputs)).toEqual(['unexpected', 'unexpected', 'unexpected', 'response', 'unexpected']);
  });

  it('reads the good lines of a datagram beside the bad', () => {
    const one = client();
    one.send({ command: 'RSM' }, 0);
    const outputs = one.receive(bytesOf('\r\nASM 1 0\r\nASM'));
    expect(brief(outputs)).toEqual(['unparsed', 'response', 'unparsed']);
    expect(outputs[2]).toMatchObject({ bytes: bytesOf('ASM'), error: { code: 'incomplete' } });
    expect(one.receive(new Uint8Array())).toEqual([]);
  });

  it('waits for no answer to a notice', () => {
    const one = client();
    expect(textOf(one.send({ command: 'RRN' }, 0).bytes)).toBe('RRN 1\r\n');
    expect(one.nextTime()).toBeUndefined();
  });

  it('wraps its numbers and skips those outstanding', () => {
    const one = client({ firstTrid: 0xffffffff });
    const trid = () => one.send({ command: 'RSM' }, 0).request.trid;
    expect([trid(), trid(), trid()]).toEqual([0xffffffff, 0, 1]);
    // Numbers that wrap at four, so that they meet those outstanding.
    const four = udpClient({ ...codec, nextNumber: (number) => (number + 1) % 4 }, { firstTrid: 2 });
    expect([1, 2, 3].map(() => four.send({ command: 'RSM' }, 0).request.trid)).toEqual([2, 3, 0]);
    four.receive(bytesOf('ASM 3 0\r\n'));
    expect(four.send({ command: 'RSM' }, 0).request.trid).toBe(1);
    expect(four.send({ command: 'RSM' }, 0).request.trid).toBe(3);
  });

  it('holds no more requests than it may, and goes on when one ends', () => {
    const one = client({ maxOutstanding: 2 });
    one.send({ command: 'RSM' }, 0);
    one.send({ command: 'RSM' }, 0);
    expect(() => one.send({ command: 'RSM' }, 0)).toThrow(expect.objectContaining({ code: 'window_full' }));
    expect(brief(one.cancel(1))).toEqual(['failed']);
    expect(one.cancel(1)).toEqual([]);
    expect(one.send({ command: 'RSM' }, 0).request.trid).toBe(3);
  });

  it('refuses a response, and what no datagram holds, and counts neither', () => {
    const one = client();
    const response = { command: 'ASM' } as unknown as { command: 'RSM' };
    expect(() => one.send(response, 0)).toThrow(expect.objectContaining({ code: 'kind' }));
    const large = { command: 'RSM', parameters: ['x'.repeat(65500)] } as const;
    expect(() => one.send(large, 0)).toThrow(expect.objectContaining({ code: 'line_length' }));
    expect(one.send({ command: 'RSM' }, 0).request.trid).toBe(1);
  });

  it('does not see what its caller does to the parameters afterwards', () => {
    const one = client();
    const parameters = ['a'];
    const { request } = one.send({ command: 'RSM', parameters }, 0);
    parameters[0] = 'b';
    expect(request.parameters).toEqual(['a']);
  });

  it('gives up all when it closes', () => {
    const one = client();
    one.send({ command: 'RSM' }, 0);
    one.send({ command: 'RSM' }, 0);
    expect(one.close()).toMatchObject([
      { why: 'closed', request: { trid: 1 } },
      { why: 'closed', request: { trid: 2 } },
    ]);
    expect(one.close()).toEqual([]);
  });
});
