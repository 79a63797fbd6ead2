// A client that sends a message and waits for its delivery report, step by step. The message centre at the end is only
// there so that this runs by itself.
import { connect, listen } from '@smswire/session/node';
import { esmClass, formatReceipt, type MergedReceipt, receiptOf, type SmppInput, smpp } from '@smswire/smpp';

const centre = await startCentre();

/** Receipts by message id, those that came and those that are waited for. */
const came = new Map<string, MergedReceipt>();
const waiting = new Map<string, (receipt: MergedReceipt) => void>();

const link = await connect({ host: '127.0.0.1', port: centre.port }, smpp(), {
  onRequest(pdu) {
    if (pdu.command !== 'deliver_sm') return undefined;
    const receipt = receiptOf(pdu);
    if (receipt?.id !== undefined) {
      const wanted = waiting.get(receipt.id);
      // It may come before the response that says which message it is about.
      if (wanted) wanted(receipt);
      else came.set(receipt.id, receipt);
    }
    return { command: 'deliver_sm_resp' };
  },
});

async function receiptFor(messageId: string, timeoutMs: number): Promise<MergedReceipt> {
  const early = came.get(messageId);
  if (early) return early;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no receipt for ${messageId} within ${timeoutMs} ms`)), timeoutMs);
    waiting.set(messageId, (receipt) => {
      clearTimeout(timer);
      waiting.delete(messageId);
      resolve(receipt);
    });
  });
}

await link.request({ command: 'bind_transceiver', systemId: 'esme', interfaceVersion: 0x34 });
const { commandStatus, messageId } = await link.request({
  command: 'submit_sm',
  destinationAddr: '447700900123',
  registeredDelivery: 1,
  shortMessage: new TextEncoder().encode('Hello'),
});
if (commandStatus !== 0 || !messageId) throw new Error(`refused with ${commandStatus}`);
console.log(`accepted as ${messageId}`);
const { stat, doneDate } = await receiptFor(messageId, 5000);
console.log(`${stat} at ${doneDate?.toISOString()}`);
await link.close();
await centre.close();

/** Accepts everything, and reports it delivered a little later. */
function startCentre() {
  return listen({ host: '127.0.0.1' }, smpp(), (to) => ({
    onRequest(pdu): SmppInput | undefined {
      if (pdu.command === 'bind_transceiver') return { command: 'bind_transceiver_resp' };
      if (pdu.command !== 'submit_sm') return undefined;
      const receipt = formatReceipt({ id: '7f3a01', doneDate: new Date(), stat: 'DELIVRD' });
      const shortMessage = new TextEncoder().encode(receipt);
      setTimeout(() => {
        to.send({ command: 'deliver_sm', esmClass: esmClass.write({ type: 'receipt' }), shortMessage });
      }, 50);
      return { command: 'submit_sm_resp', messageId: '7f3a01' };
    },
  }));
}
