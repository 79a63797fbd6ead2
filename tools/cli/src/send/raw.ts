import { commands } from '@smswire/smpp';
import { toHex } from '../hex.js';
import type { Codec } from '../smpp/codec.js';

/** Octets that are sent as they are, but for the sequence number, which the session gives. */
interface Raw {
  readonly command: `0x${string}`;
  readonly raw: Uint8Array;
}

const names = new Map<string, string>(commands.map(({ id, name }) => [id.toString(16).padStart(8, '0'), name]));

/** A PDU of these octets, however wrong they are. */
export function rawPdu(octets: Uint8Array): Raw {
  const id = toHex(octets.subarray(4, 8)).padEnd(8, '0');
  return { command: (names.get(id) ?? `0x${id}`) as Raw['command'], raw: octets };
}

type Any = Parameters<Codec['kind']>[0];

const octetsOf = (pdu: Any): Uint8Array | undefined => ('raw' in pdu ? (pdu as unknown as Raw).raw : undefined);

/** The codec, but that raw PDUs may be sent at any time, and are answered by whatever has their number. */
export function withRaw(codec: Codec): Codec {
  return {
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
      if (number !== undefined && octets.length >= 16) {
        new DataView(target.buffer, target.byteOffset).setUint32(offset + 12, number);
      }
      return end;
    },
  };
}
