import type { Protocol } from '@smswire/session';
import { over, type Talked } from '../talked.js';

/** Octets that are sent as they are, but for the number, which the session gives. */
interface Raw {
  readonly command: string;
  readonly raw: Uint8Array;
}

/** A PDU of these octets, however wrong they are. */
export function rawPdu(octets: Uint8Array, commandOf: Talked<Protocol>['commandOf']): Raw {
  const id = octets.subarray(4, 8).reduce((sum, octet, index) => sum + octet * 2 ** (24 - 8 * index), 0);
  return { command: commandOf(id) ?? `0x${id.toString(16).padStart(8, '0')}`, raw: octets };
}

const octetsOf = (pdu: object): Uint8Array | undefined => ('raw' in pdu ? (pdu as Raw).raw : undefined);

/** The protocol, but that raw PDUs may be sent at any time, and are answered by whatever has their number. */
export function withRaw<P extends Protocol>(talked: Talked<P>): Talked<P> {
  const { numberAt, headerLength } = talked;
  return over(talked, (codec) => ({
    ...codec,
    kind: (pdu) => (octetsOf(pdu) === undefined ? codec.kind(pdu) : 'request'),
    permits: (pdu, state, byOpener) => octetsOf(pdu) !== undefined || codec.permits(pdu, state, byOpener),
    answers: (response, request) => (octetsOf(request) === undefined ? codec.answers(response, request) : 'yes'),
    encodeInto(pdu, target, offset, number) {
      const octets = octetsOf(pdu);
      if (octets === undefined) return codec.encodeInto(pdu, target, offset, number);
      const end = offset + octets.length;
      if (end > target.length) throw Object.assign(new Error('no room'), { code: 'no_room' });
      target.set(octets, offset);
      if (typeof number === 'number' && octets.length >= headerLength) {
        new DataView(target.buffer, target.byteOffset).setUint32(offset + numberAt, number);
      }
      return end;
    },
  }));
}
