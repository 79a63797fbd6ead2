import type { Command } from '@smswire/session';
import type { Dialect } from '../../../session/test/cases/world.js';
import { type CmppInput, type CmppPdu, type CmppVersion, cmpp, connectRequest } from '../../src/index.js';

export const account = { sourceAddr: '900001', secret: '888888' };

/** A day on which nothing special happens to the clock. */
export const today = new Date('2026-10-21T00:05:10Z');

const latin1 = new TextDecoder('latin1');
export const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

// A response has no room for text but the eight octets of its Msg_Id, so they stand for texts by their number.
const texts: string[] = [''];
function idOf(text: string): bigint {
  const known = texts.indexOf(text);
  return BigInt(known === -1 ? texts.push(text) - 1 : known);
}

/** A frame that no encoder writes. */
export function frame(id: number, number: number, body: readonly number[] = []): Uint8Array {
  const bytes = new Uint8Array(12 + body.length);
  const view = new DataView(bytes.buffer);
  [bytes.length, id, number].forEach((word, i) => {
    view.setUint32(4 * i, word);
  });
  bytes.set(body, 12);
  return bytes;
}

const results = { state: 99, bound: 99, unknown: 2, failed: 99, busy: 8 };

/** The cases of `@smswire/session` spoken in CMPP. */
export function cmppDialect(version: CmppVersion): Dialect {
  // The cases go by the session's own window and times.
  const protocol = { ...cmpp<CmppVersion>({ version, longContent: true }), defaults: undefined };
  const answer = (request: Command, body: object): Command => ({ command: `${request.command}_RESP`, ...body });
  return {
    protocol,
    lastNumber: 0x7fffffff,
    bothWays: true,
    bind: () => connectRequest({ ...account, version, now: today }),
    submit: (text): CmppInput => ({ command: 'CMPP_SUBMIT', msgContent: octets(text) }),
    deliver: (text): CmppInput => ({ command: 'CMPP_DELIVER', msgContent: octets(text) }),
    notice: undefined,
    enquire: (): CmppInput => ({ command: 'CMPP_ACTIVE_TEST' }),
    unbind: (): CmppInput => ({ command: 'CMPP_TERMINATE' }),
    nack: undefined,
    ok: (request, text = '') => answer(request, /SUBMIT|DELIVER/.test(request.command) ? { msgId: idOf(text) } : {}),
    error: (request) => {
      if (request.command === 'CMPP_CONNECT') return answer(request, { status: 3 });
      return answer(request, request.command === 'CMPP_ACTIVE_TEST' ? { reserved: 1 } : { result: 9 });
    },
    text: (given) => {
      const pdu = given as CmppPdu;
      if (pdu.command === 'CMPP_SUBMIT' || pdu.command === 'CMPP_DELIVER') return latin1.decode(pdu.msgContent);
      return 'msgId' in pdu ? (texts[Number(pdu.msgId)] ?? '') : '';
    },
    number: (pdu) => (pdu as CmppPdu).sequenceId,
    unencodable: (request) => ({ ...request, msgId: 'none' }) as Command,
    malformed: (number) => frame(0x00000004, number, [1, 2, 3]),
    unknown: (number) => frame(0x00000099, number, [1, 2, 3]),
    malformedResponse: (number) => frame(0x80000004, number, [1, 2, 3]),
    odd: (): CmppInput => ({ command: 'CMPP_SUBMIT', trailing: Uint8Array.of(0xff) }),
    refused: (given, why) => {
      const pdu = given as CmppPdu;
      if (pdu.command === 'CMPP_CONNECT_RESP') return pdu.status === 5;
      // This response has no field to refuse with.
      if (pdu.command === 'CMPP_ACTIVE_TEST_RESP') return true;
      return 'result' in pdu && pdu.result === results[why];
    },
  };
}
