import { npi, ton } from '@smswire/smpp';
import { type Command, Option } from 'commander';
import { named, octet } from '../option-values.js';
import { bindModes } from './bind.js';
import { interfaceVersions, messageIdPolicies, policyNames } from './choices.js';
import { tlvOption } from './tlv-option.js';

/** Declares what only SMPP has. */
export function smppOptions(command: Command): void {
  command
    .optionsGroup('SMPP:')
    .option('--system-id <id>', 'who we are', '')
    .option('--password <password>', 'the proof of it', '')
    .addOption(new Option('--bind-mode <mode>', 'transmitter, receiver or both').choices(bindModes).default('trx'))
    .option('--system-type <type>', 'the kind of ESME', '')
    .addOption(new Option('--interface-version <v>', 'of SMPP').choices(interfaceVersions).default('3.4'))
    .option('--addr-ton <n>', 'type of the addresses served', named(ton))
    .option('--addr-npi <n>', 'their numbering plan', named(npi))
    .option('--address-range <range>', 'the addresses served')
    .option('--source-addr-ton <n>', 'type of the source (default: guessed from the address)', named(ton))
    .option('--source-addr-npi <n>', 'its numbering plan (default: guessed)', named(npi))
    .option('--dest-addr-ton <n>', 'type of the destination (default: guessed from the address)', named(ton))
    .option('--dest-addr-npi <n>', 'its numbering plan (default: guessed)', named(npi))
    .option('--data-coding <n>', 'instead of the one of the alphabet', octet)
    .option('--packed', 'pack eight septets of gsm7 into seven octets')
    .addOption(new Option('--sar', 'number the parts of a long message by TLVs').conflicts(['payload']))
    .option('--payload', 'leave a long message whole, in message_payload')
    .option('--service-type <type>', 'CMT, WAP, USSD and so on')
    .option('--esm-class <n>', 'mode and type; the bit of the header is set besides', octet)
    .option('--protocol-id <n>', 'TP-PID in GSM', octet)
    .option('--priority-flag <n>', '0 lowest to 3 highest', octet)
    .option('--schedule-delivery-time <time>', 'YYMMDDhhmmsstnnp')
    .option('--validity-period <time>', 'YYMMDDhhmmsstnnp')
    .option('--replace-if-present-flag <n>', '1 to replace a message that waits', octet)
    .option('--sm-default-msg-id <n>', 'a message kept at the message centre', octet)
    .option('--tlv <name=value>', 'an optional parameter, again for more: 0x1400=hex:cafe', tlvOption)
    .option('--message-id-policy <policies>', `how ids are compared: ${policyNames.join(', ')}`, messageIdPolicies);
}
