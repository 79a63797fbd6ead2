import { expect, it } from 'vitest';
import { connect, listen } from '../src/node.js';
import { type ToyPdu, toy } from './toy.js';

// The lines of the README, in the test protocol.
it('does what the README shows', async () => {
  const server = await listen({ port: 0 }, toy(), () => ({
    onRequest: (pdu) => (pdu.command === 'bind' ? ({ command: 'bind_resp' } as ToyPdu) : undefined),
  }));
  const link = await connect({ host: 'localhost', port: server.port }, toy(), { onRequest: () => undefined });
  const seen: string[] = [];
  const reading = (async () => {
    for await (const status of link.status) seen.push(status.type);
  })();
  const answer = await link.request({ command: 'bind' });
  expect(answer).toMatchObject({ command: 'bind_resp', status: 0 });
  await link.close();
  await server.close();
  await reading;
  expect(seen).toEqual(['connected', 'opened', 'closing', 'closed']);
});
