import type { Protocol, Refusal } from '../src/index.js';

/** A small protocol with all that a session must know of one. Header: length, command, status, number; then text. */
interface Toy<C extends string = string> {
  command: C;
  status?: number;
  number?: number;
  text?: string;
}

type Requests = 'bind' | 'submit' | 'deliver' | 'enquire' | 'unbind';
export type ToyPdu = Toy<Requests> | Toy<`${Requests}_resp`> | Toy<'nack'> | Toy<'alert'>;

export const status = { ok: 0, state: 4, bound: 5, unknown: 3, failed: 8, busy: 0x58, length: 2 };
const commands = ['bind', 'submit', 'deliver', 'enquire', 'unbind', 'alert', 'nack'];
const header = 16;

class ToyError extends Error {
  readonly code: string;
  readonly degree: string;
  readonly offset: number;

  constructor(code: string, degree: string, offset: number, message: string) {
    super(message);
    this.code = code;
    this.degree = degree;
    this.offset = offset;
  }
}

const isResponse = (command: string): boolean => command === 'nack' || command.endsWith('_resp');
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** `lastNumber`: where numbers wrap to 1. `successor`: what a bind hands over to. */
export function toy(options: { maxLength?: number; lastNumber?: number; successor?: Protocol } = {}) {
  const { maxLength = 70_000, lastNumber = 0x7fffffff, successor } = options;

  function encodeInto(pdu: ToyPdu, target: Uint8Array, offset: number, number = pdu.number ?? 0): number {
    const code = commands.indexOf(pdu.command.replace(/_resp$/, ''));
    if (code === -1) throw new ToyError('command', 'pdu', 0, `${pdu.command} is no command`);
    const text = pdu.text ?? '';
    if (typeof text !== 'string') throw new ToyError('text', 'pdu', header, `${pdu.command}.text is no string`);
    const length = header + text.length;
    if (target.length - offset < length) throw new ToyError('no_room', 'pdu', offset, 'no room');
    const data = view(target);
    data.setUint32(offset, length);
    data.setUint32(offset + 4, code + (isResponse(pdu.command) ? 0x80000000 : 0));
    data.setUint32(offset + 8, pdu.status ?? 0);
    data.setUint32(offset + 12, number);
    for (let i = 0; i < text.length; i++) target[offset + header + i] = text.charCodeAt(i);
    return offset + length;
  }

  const answer = (command: string, code: number): ToyPdu =>
    ({ command: command === 'nack' ? 'nack' : `${command}_resp`, status: code }) as ToyPdu;

  return {
    name: 'toy',
    frameLength(bytes: Uint8Array, start: number, end: number): number | undefined {
      if (end - start < 4) return undefined;
      const length = view(bytes).getUint32(start);
      if (length >= header && length <= maxLength) return length;
      throw new ToyError('length', 'lost', start, `a length of ${length} octets`);
    },
    decodeFrame(
      bytes: Uint8Array,
      start: number,
      end: number,
      onWarning?: (w: { code: string; message: string }) => void,
    ): ToyPdu {
      const data = view(bytes);
      const id = data.getUint32(start + 4);
      const response = id >= 0x80000000;
      const name = commands[id & 0xffff];
      if (name === undefined) throw new ToyError('unknown', 'pdu', start + 4, `command ${id} is unknown`);
      let text = '';
      for (let i = start + header; i < end; i++) text += String.fromCharCode(bytes[i] as number);
      if (text.startsWith('bad')) throw new ToyError('body', 'pdu', start + header, `${name}.text is bad`);
      if (text.startsWith('odd')) onWarning?.({ code: 'odd', message: `${name}.text is odd` });
      const command = response && name !== 'nack' ? `${name}_resp` : name;
      return { command, status: data.getUint32(start + 8), number: data.getUint32(start + 12), text } as ToyPdu;
    },
    encodeInto,
    encode(pdu: ToyPdu, number?: number): Uint8Array {
      const bytes = new Uint8Array(header + (pdu.text ?? '').length);
      encodeInto(pdu, bytes, 0, number);
      return bytes;
    },
    kind: (pdu: ToyPdu) => (isResponse(pdu.command) ? 'response' : pdu.command === 'alert' ? 'notice' : 'request'),
    numberOf: (pdu: ToyPdu): number => pdu.number ?? 0,
    firstNumber: 1,
    nextNumber: (number: number): number => (number >= lastNumber ? 1 : number + 1),
    answers(response: ToyPdu, request: ToyPdu) {
      if (response.command === 'nack') return 'nack';
      return response.command === `${request.command}_resp` ? 'yes' : 'mismatch';
    },
    keepalive: {
      question: (): ToyPdu => ({ command: 'enquire' }),
      isQuestion: (pdu: ToyPdu) => pdu.command === 'enquire',
      answer: (): ToyPdu => ({ command: 'enquire_resp' }),
    },
    goodbye: {
      question: (): ToyPdu => ({ command: 'unbind' }),
      isQuestion: (pdu: ToyPdu) => pdu.command === 'unbind',
      answer: (): ToyPdu => ({ command: 'unbind_resp' }),
    },
    opened(request: ToyPdu, response: ToyPdu) {
      if (request.command !== 'bind' || response.command !== 'bind_resp' || (response.status ?? 0) !== 0)
        return undefined;
      return { state: 'bound', protocol: successor };
    },
    permits(pdu: ToyPdu, state: string | undefined, byOpener: boolean | undefined): boolean {
      if (pdu.command === 'enquire') return true;
      if (pdu.command === 'bind') return state === undefined;
      if (state === undefined) return false;
      if (pdu.command === 'submit') return byOpener !== false;
      if (pdu.command === 'deliver' || pdu.command === 'alert') return byOpener !== true;
      return true;
    },
    refuse: (request: ToyPdu, why: Refusal): ToyPdu => answer(request.command, status[why]),
    reject(bytes: Uint8Array, start: number, end: number, error: unknown) {
      if (end - start < header) return { number: 0, pdu: answer('nack', status.length) };
      const data = view(bytes);
      const id = data.getUint32(start + 4);
      const number = data.getUint32(start + 12);
      if (id >= 0x80000000) return { number };
      const name = commands[id];
      if ((error as ToyError).degree === 'lost') return { number, pdu: answer('nack', status.length) };
      return { number, pdu: answer(name ?? 'nack', name === undefined ? status.unknown : status.failed) };
    },
  } satisfies Protocol<ToyPdu, ToyPdu, unknown, number>;
}
