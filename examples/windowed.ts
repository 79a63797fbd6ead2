// A sender with many requests in flight: each answer makes room for the next request, and the rate is what the other end
// can take. The message centre is in the same process here, so that both share one core.
import { connect, listen } from '@smswire/session/node';
import { type SmppInput, smpp } from '@smswire/smpp';

const count = Number(process.argv[2] ?? 20_000);
const window = Number(process.argv[3] ?? 100);

let ids = 0;
const centre = await listen({ host: '127.0.0.1' }, smpp(), () => ({
  onRequest(pdu): SmppInput | undefined {
    if (pdu.command === 'bind_transmitter') return { command: 'bind_transmitter_resp' };
    return pdu.command === 'submit_sm' ? { command: 'submit_sm_resp', messageId: String(++ids) } : undefined;
  },
}));

const link = await connect({ host: '127.0.0.1', port: centre.port, window }, smpp());
await link.request({ command: 'bind_transmitter', systemId: 'esme' });

const shortMessage = new TextEncoder().encode('Your code is 4711');
let sent = 0;
let accepted = 0;
let most = 0;
const start = performance.now();

await new Promise<void>((resolve, reject) => {
  const next = (): void => {
    if (sent === count) return;
    sent++;
    link.send({ command: 'submit_sm', destinationAddr: '447700900123', shortMessage }, (error, response) => {
      if (error) return reject(error);
      if (response?.command === 'submit_sm_resp' && response.commandStatus === 0) accepted++;
      if (accepted === count) resolve();
      else next();
    });
    most = Math.max(most, link.inFlight);
  };
  for (let i = 0; i < window; i++) next();
});

const seconds = (performance.now() - start) / 1000;
console.log(`${accepted} messages in ${seconds.toFixed(2)} s, ${most} in flight at most`);
console.log(`${Math.round(accepted / seconds).toLocaleString('en')} a second`);
await link.close();
await centre.close();
