import { connect, listen } from '@smswire/session/node';
import { expect, it } from 'vitest';
import { commandStatusName, smpp } from '../../src/index.js';
import { octets } from './dialect.js';

// The lines of the README.
it('does what the README shows', async () => {
  const shortMessage = octets('hello');
  const server = await listen({ port: 0 }, smpp(), () => ({
    onRequest: (pdu) => {
      if (pdu.command === 'bind_transceiver') return { command: 'bind_transceiver_resp', systemId: 'mc' };
      if (pdu.command === 'submit_sm') return { command: 'submit_sm_resp', messageId: '1' };
      return undefined; // refused as a command that nobody handles
    },
  }));
  const link = await connect({ port: server.port }, smpp());
  const bound = await link.request({ command: 'bind_transceiver', systemId: 'esme', password: 'secret' });
  expect([commandStatusName(bound.commandStatus), link.state]).toEqual(['ESME_ROK', 'BOUND_TRX']);
  const { messageId } = await link.request({ command: 'submit_sm', destinationAddr: '447700900123', shortMessage });
  expect(messageId).toBe('1');
  const refused = await link.request({ command: 'cancel_sm' });
  expect(commandStatusName(refused.commandStatus)).toBe('ESME_RINVCMDID');
  await link.close(); // waits for answers, unbinds, closes
  expect(link.closed).toBe(true);
  await server.close();
});
