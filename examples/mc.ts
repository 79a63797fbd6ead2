// A message centre: lets in whom it knows, takes messages, and reports them delivered. The ESME at the end is only there
// so that this runs by itself.
import { connect, listen } from '@smswire/session/node';
import { commandStatus, esmClass, formatReceipt, type SmppInput, smpp } from '@smswire/smpp';

const passwords: Readonly<Record<string, string>> = { esme: 'secret' };
let messages = 0;

const centre = await listen({ host: '127.0.0.1' }, smpp(), (link) => ({
  onRequest(pdu): SmppInput | undefined {
    switch (pdu.command) {
      case 'bind_transceiver': {
        const known = passwords[pdu.systemId] === pdu.password;
        return { command: 'bind_transceiver_resp', commandStatus: known ? 0 : commandStatus.ESME_RINVPASWD };
      }
      case 'submit_sm': {
        const id = String(++messages);
        const receipt = formatReceipt({ id, sub: 1, dlvrd: 1, submitDate: new Date(), doneDate: new Date(), state: 2 });
        link.send({
          command: 'deliver_sm',
          sourceAddr: pdu.destinationAddr,
          destinationAddr: pdu.sourceAddr,
          esmClass: esmClass.write({ type: 'receipt' }),
          shortMessage: new TextEncoder().encode(receipt),
          tlvs: { receiptedMessageId: id, messageState: 2 },
        });
        return { command: 'submit_sm_resp', messageId: id };
      }
      default:
        return undefined; // the peer is told that nobody here knows the request
    }
  },
}));
console.log(`a message centre on port ${centre.port}`);

const esme = await connect({ host: '127.0.0.1', port: centre.port }, smpp(), {
  onRequest(pdu) {
    if (pdu.command !== 'deliver_sm') return undefined;
    console.log(new TextDecoder().decode(pdu.shortMessage));
    return { command: 'deliver_sm_resp' };
  },
});
const refused = await esme.request({ command: 'bind_transceiver', systemId: 'esme', password: 'guess' });
const bound = await esme.request({ command: 'bind_transceiver', systemId: 'esme', password: 'secret' });
console.log(`a wrong password: ${refused.commandStatus}, the right one: ${bound.commandStatus}`);
await esme.request({ command: 'submit_sm', sourceAddr: 'DEMO', destinationAddr: '447700900123' });
await esme.close();
await centre.close();
