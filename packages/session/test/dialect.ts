import type { Command } from '../src/index.js';
import type { Dialect } from './cases/world.js';
import { status, type ToyPdu, toy } from './toy.js';

const bytesOf = (command: number, number: number, text: string): Uint8Array => {
  const bytes = toy().encode({ command: 'submit', number, text });
  new DataView(bytes.buffer).setUint32(4, command);
  return bytes;
};

/** The cases spoken in the test protocol. */
export const toyDialect: Dialect = {
  protocol: toy(),
  lastNumber: 0x7fffffff,
  bind: () => ({ command: 'bind' }),
  submit: (text) => ({ command: 'submit', text }) as Command,
  deliver: (text) => ({ command: 'deliver', text }) as Command,
  notice: (text) => ({ command: 'alert', text }) as Command,
  enquire: () => ({ command: 'enquire' }),
  unbind: () => ({ command: 'unbind' }),
  nack: () => ({ command: 'nack', status: status.unknown }) as Command,
  ok: (request, text = '') => ({ command: `${request.command}_resp`, status: status.ok, text }) as Command,
  error: (request) => ({ command: `${request.command}_resp`, status: status.failed }) as Command,
  text: (pdu) => (pdu as ToyPdu).text ?? '',
  number: (pdu) => (pdu as ToyPdu).number ?? 0,
  unencodable: (request) => ({ ...request, text: 5 }) as Command,
  malformed: (number) => bytesOf(1, number, 'bad'),
  unknown: (number) => bytesOf(99, number, ''),
  malformedResponse: (number) => bytesOf(0x80000001, number, 'bad'),
  odd: () => ({ command: 'submit', text: 'odd' }) as Command,
  refused: (pdu, why) => (pdu as ToyPdu).status === status[why],
};
