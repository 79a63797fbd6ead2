#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { cmppVersionOption } from './cmpp/version-option.js';
import { decode } from './decode.js';
import { encode } from './encode.js';
import { Failure, lineOf } from './failure.js';
import { type ProtocolOptions, protocolNames, protocolOf } from './protocols.js';
import { sendCommand } from './send/command.js';
import { serveCommand } from './serve/command.js';
import { version } from './version.js';

/** The options that say what the octets are. */
const spoken = (command: Command): Command =>
  command
    .addOption(new Option('-p, --protocol <name>', 'the protocol').choices(protocolNames).makeOptionMandatory())
    .addOption(cmppVersionOption('of CMPP'));

const program = new Command('smswire')
  .description('Take SMS protocols apart octet by octet, put them together, and talk them.')
  .version(version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(`${lineOf(text.replace(/^error: /, '').trim())}\n`) });

let exitCode = 0;
const done = (code: number): void => {
  exitCode = code;
};

spoken(program.command('decode'))
  .description('explain the PDUs in hexadecimal text, every octet of them')
  .option(
    '--json',
    'one JSON document { pdu, warnings, rows }; an array for several PDUs, with { error, warnings, rows } for a bad one',
  )
  .argument('[hex...]', 'the octets; white space and colons do not matter (default: standard input)')
  .action(async (hex: string[], options: ProtocolOptions & { json?: boolean }) => {
    const given = hex.length === 0 ? undefined : hex.join(' ');
    exitCode = await decode(await protocolOf(options), given, options.json ?? false);
  });

spoken(program.command('encode'))
  .description('turn the JSON that decode prints back into hexadecimal text; wap-push and wbxml are only decoded')
  .argument('[json]', 'the document, or its PDU alone (default: standard input)')
  .action(async (json: string | undefined, options: ProtocolOptions) => {
    exitCode = await encode(await protocolOf(options), json);
  });

/** The protocols that are talked. */
const talked = () =>
  new Option('-p, --protocol <name>', 'the protocol').choices(['smpp', 'cmpp']).makeOptionMandatory();
serveCommand(program.command('serve').addOption(talked()), done);
sendCommand(program.command('send').addOption(talked()), done);

program
  .command('demo')
  .description('a captured exchange taken apart, SMPP and CMPP over TCP, and how long it takes')
  .action(async () => {
    const { demo } = await import('./demo/demo.js');
    exitCode = await demo();
  });

// A reader that has seen enough, as `| head` has, is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${lineOf(error)}\n`);
    exitCode = error instanceof Failure ? error.exitCode : 2;
  }
}
process.exitCode = exitCode;
