import { type Command, Option } from 'commander';
import { cmppVersionOption } from '../../cmpp/version-option.js';
import { octet } from '../../option-values.js';

/** Declares what only CMPP has. */
export function cmppOptions(command: Command): void {
  command
    .optionsGroup('CMPP:')
    .addOption(cmppVersionOption('to connect in'))
    .option('--secret <secret>', 'the proof that we are --source-addr', '')
    .option('--msg-src <id>', 'the SP_Id of the message (default: --source-addr)')
    .option('--src-id <number>', 'the number that the recipient sees')
    .option('--service-id <id>', 'the service, as charged')
    .option('--fee-user-type <n>', 'who pays: 0 the recipient, 1 the sender, 2 the SP, 3 --fee-terminal-id', octet)
    .option('--fee-terminal-id <number>', 'who pays')
    .option('--fee-terminal-type <n>', '1 where that is a pseudo code', octet)
    .option('--fee-type <type>', '01 free, 02 by the message, 03 by the month and so on', '01')
    .option('--fee-code <fen>', 'the fee', '0')
    .option('--msg-fmt <n>', 'instead of the one of the alphabet', octet)
    .option('--msg-level <n>', 'priority', octet)
    .option('--tp-pid <n>', 'TP-PID in GSM', octet)
    .option('--valid-time <time>', 'YYMMDDhhmmsstnnp')
    .option('--at-time <time>', 'YYMMDDhhmmsstnnp')
    .option('--dest-terminal-type <n>', '1 where the recipients are pseudo codes', octet)
    .option('--link-id <id>', 'of the request that this answers')
    .option('--signature <text>', 'such as 【…】, which the gateway adds: room is left for it')
    .addOption(new Option('--signature-at <where>', 'where it does').choices(['head', 'tail']));
}
