import type { Command } from 'commander';
import { Option } from 'commander';
import { formOptions } from '../form-options.js';
import { checkOwners, only } from '../option-owners.js';
import { duration, integer, octet, port, rate } from '../option-values.js';
import { alphabets, ports, pushActions } from './choices.js';
import { cmppOptions } from './cmpp/command.js';
import type { CmppGiven, Given, SmppGiven } from './given.js';
import { sendOptions } from './options.js';
import { smppOptions } from './smpp-command.js';

/** Declares `send`; `done` is given the exit code. */
export function sendCommand(command: Command, done: (exitCode: number) => void): void {
  command
    .description('open a link as an ESME or an SP, send a message, wait for its receipts')
    .argument('[text]', 'the message (default: standard input)');
  connection(command);
  message(command);
  work(command);
  only('smpp', command, smppOptions);
  only('cmpp', command, cmppOptions);
  formOptions(command.optionsGroup('Output:')).action(async (text: string | undefined, given: Given) => {
    const { protocol = 'smpp' } = given;
    checkOwners(command, protocol);
    done(await (protocol === 'cmpp' ? overCmpp(text, given as CmppGiven) : overSmpp(text, given as SmppGiven)));
  });
}

async function overSmpp(text: string | undefined, given: SmppGiven): Promise<number> {
  const [{ send }, { smppReading }] = await Promise.all([import('./send.js'), import('./smpp-options.js')]);
  return send(await sendOptions(text, given, smppReading(given)));
}

async function overCmpp(text: string | undefined, given: CmppGiven): Promise<number> {
  const [{ send }, { cmppReading }] = await Promise.all([import('./send.js'), import('./cmpp/options.js')]);
  return send(await sendOptions(text, given, cmppReading(given)));
}

function connection(command: Command): void {
  command
    .optionsGroup('Connection:')
    .option('--host <name>', 'of the message centre', 'localhost')
    .option('--port <number>', 'of the message centre (default: 2775, for cmpp 7890)', port)
    .option('--tls', 'speak TLS and verify the certificate')
    .option('--ca <file>', 'certificates to trust instead of the known authorities; means --tls')
    .option('--insecure', 'speak TLS with whoever answers; means --tls')
    .option('--tls-key <file>', 'a private key to show who we are; means --tls')
    .option('--tls-cert <file>', 'its certificate')
    .option('--connect-timeout <time>', 'for the connection', duration, 10_000)
    .option('--response-timeout <time>', 'for each answer', duration, 60_000)
    .option('--sequence-number <n>', 'of our first PDU', integer(1, 0x7fffffff));
}

function message(command: Command): void {
  command
    .optionsGroup('Message:')
    .option('--source-addr <address>', 'from; for cmpp who we are, the SP_Id', '')
    .option('--destination-addr <address>', 'to; for cmpp up to 99 with commas between')
    .option('--text, --short-message <text>', 'the message')
    .option('--hex', 'the message is octets in hexadecimal digits')
    .option('--wap-push <url>', 'the message is a link that the phone offers to open')
    .option('--push-text <text>', 'what the phone says of it')
    .addOption(new Option('--push-action <action>', 'how loudly').choices(pushActions))
    .addOption(
      new Option(
        '--alphabet <name>',
        'to write it in (default: the cheapest of gsm7, for cmpp ascii, and ucs2)',
      ).choices(alphabets),
    )
    .addOption(new Option('--reference-width <bits>', 'of what joins the parts').choices(['8', '16']).default('8'))
    .option('--reference <n>', 'what joins the parts (default: any)', integer(0, 65_535))
    .option('--ports <destination:source>', 'application ports', ports)
    .option('--udh <hex>', 'a header of your own; the message is not split then')
    .option('--registered-delivery <n>', 'which receipts are wanted (default: 1 where they are awaited)', octet);
}

function work(command: Command): void {
  command
    .optionsGroup('Work:')
    .option(
      '--wait-dlrs, --wait-receipts <time>',
      'wait so long for the receipt of every part: 60s, 5m; without a unit milliseconds',
      duration,
    )
    .option('--wait', 'stay, answer and show what comes, until a signal')
    .option('--count <n>', 'how often the message is sent', integer(1, 1_000_000_000), 1)
    .option('--rate <n>', 'PDUs a second at most', rate)
    .option('--window <n>', 'requests in flight at most', integer(1, 10_000), 10)
    .option('--ping', 'open the link and ask for a sign of life, send nothing')
    .option('--raw <hex>', 'send these octets as a PDU; its sequence number is replaced');
}
