// MCCP sign-in with a client cache, client and server both, over memory and over TCP: the same code either way.
import { answerOf, type MccpPdu, mccp } from '@smswire/mccp';
import { type Handlers, Link } from '@smswire/session';
import { memoryWires } from '@smswire/session/memory';
import { connect, listen } from '@smswire/session/node';

const protocol = mccp();
const pages = [
  ['alice', 'Alice'],
  ['bob', 'Bob'],
  ['carol', 'Carol Díaz'],
];

const accept = ({ command }: MccpPdu, status = '0', ...parameters: string[]) =>
  ({ command: answerOf(command as `R${string}`), status, parameters }) as const;

/** The gateway: tells that the contacts have changed, and sends them page by page, each after the last was answered. */
function gateway(link: Link<typeof protocol>): Handlers<typeof protocol> {
  const sync = async (cached: string): Promise<void> => {
    await link.request({ command: 'RCS', parameters: [String(pages.length)] });
    for (const page of pages.slice(Number(cached))) await link.request({ command: 'RCR', parameters: page });
  };
  return {
    onRequest(pdu) {
      if (pdu.command === 'RAT') return accept(pdu, pdu.parameters[1] === 'secret' ? '0' : '2');
      if (pdu.command === 'RSII') sync(pdu.parameters[0] ?? '0').catch(() => link.destroy());
      return accept(pdu);
    },
  };
}

/** The phone: signs in with one contact in its cache, gets the others, sets its profile, says goodbye. */
async function phone(open: (handlers: Handlers<typeof protocol>) => Promise<Link<typeof protocol>>): Promise<string[]> {
  const contacts = ['Alice'];
  let complete = (): void => {};
  const synchronised = new Promise<void>((resolve) => {
    complete = resolve;
  });
  const link = await open({
    onRequest(pdu) {
      if (pdu.command === 'RCR') contacts.push(pdu.parameters[1] ?? '');
      if (contacts.length === pages.length) complete();
      return accept(pdu);
    },
  });
  const { status } = await link.request({ command: 'RAT', parameters: ['ada', 'secret'] });
  if (status !== '0') throw new Error(`the sign-in was refused: ${status}`);
  await link.request({ command: 'RSII', parameters: [String(contacts.length)] });
  await synchronised;
  await link.request({ command: 'RPS', parameters: ['Ada', 'in a meeting, back at 3'] });
  await link.close(); // RLO and its answer
  return contacts;
}

const [here, there] = memoryWires();
new Link(there, protocol, gateway);
const overMemory = await phone(async (handlers) => new Link(here, protocol, handlers));

const server = await listen({ port: 0, host: '127.0.0.1' }, protocol, gateway);
const overTcp = await phone((handlers) => connect({ host: '127.0.0.1', port: server.port }, protocol, handlers));
await server.close();

console.log(`over memory: ${overMemory.join(', ')}; over TCP: ${overTcp.join(', ')}`);
const expected = pages.map(([, name]) => name).join();
if (overMemory.join() !== expected || overTcp.join() !== expected) throw new Error('contacts are missing');
