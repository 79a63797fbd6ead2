// An ESME: binds, sends a message, answers what it is sent, unbinds. The message centre at the end is only there so that
// this runs by itself.
import { connect, listen } from '@smswire/session/node';
import { type SmppInput, smpp } from '@smswire/smpp';
import { decodeSmppText, segment, smppFields } from '@smswire/user-data';

const centre = await startCentre();

const link = await connect({ host: '127.0.0.1', port: centre.port }, smpp(), {
  onRequest(pdu) {
    if (pdu.command !== 'deliver_sm') return undefined;
    console.log(`from ${pdu.sourceAddr}: ${decodeSmppText(pdu, { defaultAlphabet: 'gsm7' }).text}`);
    return { command: 'deliver_sm_resp' };
  },
});
const bound = await link.request({ command: 'bind_transceiver', systemId: 'esme', password: 'secret' });
if (bound.commandStatus !== 0) throw new Error(`the bind was refused with ${bound.commandStatus}`);
for (const fields of smppFields(segment('Привет, как дела?', { reference: 1 }))) {
  const { messageId } = await link.request({ command: 'submit_sm', destinationAddr: '447700900123', ...fields });
  console.log(`accepted as ${messageId}`);
}
await link.close();
await centre.close();

/** Accepts everything, and sends every message back. */
function startCentre() {
  return listen({ host: '127.0.0.1' }, smpp(), (to) => ({
    onRequest(pdu): SmppInput | undefined {
      if (pdu.command === 'bind_transceiver') return { command: 'bind_transceiver_resp', systemId: 'centre' };
      if (pdu.command !== 'submit_sm') return undefined;
      const { dataCoding, shortMessage, destinationAddr: sourceAddr } = pdu;
      to.send({ command: 'deliver_sm', sourceAddr, dataCoding, shortMessage });
      return { command: 'submit_sm_resp', messageId: '1' };
    },
  }));
}
