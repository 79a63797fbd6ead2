import { npi, ton } from '@smswire/smpp';
import { type Command, Option } from 'commander';
import { formOptions } from '../form-options.js';
import { duration, integer, named, octet, port, rate } from '../option-values.js';
import { bindModes } from './bind.js';
import { alphabets, interfaceVersions, messageIdPolicies, policyNames, ports } from './choices.js';
import type { Given } from './given.js';
import { sendOptions } from './options.js';
import { tlvOption } from './tlv-option.js';

/** Declares `send`; `done` is given the exit code. */
export function sendCommand(command: Command, done: (exitCode: number) => void): void {
  command
    .description('bind as an ESME, send a message, wait for its receipts')
    .argument('[text]', 'the message (default: standard input)');
  connection(command);
  message(command);
  work(command);
  formOptions(command).action(async (text: string | undefined, given: Given) => {
    const { send } = await import('./send.js');
    done(await send(await sendOptions(text, given)));
  });
}

function connection(command: Command): void {
  command
    .optionsGroup('Connection:')
    .option('--host <name>', 'of the message centre', 'localhost')
    .option('--port <number>', 'of the message centre', port, 2775)
    .option('--tls', 'speak TLS and verify the certificate')
    .option('--ca <file>', 'certificates to trust instead of the known authorities; means --tls')
    .option('--insecure', 'speak TLS with whoever answers; means --tls')
    .option('--tls-key <file>', 'a private key to show who we are; means --tls')
    .option('--tls-cert <file>', 'its certificate')
    .option('--connect-timeout <time>', 'for the connection', duration, 10_000)
    .option('--response-timeout <time>', 'for each answer', duration, 60_000)
    .option('--sequence-number <n>', 'of our first PDU', integer(1, 0x7fffffff))
    .optionsGroup('Bind:')
    .option('--system-id <id>', 'who we are', '')
    .option('--password <password>', 'the proof of it', '')
    .addOption(new Option('--bind-mode <mode>', 'transmitter, receiver or both').choices(bindModes).default('trx'))
    .option('--system-type <type>', 'the kind of ESME', '')
    .addOption(new Option('--interface-version <v>', 'of SMPP').choices(interfaceVersions).default('3.4'))
    .option('--addr-ton <n>', 'type of the addresses served', named(ton))
    .option('--addr-npi <n>', 'their numbering plan', named(npi))
    .option('--address-range <range>', 'the addresses served');
}

function message(command: Command): void {
  command
    .optionsGroup('Message:')
    .option('--source-addr <address>', 'from', '')
    .option('--source-addr-ton <n>', 'its type (default: guessed from the address)', named(ton))
    .option('--source-addr-npi <n>', 'its numbering plan (default: guessed)', named(npi))
    .option('--destination-addr <address>', 'to')
    .option('--dest-addr-ton <n>', 'its type (default: guessed from the address)', named(ton))
    .option('--dest-addr-npi <n>', 'its numbering plan (default: guessed)', named(npi))
    .option('--text, --short-message <text>', 'the message')
    .option('--hex', 'the message is octets in hexadecimal digits')
    .addOption(
      new Option('--alphabet <name>', 'to write it in (default: gsm7, or ucs2 where that lacks a character)').choices(
        alphabets,
      ),
    )
    .option('--data-coding <n>', 'instead of the one of the alphabet', octet)
    .option('--packed', 'pack eight septets of gsm7 into seven octets')
    .addOption(new Option('--sar', 'number the parts of a long message by TLVs').conflicts(['payload']))
    .option('--payload', 'leave a long message whole, in message_payload')
    .addOption(new Option('--reference-width <bits>', 'of what joins the parts').choices(['8', '16']).default('8'))
    .option('--reference <n>', 'what joins the parts (default: any)', integer(0, 65_535))
    .option('--ports <destination:source>', 'application ports', ports)
    .option('--udh <hex>', 'a header of your own; the message is not split then')
    .option('--service-type <type>', 'CMT, WAP, USSD and so on')
    .option('--esm-class <n>', 'mode and type; the bit of the header is set besides', octet)
    .option('--protocol-id <n>', 'TP-PID in GSM', octet)
    .option('--priority-flag <n>', '0 lowest to 3 highest', octet)
    .option('--schedule-delivery-time <time>', 'YYMMDDhhmmsstnnp')
    .option('--validity-period <time>', 'YYMMDDhhmmsstnnp')
    .option('--registered-delivery <n>', 'which receipts are wanted (default: 1 where they are awaited)', octet)
    .option('--replace-if-present-flag <n>', '1 to replace a message that waits', octet)
    .option('--sm-default-msg-id <n>', 'a message kept at the message centre', octet)
    .option('--tlv <name=value>', 'an optional parameter, again for more: 0x1400=hex:cafe', tlvOption);
}

function work(command: Command): void {
  command
    .optionsGroup('Work:')
    .option(
      '--wait-dlrs, --wait-receipts [time]',
      'wait for the receipt of every part, 60s if no time is named',
      duration,
    )
    .option('--message-id-policy <policies>', `how ids are compared: ${policyNames.join(', ')}`, messageIdPolicies)
    .option('--wait', 'stay, answer and show what comes, until a signal')
    .option('--count <n>', 'how often the message is sent', integer(1, 1_000_000_000), 1)
    .option('--rate <n>', 'PDUs a second at most', rate)
    .option('--window <n>', 'requests in flight at most', integer(1, 10_000), 10)
    .option('--ping', 'bind and ask for a sign of life, send nothing')
    .option('--raw <hex>', 'send these octets as a PDU; its sequence number is replaced')
    .optionsGroup('Output:');
}
