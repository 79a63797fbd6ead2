import { MccpError } from './errors.js';
import type { Mccp } from './mccp.js';
import type { MccpInput } from './pdu.js';

/** What UDP over IPv4 can carry: 65535 octets less the headers of IP and UDP. */
const maxDatagram = 65507;

/** @throws MccpError when the PDU cannot be written, `line_length` when no datagram holds it */
export function encodeDatagram(codec: Mccp, pdu: MccpInput): Uint8Array {
  const bytes = codec.encode(pdu);
  if (bytes.length > maxDatagram) {
    const message = `${bytes.length} octets, where a datagram holds ${maxDatagram}; send it over TCP or HTTP`;
    throw new MccpError({ code: 'line_length', command: pdu.command, path: '', offset: 0, message });
  }
  return bytes;
}
