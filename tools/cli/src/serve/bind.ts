import { interfaceVersion, type SmppInput, type SmppPdu, versionOf } from '@smswire/smpp';
import type { Received } from '../smpp/codec.js';

export type Bind = Received<'bind_transmitter'> | Received<'bind_receiver'> | Received<'bind_transceiver'>;

export const isBind = (pdu: SmppPdu): pdu is Bind => pdu.command.startsWith('bind_') && 'addressRange' in pdu;

/** The response that accepts a bind. A peer of 3.3 knows no TLVs and is not told the version agreed on. */
export function bindResponse({ command, interfaceVersion: theirs }: Bind): SmppInput {
  const version = versionOf(theirs);
  const tlvs = version === '3.3' ? undefined : { scInterfaceVersion: interfaceVersion.write(version) };
  return { command: `${command}_resp`, systemId: 'smswire', tlvs };
}
