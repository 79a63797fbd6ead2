import type { Command } from '@smswire/session';
import type { Dialect } from '../../../session/test/cases/world.js';
import { commandStatus, type SmppInput, type SmppPdu, smpp } from '../../src/index.js';

export const protocol = smpp();

/** As ASCII: the cases say nothing else. */
export const octets = (text: string): Uint8Array => new TextEncoder().encode(text);
const ascii = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** A short text in its field, a longer one in the TLV. */
function message(command: 'submit_sm' | 'deliver_sm', text: string): SmppInput {
  const body = octets(text);
  return body.length > 200 ? { command, tlvs: { messagePayload: body } } : { command, shortMessage: body };
}

/** Frames that no encoder writes: this id, number and body. */
export function frame(id: number, number: number, body: readonly number[] = [], status = 0): Uint8Array {
  const bytes = new Uint8Array(16 + body.length);
  const view = new DataView(bytes.buffer);
  [bytes.length, id, status, number].forEach((word, i) => {
    view.setUint32(4 * i, word);
  });
  bytes.set(body, 16);
  return bytes;
}

const why = {
  state: commandStatus.ESME_RINVBNDSTS,
  bound: commandStatus.ESME_RALYBND,
  unknown: commandStatus.ESME_RINVCMDID,
  failed: commandStatus.ESME_RSYSERR,
  busy: commandStatus.ESME_RTHROTTLED,
};

/** The cases of `@smswire/session` spoken in SMPP. */
export const smppDialect: Dialect = {
  protocol,
  lastNumber: 0x7fffffff,
  bind: (): SmppInput => ({
    command: 'bind_transceiver',
    systemId: 'esme',
    password: 'secret',
    interfaceVersion: 0x34,
  }),
  submit: (text) => message('submit_sm', text),
  deliver: (text) => message('deliver_sm', text),
  notice: (text): SmppInput => ({ command: 'alert_notification', sourceAddr: text }),
  enquire: (): SmppInput => ({ command: 'enquire_link' }),
  unbind: (): SmppInput => ({ command: 'unbind' }),
  nack: (): SmppInput => ({ command: 'generic_nack', commandStatus: why.unknown }),
  ok: (request, text = '') => {
    const answer = { command: `${request.command}_resp`, commandStatus: 0 };
    return /^(submit|deliver)_/.test(request.command) ? ({ ...answer, messageId: text } as Command) : answer;
  },
  error: (request) => ({ command: `${request.command}_resp`, commandStatus: why.failed }) as Command,
  text: (given) => {
    const pdu = given as SmppPdu;
    if (pdu.command === 'submit_sm' || pdu.command === 'deliver_sm') {
      return ascii(pdu.tlvs?.messagePayload ?? pdu.shortMessage);
    }
    if (pdu.command === 'submit_sm_resp' || pdu.command === 'deliver_sm_resp') return pdu.messageId ?? '';
    return pdu.command === 'alert_notification' ? pdu.sourceAddr : '';
  },
  number: (pdu) => (pdu as SmppPdu).sequenceNumber,
  unencodable: (request) => ({ ...request, commandStatus: 'none' }) as Command,
  malformed: (number) => frame(0x00000004, number, [0x43, 0x4d, 0x54]),
  unknown: (number) => frame(0x00010200, number, [1, 2, 3]),
  malformedResponse: (number) => frame(0x80000003, number, [0x37, 0]),
  odd: (): SmppInput => ({ command: 'submit_sm', trailing: Uint8Array.of(0xff) }),
  refused: (pdu, reason) => {
    // Only an ESME has a way to say that it is busy without saying that it is throttled.
    const busy = reason === 'busy' && pdu.command === 'deliver_sm_resp';
    return (pdu as SmppPdu).commandStatus === (busy ? commandStatus.ESME_RX_T_APPN : why[reason]);
  },
};

export const sequenceOf = (pdus: readonly Command[]): number[] => pdus.map(smppDialect.number);
