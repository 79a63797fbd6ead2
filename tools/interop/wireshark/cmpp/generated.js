import { cmpp, commandsOf, encodeReport } from '@smswire/cmpp';
import { pduArbitrary } from '@smswire/testing';
import fc from 'fast-check';

export const codec = cmpp({ version: '3.0', longContent: true });

/** The longest PDU that Wireshark takes for CMPP. */
const LONGEST = 1000;

/** The messages between SP and gateway. */
const names = ['CONNECT', 'TERMINATE', 'SUBMIT', 'DELIVER', 'QUERY', 'CANCEL', 'ACTIVE_TEST'].flatMap((name) => [
  `CMPP_${name}`,
  `CMPP_${name}_RESP`,
]);
const commands = commandsOf('3.0').filter(({ name }) => names.includes(name));

/** The ids of the messages. */
export const idOf = Object.fromEntries(commands.map(({ name, id }) => [name, id]));

const digits = (length) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length });

const report = fc.record(
  {
    msgId: fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }),
    stat: fc.constantFrom('DELIVRD', 'EXPIRED', 'UNDELIV', 'MK:0012'),
    submitTime: digits(10),
    doneTime: digits(10),
    destTerminalId: digits(11),
    smscSequence: fc.nat(),
  },
  { noNullPrototype: true },
);

const timestamp = fc
  .tuple(...[12, 28, 23, 59, 59].map((max) => fc.integer({ min: max < 30 && max !== 23 ? 1 : 0, max })))
  .map((parts) => parts.reduce((total, part) => total * 100 + part, 0));

const body = (command) => {
  const any = pduArbitrary(command);
  if (command.name === 'CMPP_CONNECT') {
    return fc.tuple(any, timestamp).map(([pdu, at]) => ({ pdu: { ...pdu, timestamp: at } }));
  }
  if (command.name === 'CMPP_DELIVER') return fc.tuple(any, fc.option(report)).map(deliver);
  return any.map((pdu) => ({ pdu }));
};

function deliver([pdu, content]) {
  if (content === null) {
    const registeredDelivery = pdu.registeredDelivery === 1 ? 0 : pdu.registeredDelivery;
    return { pdu: { ...pdu, registeredDelivery } };
  }
  const msgContent = encodeReport(content, '3.0');
  return { pdu: { ...pdu, registeredDelivery: 1, msgContent }, content };
}

/** Messages of 3.0 with any values, as `pdu`; of a DELIVER that carries a status report, `content` has the report. */
export const message = fc
  .tuple(fc.oneof(...commands.map(body)), fc.integer({ min: 0, max: 0xffff_ffff }))
  .map(([{ pdu, content }, sequenceId]) => {
    const { command, ...values } = pdu;
    return { pdu: { command, sequenceId, ...values }, content };
  })
  .filter(({ pdu }) => codec.encode(pdu).length <= LONGEST);
