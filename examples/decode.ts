// Take one PDU apart and put it together again.
import { smpp } from '@smswire/smpp';

const v34 = smpp({ onWarning: (warning) => console.warn(warning.message) });

const header = '0000003d000000040000000000000002';
const addresses = '00050044454d4f000101343437373030393030313233';
const rest = '0000000000000100000000' + '0b48656c6c6f20776f726c64';
const bytes = Uint8Array.from(Buffer.from(header + addresses + rest, 'hex'));

const pdu = v34.decode(bytes);
if (pdu.command !== 'submit_sm') throw new Error(`a submit_sm was expected, not a ${pdu.command}`);
console.log(`${pdu.sourceAddr} to ${pdu.destinationAddr}: ${new TextDecoder().decode(pdu.shortMessage)}`);

for (const { path, start, end, value } of v34.dissect(bytes)) console.log(start, end, path, value);

const again = v34.encode(pdu);
if (Buffer.compare(again, bytes) !== 0) throw new Error('it should be the same octets');
