import { PduError } from '@smswire/pdu';
import { describe, expect, it } from 'vitest';
import {
  commandStatus,
  commands,
  esmClass,
  formatReceipt,
  messageState,
  networkErrorCode,
  receiptOf,
  smpp,
  stateMatrix,
  statusForField,
} from '../src/index.js';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('the values and the codec', () => {
  it('agree on the commands that have states', () => {
    expect(Object.keys(stateMatrix['5.0']).sort()).toEqual(commands.map(({ name }) => name).sort());
  });

  it('agree on the fields: each of a request has a status of its own, but protocol_id and what a peer never checks', () => {
    const own = ['protocolId'];
    for (const { name, fields, id } of commands) {
      const isResponse = id >= 0x80000000 || id < 0;
      if (isResponse) continue;
      for (const path of Object.keys(fields)) {
        const general = statusForField(name, 'noSuchField', '', '5.0');
        const status = statusForField(name, path, '', '5.0');
        if (own.includes(path)) expect(status).toBe(general);
        else if (path !== 'interfaceVersion') expect([name, path, status]).not.toEqual([name, path, general]);
      }
    }
  });

  it('carry a receipt from one side to the other', () => {
    const state = messageState.values.UNDELIVERABLE;
    const doneDate = new Date('2026-01-12T15:52:00Z');
    const codec = smpp();
    const bytes = codec.encode({
      command: 'deliver_sm',
      sequenceNumber: 1,
      esmClass: esmClass.write({ type: 'receipt' }),
      shortMessage: ascii(formatReceipt({ id: '1f', sub: 1, state, doneDate, err: '034', text: 'hello' })),
      tlvs: {
        receiptedMessageId: '001F',
        messageState: state,
        networkErrorCode: networkErrorCode.write({ network: 'gsm', errorCode: 34 }),
      },
    });
    const pdu = codec.decode(bytes);
    if (pdu.command !== 'deliver_sm') throw new Error(pdu.command);
    expect(receiptOf(pdu)).toMatchObject({
      id: '001F',
      sub: 1,
      stat: 'UNDELIV',
      state,
      doneDate,
      err: '034',
      text: 'hello',
      networkErrorCode: { network: 'gsm', errorCode: 34 },
      intermediate: false,
    });
  });

  it('answer what decoding refuses', () => {
    const codec = smpp({ strict: true });
    const good = codec.encode({
      command: 'submit_sm',
      sequenceNumber: 1,
      sourceAddr: '447700900123',
      tlvs: { sarMsgRefNum: 7 },
    });
    const answer = (edit: (bytes: Uint8Array) => void): string | undefined => {
      const bytes = good.slice();
      edit(bytes);
      try {
        codec.decode(bytes);
      } catch (error) {
        if (!(error instanceof PduError)) throw error;
        const status = statusForField(error.command, error.path, error.code);
        return Object.entries(commandStatus).find(([, code]) => code === status)?.[0];
      }
      return undefined;
    };
    expect(answer(() => {})).toBeUndefined();
    expect(answer((bytes) => bytes.fill(0x31, 16, 25))).toBe('ESME_RINVSERTYP');
    expect(answer((bytes) => bytes.fill(0xe9, 19, 21))).toBe('ESME_RINVSRCADR');
    expect(answer((bytes) => bytes.set([1], bytes.length - 3))).toBe('ESME_RINVPARLEN');
    expect(answer((bytes) => bytes.set([9], bytes.length - 3))).toBe('ESME_RINVOPTPARSTREAM');
    expect(answer((bytes) => bytes.set([0, 0, 0, 4]))).toBe('ESME_RINVCMDLEN');
    expect(answer((bytes) => bytes.set([0, 0, 0, 0x7f], 4))).toBe('ESME_RINVCMDID');
  });
});
